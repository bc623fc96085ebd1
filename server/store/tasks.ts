import { sql } from "kysely";
import type { HandoffTask } from "../../src/handoff/task.ts";
import type { Db, Trx } from "./open.ts";

/** How a task should look. One that is done, or is to vanish, keeps no words about a person. */
export type WantedTask =
  | ({ readonly state: "open" } & Pick<HandoffTask, "subject" | "body" | "dueAt" | "ownerId">)
  | { readonly state: "done" }
  | { readonly state: "gone" };

export type TaskRow = {
  readonly contact_id: string;
  readonly task_key: string;
  readonly desired: WantedTask;
  readonly version: number;
  /** What HubSpot has confirmed; null: nothing yet, or we do not know. */
  readonly shown: WantedTask | null;
  readonly task_id: string | null;
  /** When a creation was begun whose outcome is not known. */
  readonly sent_at: number | null;
  readonly attempts: number;
};

const columns = [
  "contact_id",
  "task_key",
  "desired",
  "version",
  "shown",
  "task_id",
  "sent_at",
  "attempts",
] as const;

/**
 * Notes which task each of these contacts should have: at most one open one. Any other of theirs is
 * done. Called in the transaction of the decision, so that the two are never apart. Answers how many
 * are to be written.
 */
export async function wantTasks(
  trx: Trx,
  portalId: string,
  work: { readonly tasks: ReadonlyMap<string, HandoffTask | null>; readonly now: number },
): Promise<number> {
  const contactIds = [...work.tasks.keys()];
  if (contactIds.length === 0) return 0;
  const rows = await trx
    .selectFrom("tasks")
    .select(columns)
    .where("portal_id", "=", portalId)
    .where("contact_id", "in", contactIds)
    .execute();
  const present = new Map(rows.map((row) => [`${row.contact_id} ${row.task_key}`, row.desired]));
  const done = rows
    .filter(({ desired }) => desired.state === "open")
    .filter(({ contact_id, task_key }) => work.tasks.get(contact_id)?.key !== task_key)
    .map((row) => ({ ...row, desired: { state: "done" } as const }));
  const open = [...work.tasks].flatMap(([contact_id, task]) => {
    if (task === null) return [];
    const { key: task_key, subject, body, dueAt, ownerId } = task;
    const desired: WantedTask = { state: "open", subject, body, dueAt, ownerId };
    const known = present.get(`${contact_id} ${task_key}`);
    return isSame(known, desired) ? [] : [{ contact_id, task_key, desired }];
  });
  await want(trx, portalId, { rows: [...done, ...open], now: work.now });
  return done.length + open.length;
}

async function want(
  trx: Trx,
  portalId: string,
  work: {
    readonly rows: readonly Pick<TaskRow, "contact_id" | "task_key" | "desired">[];
    readonly now: number;
  },
): Promise<void> {
  if (work.rows.length === 0) return;
  const rows = work.rows.map(({ contact_id, task_key, desired }) => {
    return { contact_id, task_key, desired };
  });
  // While the outcome of a creation is open, the time at which it is looked for stands.
  await sql`
    insert into tasks (portal_id, contact_id, task_key, desired, version, due_at)
    select ${portalId}, t.contact_id, t.task_key, t.desired, 1, ${work.now}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t(contact_id text, task_key text, desired jsonb)
    order by t.contact_id, t.task_key
    on conflict (portal_id, contact_id, task_key) do update set
      desired = excluded.desired, version = tasks.version + 1, attempts = 0,
      due_at = case when tasks.sent_at is null then excluded.due_at else tasks.due_at end`.execute(
    trx,
  );
}

function isSame(a: WantedTask | undefined, b: WantedTask): boolean {
  if (a?.state !== "open" || b.state !== "open") return false;
  return (["subject", "body", "dueAt", "ownerId"] as const).every((part) => a[part] === b[part]);
}

export async function dueTasks(
  db: Db,
  portalId: string,
  query: { readonly now: number; readonly limit: number },
): Promise<readonly TaskRow[]> {
  return db
    .selectFrom("tasks")
    .select(columns)
    .where("portal_id", "=", portalId)
    .where("due_at", "<=", query.now)
    .orderBy("due_at")
    .orderBy("contact_id")
    .limit(query.limit)
    .execute();
}

/** Before a creation: whoever finds these rows later looks before creating again. */
export async function markCreating(
  trx: Trx,
  portalId: string,
  work: { readonly rows: readonly TaskRow[]; readonly sentAt: number; readonly lookAt: number },
): Promise<void> {
  await sql`
    update tasks t set sent_at = ${work.sentAt}::bigint, due_at = ${work.lookAt}::bigint
    from jsonb_to_recordset(${JSON.stringify(keys(work.rows))}::jsonb)
      as k(contact_id text, task_key text)
    where t.portal_id = ${portalId} and t.contact_id = k.contact_id
      and t.task_key = k.task_key`.execute(trx);
}

/** It is there: under this id, looking like this. What was wanted since is still to be written. */
export async function taskWritten(
  trx: Trx,
  portalId: string,
  work: {
    readonly rows: readonly (TaskRow & { readonly id: string })[];
    readonly as: "desired" | "unknown";
    readonly now: number;
  },
): Promise<void> {
  const rows = work.rows.map(({ contact_id, task_key, version, id, desired }) => {
    return { contact_id, task_key, version, id, shown: work.as === "desired" ? desired : null };
  });
  if (rows.length === 0) return;
  await sql`
    update tasks t set task_id = w.id, sent_at = null, attempts = 0, last_error = null,
      shown = nullif(w.shown, 'null'::jsonb),
      due_at = case when t.version = w.version and ${work.as} = 'desired' then null
        else ${work.now}::bigint end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w(contact_id text, task_key text, version bigint, id text, shown jsonb)
    where t.portal_id = ${portalId} and t.contact_id = w.contact_id
      and t.task_key = w.task_key`.execute(trx);
}

/** A creation that did not happen, as looking has shown: it may be begun again. */
export async function notCreated(
  trx: Trx,
  portalId: string,
  rows: readonly TaskRow[],
): Promise<void> {
  await sql`
    update tasks t set sent_at = null
    from jsonb_to_recordset(${JSON.stringify(keys(rows))}::jsonb)
      as k(contact_id text, task_key text)
    where t.portal_id = ${portalId} and t.contact_id = k.contact_id
      and t.task_key = k.task_key`.execute(trx);
}

/** Nothing is left to do about these, in HubSpot or here. */
export async function forgetTasks(
  trx: Trx,
  portalId: string,
  rows: readonly TaskRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from tasks t using jsonb_to_recordset(${JSON.stringify(keys(rows))}::jsonb)
      as k(contact_id text, task_key text, version bigint)
    where t.portal_id = ${portalId} and t.contact_id = k.contact_id
      and t.task_key = k.task_key and t.version = k.version`.execute(trx);
}

/** Refused or gone: not tried again until something else is wanted. */
export async function leaveTask(
  trx: Trx,
  portalId: string,
  row: TaskRow,
  why: string,
): Promise<void> {
  await trx
    .updateTable("tasks")
    .set({ due_at: null, sent_at: null, last_error: why })
    .where("portal_id", "=", portalId)
    .where("contact_id", "=", row.contact_id)
    .where("task_key", "=", row.task_key)
    .execute();
}

/** Not done: again later, and a creation whose outcome is open not before it can be looked for. */
export async function postponeTasks(
  db: Db,
  portalId: string,
  failure: { readonly rows: readonly TaskRow[]; readonly dueAt: number; readonly error: string },
): Promise<void> {
  await sql`
    update tasks t set attempts = t.attempts + 1, last_error = ${failure.error},
      due_at = case when t.sent_at is null then ${failure.dueAt}::bigint
        else greatest(t.due_at, ${failure.dueAt}::bigint) end
    from jsonb_to_recordset(${JSON.stringify(keys(failure.rows))}::jsonb)
      as k(contact_id text, task_key text)
    where t.portal_id = ${portalId} and t.contact_id = k.contact_id
      and t.task_key = k.task_key`.execute(db);
}

/** A person is forgotten: the tasks that name them vanish in HubSpot too. */
export async function purgeTasks(
  trx: Trx,
  portalId: string,
  contactId: string,
  now: number,
): Promise<void> {
  await trx
    .deleteFrom("tasks")
    .where("portal_id", "=", portalId)
    .where("contact_id", "=", contactId)
    .where("task_id", "is", null)
    .execute();
  const desired: WantedTask = { state: "gone" };
  await sql`
    update tasks set desired = ${JSON.stringify(desired)}::jsonb, shown = null, sent_at = null,
      version = version + 1, due_at = ${now}::bigint
    where portal_id = ${portalId} and contact_id = ${contactId}`.execute(trx);
}

function keys(rows: readonly TaskRow[]) {
  return rows.map(({ contact_id, task_key, version }) => ({ contact_id, task_key, version }));
}
