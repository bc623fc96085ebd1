import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";
import type { WorkLane } from "./schema.ts";

export type OutboxRow = {
  readonly object_type: ObjectType;
  readonly object_id: string;
  readonly version: number;
  readonly desired: Readonly<Record<string, string>>;
  readonly sent_version: number | null;
  readonly attempts: number;
  readonly faults: number;
};

/**
 * One row per record holding what it should look like: a newer wish replaces an older one. While one
 * is being sent its lane keeps the row, so that two lanes never write the same record at once.
 */
export async function wish(
  trx: Trx,
  portalId: string,
  work: {
    readonly rows: readonly {
      readonly object_type: ObjectType;
      readonly object_id: string;
      readonly desired: Readonly<Record<string, string>>;
    }[];
    readonly lane: WorkLane;
    readonly now: number;
  },
): Promise<void> {
  if (work.rows.length === 0) return;
  await sql`
    insert into outbox (portal_id, object_type, object_id, lane, version, desired, due_at)
    select ${portalId}, w.object_type, w.object_id, ${work.lane}, 1, w.desired, ${work.now}::bigint
    from jsonb_to_recordset(${JSON.stringify(work.rows)}::jsonb)
      as w(object_type text, object_id text, desired jsonb)
    on conflict (portal_id, object_type, object_id) do update set
      version = outbox.version + 1, desired = excluded.desired, due_at = excluded.due_at,
      lane = case
        when outbox.sent_version is not null then outbox.lane
        when 'live' in (outbox.lane, excluded.lane) then 'live'
        else 'bulk' end,
      attempts = 0, faults = 0`.execute(trx);
}

/** Keys of these records that already have a wish waiting or on its way. */
export async function waitingWishes(
  trx: Trx,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom("outbox")
    .select("object_id")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", type)
    .where("object_id", "in", [...ids])
    .execute();
  return new Set(rows.map((row) => row.object_id));
}

/** Up to `limit` due rows of one object type: HubSpot's batches hold one type. */
export async function dueWishes(
  db: Db,
  portalId: string,
  query: { readonly lane: WorkLane; readonly now: number; readonly limit: number },
): Promise<readonly OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    select object_type, object_id, version, desired, sent_version, attempts, faults from outbox
    where portal_id = ${portalId} and lane = ${query.lane} and due_at <= ${query.now}
      and object_type = (
        select object_type from outbox
        where portal_id = ${portalId} and lane = ${query.lane} and due_at <= ${query.now}
        order by due_at, object_type limit 1)
    order by due_at, object_id limit ${query.limit}`.execute(db);
  return rows;
}

/** Up to `limit` due rows of any type, each type in a row by itself. */
export async function allDueWishes(
  db: Db,
  portalId: string,
  query: { readonly lane: WorkLane; readonly now: number; readonly limit: number },
): Promise<readonly OutboxRow[]> {
  return db
    .selectFrom("outbox")
    .select([
      "object_type",
      "object_id",
      "version",
      "desired",
      "sent_version",
      "attempts",
      "faults",
    ])
    .where("portal_id", "=", portalId)
    .where("lane", "=", query.lane)
    .where("due_at", "<=", query.now)
    .orderBy("object_type")
    .orderBy("due_at")
    .orderBy("object_id")
    .limit(query.limit)
    .execute();
}

/** Before the call: whoever finds these rows after a crash knows that the outcome is unknown. */
export async function markSending(
  trx: Trx,
  portalId: string,
  rows: readonly OutboxRow[],
): Promise<void> {
  await sql`
    update outbox o set sent_version = s.version
    from jsonb_to_recordset(${JSON.stringify(keys(rows))}::jsonb)
      as s(object_type text, object_id text, version bigint)
    where o.portal_id = ${portalId} and o.object_type = s.object_type
      and o.object_id = s.object_id`.execute(trx);
}

/** After the receipt: fulfilled wishes go; where a newer one came meanwhile, that one stays. */
export async function fulfil(
  trx: Trx,
  portalId: string,
  rows: readonly OutboxRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const sent = JSON.stringify(keys(rows));
  await sql`
    delete from outbox o using jsonb_to_recordset(${sent}::jsonb)
      as s(object_type text, object_id text, version bigint)
    where o.portal_id = ${portalId} and o.object_type = s.object_type
      and o.object_id = s.object_id and o.version = s.version`.execute(trx);
  await sql`
    update outbox o set sent_version = null, lane = 'live' from jsonb_to_recordset(${sent}::jsonb)
      as s(object_type text, object_id text, version bigint)
    where o.portal_id = ${portalId} and o.object_type = s.object_type
      and o.object_id = s.object_id`.execute(trx);
}

/** Takes these properties out of every wish that waits: from now on others alone decide them. */
export async function leaveAlone(
  trx: Trx,
  portalId: string,
  properties: readonly string[],
): Promise<void> {
  await sql`
    update outbox set desired = desired - ${[...properties]}::text[], version = version + 1
    where portal_id = ${portalId} and desired ?| ${[...properties]}::text[]`.execute(trx);
}

/**
 * Not done: again later. Rows that were marked as being sent stay marked, since part of a failed
 * batch may have been written; the next try looks before it writes.
 */
export async function postponeWishes(
  db: Db,
  portalId: string,
  failure: {
    readonly rows: readonly OutboxRow[];
    readonly dueAt: number;
    readonly error: string;
    /** Whether the records themselves may be to blame. */
    readonly isFault: boolean;
  },
): Promise<void> {
  await sql`
    update outbox o set due_at = ${failure.dueAt}::bigint, attempts = o.attempts + 1,
      faults = o.faults + ${failure.isFault ? 1 : 0}::integer, last_error = ${failure.error}
    from jsonb_to_recordset(${JSON.stringify(keys(failure.rows))}::jsonb)
      as s(object_type text, object_id text, version bigint)
    where o.portal_id = ${portalId} and o.object_type = s.object_type
      and o.object_id = s.object_id`.execute(db);
}

function keys(rows: readonly OutboxRow[]) {
  return rows.map(({ object_type, object_id, version }) => ({ object_type, object_id, version }));
}
