import { evaluateContact, evaluateDeal, outcomeKey } from "../../src/evaluate.ts";
import { readContactFacts, readDealFacts } from "../../src/facts/read-contact-facts.ts";
import type { ContactSnapshot } from "../../src/facts/snapshot.ts";
import { type HandoffTask, handoffTask } from "../../src/handoff/task.ts";
import { planWrites } from "../../src/projection/plan-writes.ts";
import { projectContact, projectDeal } from "../../src/projection/project.ts";
import { trailSentence } from "../../src/view/trail.ts";
import type { PortalRun } from "../context.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import type { Trx } from "../store/open.ts";
import { waitingWishes, wish } from "../store/outbox.ts";
import { finishPending, type PendingRow } from "../store/pending.ts";
import { guardSettings, type PortalRow } from "../store/portals.ts";
import type { MirrorRecord } from "../store/records.ts";
import type { WorkLane } from "../store/schema.ts";
import { type DecisionRow, keepDecisions, readStandings } from "../store/standings.ts";
import { keepFieldPlans, planContact } from "../fields/plan-records.ts";
import { type LoadedContact, loadContacts, loadDeals } from "./load-snapshots.ts";
import { wantTasks } from "../store/tasks.ts";

type Judged = {
  readonly row: DecisionRow;
  readonly record: MirrorRecord;
  readonly desired: Readonly<Record<string, string>>;
  /** What tells people of an open handoff. */
  readonly task: HandoffTask | null;
};

/**
 * Decides these records from the mirror, with no call to HubSpot. A decision, its trail entry and
 * the wish it causes are committed together, and only for records nobody touched meanwhile.
 */
export async function assessRecords(
  run: PortalRun,
  rows: readonly PendingRow[],
  work: { readonly lane: WorkLane; readonly lease: Lease },
): Promise<number> {
  const { services, portal } = run;
  const portalId = portal.portal_id;
  const { judged, tasks } = await services.db.transaction().execute(async (trx) => {
    await guardLease(trx, work.lease);
    await guardSettings(trx, portal);
    const finished = await finishPending(trx, portalId, rows);
    const untouched = rows.filter((row) => finished.has(`${row.object_type} ${row.object_id}`));
    const contacts = await judgeContacts(run, trx, untouched);
    const judged = [...contacts, ...(await judgeDeals(run, trx, untouched))];
    await keepDecisions(
      trx,
      portalId,
      judged.map((each) => each.row),
    );
    const wishes = await changedOnly(trx, portal, judged);
    await wish(trx, portalId, { rows: wishes, lane: work.lane, now: services.now() });
    return { judged, tasks: await wantTasksOf(run, trx, { untouched, contacts }) };
  });
  for (const each of judged) services.metrics.decisions.inc({ changed: String(each.row.isNew) });
  // Tasks are live work, whoever decided.
  if (tasks > 0 && work.lane === "bulk") await ringSafely(services, portalId, "live");
  return judged.length;
}

/** In observe mode and while it is paused nobody is told anything. */
async function wantTasksOf(
  { services, portal }: PortalRun,
  trx: Trx,
  decided: { readonly untouched: readonly PendingRow[]; readonly contacts: readonly Judged[] },
): Promise<number> {
  if (portal.mode !== "active") return 0;
  const { ids } = ofType(decided.untouched, "contacts");
  const tasks = new Map(ids.map((id) => [id, taskOf(id, decided.contacts)]));
  return wantTasks(trx, portal.portal_id, { tasks, now: services.now() });
}

/** One who is gone has none. */
function taskOf(id: string, judged: readonly Judged[]): HandoffTask | null {
  return judged.find(({ record }) => record.object_id === id)?.task ?? null;
}

async function judgeContacts(
  run: PortalRun,
  trx: Trx,
  rows: readonly PendingRow[],
): Promise<readonly Judged[]> {
  const { portal, playbook, services } = run;
  const { ids, causes } = ofType(rows, "contacts");
  const standings = await readStandings(trx, portal.portal_id, "contacts", ids);
  const now = services.now();
  const loaded = await loadContacts(trx, portal.portal_id, ids, playbook);
  const isWriting = portal.mode === "active";
  const plans = new Map(
    loaded.map(({ record, raw }) => [record.object_id, planContact({ record, raw }, playbook)]),
  );
  await keepFieldPlans(trx, portal.portal_id, {
    contacts: [...plans].map(([objectId, plan]) => ({ objectId, plan })),
    companies: companiesOf(loaded),
    playbook,
    isWriting,
    now,
  });
  return loaded.map(({ record, snapshot }) => {
    const former = standings.get(record.object_id);
    const facts = readContactFacts(snapshot, playbook);
    const at = { playbook, now, offersFrom: portal.mode === "active" ? portal.offers_from : null };
    const decision = evaluateContact(facts, former?.standing ?? null, at);
    const outcome = outcomeKey(decision);
    const isNew = outcome !== former?.outcome;
    return {
      record,
      desired: {
        ...projectContact(decision, facts, { playbook, mode: portal.mode, now }),
        ...(isWriting ? plans.get(record.object_id)?.values : {}),
      },
      task: ownedTask(handoffTask(decision, facts, playbook), snapshot),
      row: {
        object_type: "contacts",
        object_id: record.object_id,
        sequence: (former?.sequence ?? 0) + (isNew ? 1 : 0),
        status: decision.status,
        standing: decision.standing,
        decision,
        facts,
        former: former?.standing ?? null,
        offersFrom: at.offersFrom,
        outcome,
        isNew,
        decided_at: now,
        playbook_version: playbook.version,
        cause: causes.get(record.object_id) ?? "",
        sentence: trailSentence(
          former?.standing?.status ?? null,
          decision.status,
          decision.reasons,
        ),
        next_at: decision.nextAt,
      },
    };
  });
}

async function judgeDeals(
  run: PortalRun,
  trx: Trx,
  rows: readonly PendingRow[],
): Promise<readonly Judged[]> {
  const { portal, playbook, services } = run;
  const { ids, causes } = ofType(rows, "deals");
  const standings = await readStandings(trx, portal.portal_id, "deals", ids);
  const now = services.now();
  const loaded = await loadDeals(trx, portal.portal_id, ids, playbook);
  return loaded.map(({ record, snapshot }) => {
    const former = standings.get(record.object_id);
    const facts = readDealFacts(snapshot, playbook);
    const decision = evaluateDeal(facts, { playbook, now });
    const outcome = outcomeKey(decision);
    const isNew = outcome !== former?.outcome;
    return {
      record,
      desired: projectDeal(decision, facts, now),
      task: null,
      row: {
        object_type: "deals",
        object_id: record.object_id,
        sequence: (former?.sequence ?? 0) + (isNew ? 1 : 0),
        status: null,
        standing: null,
        decision,
        facts,
        former: null,
        offersFrom: null,
        outcome,
        isNew,
        decided_at: now,
        playbook_version: playbook.version,
        cause: causes.get(record.object_id) ?? "",
        sentence: `Committee ${decision.committee.completeness} % complete`,
        next_at: decision.nextAt,
      },
    };
  });
}

/** Each company of these contacts once. */
function companiesOf(loaded: readonly LoadedContact[]) {
  const found = new Map<string, { record: MirrorRecord; raw: LoadedContact["companyRaw"] }>();
  for (const { company, companyRaw } of loaded)
    if (company !== null) found.set(company.object_id, { record: company, raw: companyRaw });
  return [...found.values()];
}

/** HubSpot gives nothing new to an owner who has left. */
function ownedTask(
  task: HandoffTask | null,
  { inactiveOwners = [] }: ContactSnapshot,
): HandoffTask | null {
  const hasLeft = inactiveOwners.some((ownerId) => ownerId === task?.ownerId);
  return task !== null && hasLeft ? { ...task, ownerId: null } : task;
}

function ofType(rows: readonly PendingRow[], type: ObjectType) {
  const mine = rows.filter((row) => row.object_type === type);
  return {
    ids: mine.map((row) => row.object_id),
    causes: new Map(mine.map((row) => [row.object_id, row.cause])),
  };
}

/** Only what differs from the portal becomes a wish; a wish already waiting is always replaced. */
async function changedOnly(trx: Trx, portal: PortalRow, judged: readonly Judged[]) {
  const portalId = portal.portal_id;
  const stages = portal.lifecycle_stages;
  const waiting = new Map<ObjectType, ReadonlySet<string>>();
  for (const type of ["contacts", "deals"] as const) {
    const ids = judged.filter((j) => j.row.object_type === type).map((j) => j.row.object_id);
    waiting.set(type, await waitingWishes(trx, portalId, type, ids));
  }
  return judged
    .filter(({ row, record, desired }) => {
      if (waiting.get(row.object_type)?.has(row.object_id)) return true;
      const { properties: present, written: lastWritten } = record;
      const plan = planWrites({ desired, present, lastWritten, ...(stages && { stages }) });
      return Object.keys(plan).length > 0;
    })
    .map(({ row, desired }) => ({
      object_type: row.object_type,
      object_id: row.object_id,
      desired,
    }));
}
