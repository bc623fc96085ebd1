import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";
import type { WorkLane } from "./schema.ts";

export type Touch = {
  readonly objectType: ObjectType;
  readonly objectId: string;
  /** What is to be done: read it again from HubSpot, or only decide again. */
  readonly step: "sync" | "assess";
  readonly cause: string;
};

export type PendingRow = {
  readonly object_type: ObjectType;
  readonly object_id: string;
  readonly version: number;
  readonly attempts: number;
  readonly faults: number;
  readonly cause: string;
};

/**
 * One row per record, however often it is touched. A touch raises the version, so that work begun
 * before it cannot count as having seen it. `live` and `sync` win over `bulk` and `assess`.
 */
export async function touch(
  db: Db | Trx,
  portalId: string,
  work: { readonly touches: readonly Touch[]; readonly lane: WorkLane; readonly now: number },
): Promise<void> {
  const rows = coalesce(work.touches);
  if (rows.length === 0) return;
  await sql`
    insert into pending (portal_id, object_type, object_id, lane, step, version, due_at, cause, since)
    select ${portalId}, t.object_type, t.object_id, ${work.lane}, t.step, 1, ${work.now}::bigint,
      t.cause, ${work.now}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t(object_type text, object_id text, step text, cause text)
    on conflict (portal_id, object_type, object_id) do update set
      version = pending.version + 1,
      lane = case when 'live' in (pending.lane, excluded.lane) then 'live' else 'bulk' end,
      step = case when 'sync' in (pending.step, excluded.step) then 'sync' else 'assess' end,
      due_at = least(pending.due_at, excluded.due_at),
      cause = excluded.cause`.execute(db);
}

/** Sorted by key, so that two transactions cannot wait for each other's rows. */
function coalesce(touches: readonly Touch[]) {
  const byKey = new Map<string, Record<string, string>>();
  for (const { objectType, objectId, step, cause } of touches) {
    const key = `${objectType} ${objectId}`;
    const strongest = byKey.get(key)?.["step"] === "sync" ? "sync" : step;
    byKey.set(key, { object_type: objectType, object_id: objectId, step: strongest, cause });
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export async function duePending(
  db: Db,
  portalId: string,
  query: {
    readonly lane: WorkLane;
    readonly step: "sync" | "assess";
    readonly now: number;
    readonly limit: number;
  },
): Promise<readonly PendingRow[]> {
  return db
    .selectFrom("pending")
    .select(["object_type", "object_id", "version", "attempts", "faults", "cause"])
    .where("portal_id", "=", portalId)
    .where("lane", "=", query.lane)
    .where("step", "=", query.step)
    .where("due_at", "<=", query.now)
    .orderBy("due_at")
    .orderBy("object_type")
    .orderBy("object_id")
    .limit(query.limit)
    .execute();
}

/** Takes away the rows nobody touched since they were read; says which those were. */
export async function finishPending(
  trx: Trx,
  portalId: string,
  rows: readonly PendingRow[],
): Promise<ReadonlySet<string>> {
  const { rows: finished } = await sql<{ object_type: string; object_id: string }>`
    delete from pending p using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t(object_type text, object_id text, version bigint)
    where p.portal_id = ${portalId} and p.object_type = t.object_type
      and p.object_id = t.object_id and p.version = t.version
    returning p.object_type, p.object_id`.execute(trx);
  return new Set(finished.map((row) => `${row.object_type} ${row.object_id}`));
}

/** Synchronised and not touched since: ready to be decided. */
export async function readyToAssess(
  trx: Trx,
  portalId: string,
  rows: readonly PendingRow[],
): Promise<void> {
  await sql`
    update pending p set step = 'assess', attempts = 0, faults = 0, last_error = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t(object_type text, object_id text, version bigint)
    where p.portal_id = ${portalId} and p.object_type = t.object_type
      and p.object_id = t.object_id and p.version = t.version`.execute(trx);
}

/** Tried in vain: again later, at a time that grows with the number of tries. */
export async function postponePending(
  db: Db,
  portalId: string,
  failure: {
    readonly rows: readonly PendingRow[];
    readonly dueAt: number;
    readonly error: string;
    /** Whether the records themselves may be to blame. */
    readonly isFault: boolean;
  },
): Promise<void> {
  await sql`
    update pending p
      set due_at = ${failure.dueAt}::bigint, attempts = p.attempts + 1,
        faults = p.faults + ${failure.isFault ? 1 : 0}::integer, last_error = ${failure.error}
    from jsonb_to_recordset(${JSON.stringify(failure.rows)}::jsonb)
      as t(object_type text, object_id text, version bigint)
    where p.portal_id = ${portalId} and p.object_type = t.object_type
      and p.object_id = t.object_id`.execute(db);
}
