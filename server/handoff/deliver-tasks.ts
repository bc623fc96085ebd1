import type { PortalRun } from "../context.ts";
import type { TaskContent } from "../hubspot/task-calls.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import type { Trx } from "../store/open.ts";
import {
  forgetTasks,
  leaveTask,
  markCreating,
  notCreated,
  type TaskRow,
  taskWritten,
} from "../store/tasks.ts";

/** A call is given up after 20 s; what HubSpot still carries out then is there long before this. */
const lookAfterMs = 60_000;

type Known = TaskRow & { readonly id: string };

/**
 * Makes the tasks in HubSpot what the decisions ask for: at most 100 rows. Each is created exactly
 * once: before the call the row is marked, and a marked one is looked for before it is created again.
 */
export async function deliverTasks(
  run: PortalRun,
  rows: readonly TaskRow[],
  lease: Lease,
): Promise<void> {
  const { services, portal } = run;
  const commit = (work: (trx: Trx) => Promise<void>) =>
    services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      await work(trx);
    });
  const portalId = portal.portal_id;
  const found = await lookForUnknown(run, rows);
  await commit(async (trx) => {
    await taskWritten(trx, portalId, { rows: found, as: "unknown", now: services.now() });
    const looked = rows.filter(({ sent_at, task_id }) => sent_at !== null && task_id === null);
    await notCreated(
      trx,
      portalId,
      looked.filter((row) => !found.some((f) => isSame(f, row))),
    );
  });
  const known = [...rows.flatMap(withId), ...found];
  const unknown = rows.filter((row) => !known.some((each) => isSame(each, row)));
  await create(run, unknown, commit);
  await update(
    run,
    known.filter(({ desired }) => desired.state !== "gone"),
    commit,
  );
  await remove(
    run,
    known.filter(({ desired }) => desired.state === "gone"),
    commit,
  );
}

type Commit = (work: (trx: Trx) => Promise<void>) => Promise<void>;

/** Rows whose creation was begun and never confirmed: HubSpot may have the task, under its mark. */
async function lookForUnknown(run: PortalRun, rows: readonly TaskRow[]): Promise<readonly Known[]> {
  const lost = rows.filter(({ sent_at, task_id }) => sent_at !== null && task_id === null);
  if (lost.length === 0) return [];
  const contactIds = [...new Set(lost.map(({ contact_id }) => contact_id))];
  const there = await run.gateway.markedTasks(contactIds, "live");
  return lost.flatMap((row) => {
    const id = there.get(row.task_key);
    return id === undefined ? [] : [{ ...row, id, shown: null }];
  });
}

async function create(run: PortalRun, rows: readonly TaskRow[], commit: Commit): Promise<void> {
  const { services, portal, gateway } = run;
  const wanted = rows.filter(({ desired }) => desired.state === "open");
  const needless = rows.filter(({ desired }) => desired.state !== "open");
  const sentAt = services.now();
  await commit(async (trx) => {
    await forgetTasks(trx, portal.portal_id, needless);
    await markCreating(trx, portal.portal_id, {
      rows: wanted,
      sentAt,
      lookAt: sentAt + lookAfterMs,
    });
  });
  if (wanted.length === 0) return;
  const tasks = wanted.map((row) => ({
    key: row.task_key,
    contactId: row.contact_id,
    content: contentOf(row),
  }));
  const first = await gateway.createTasks(tasks, "live");
  // An owner who has left can be given nothing new; the task is not lost for that.
  const refused = new Set(first.refused.map(({ key }) => key));
  const ownerless = tasks
    .filter(({ key, content }) => refused.has(key) && content.ownerId !== null)
    .map((task) => ({ ...task, content: { ...task.content, ownerId: null } }));
  const second = ownerless.length === 0 ? null : await gateway.createTasks(ownerless, "live");
  const ids = new Map([...first.created, ...(second?.created ?? [])]);
  const messages = new Map(
    [...first.refused, ...(second?.refused ?? [])].map(({ key, message }) => [key, message]),
  );
  await commit(async (trx) => {
    const created = wanted.flatMap((row) => {
      const id = ids.get(row.task_key);
      return id === undefined ? [] : [{ ...row, id }];
    });
    const now = services.now();
    await taskWritten(trx, portal.portal_id, { rows: created, as: "desired", now });
    for (const row of wanted) {
      if (ids.has(row.task_key)) continue;
      const why = messages.get(row.task_key) ?? "HubSpot gave no reason.";
      await leaveTask(trx, portal.portal_id, row, why);
      services.log.warn({ portalId: portal.portal_id, id: row.contact_id, why }, "task refused");
    }
  });
  services.metrics.writes.inc({ object_type: "tasks" }, ids.size);
}

async function update(run: PortalRun, rows: readonly Known[], commit: Commit): Promise<void> {
  const { services, portal, gateway } = run;
  const changes = rows.map((row) => ({ id: row.id, key: row.task_key, content: changeOf(row) }));
  const wanted = changes.filter(({ content }) => Object.keys(content).length > 0);
  const result =
    wanted.length === 0
      ? { written: [], gone: [], refused: [] }
      : await gateway.updateTasks(wanted, "live");
  const failed = new Map(result.refused.map(({ id, message }) => [id, message]));
  // Whoever deleted the task does not want it back.
  for (const id of result.gone) failed.set(id, "The task was deleted in HubSpot.");
  await commit(async (trx) => {
    const done = rows.filter(({ id }) => !failed.has(id));
    const now = services.now();
    await taskWritten(trx, portal.portal_id, { rows: done, as: "desired", now });
    for (const row of rows) {
      const why = failed.get(row.id);
      if (why !== undefined) await leaveTask(trx, portal.portal_id, row, why);
    }
  });
}

async function remove(run: PortalRun, rows: readonly Known[], commit: Commit): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await run.gateway.deleteTasks(ids, "live");
  await commit((trx) => forgetTasks(trx, run.portal.portal_id, rows));
}

/** Only what differs from what HubSpot has confirmed: what people changed meanwhile stays theirs. */
function changeOf(row: Known): TaskContent {
  const { desired, shown } = row;
  if (desired.state === "done") return shown?.state === "done" ? {} : { isDone: true };
  if (desired.state === "gone") return {};
  if (shown?.state !== "open") return { ...contentOf(row), isDone: false };
  return {
    ...(desired.subject !== shown.subject && { subject: desired.subject }),
    ...(desired.body !== shown.body && { body: desired.body }),
    ...(desired.dueAt !== shown.dueAt && { dueAt: desired.dueAt }),
    ...(desired.ownerId !== shown.ownerId && { ownerId: desired.ownerId }),
  };
}

function contentOf({ desired }: TaskRow): TaskContent & { readonly ownerId: string | null } {
  if (desired.state !== "open") return { ownerId: null };
  const { subject, body, dueAt, ownerId } = desired;
  return { subject, body, dueAt, ownerId };
}

function withId(row: TaskRow): readonly Known[] {
  return row.task_id === null ? [] : [{ ...row, id: row.task_id }];
}

function isSame(a: TaskRow, b: TaskRow): boolean {
  return a.contact_id === b.contact_id && a.task_key === b.task_key;
}
