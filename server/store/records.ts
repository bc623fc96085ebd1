import { sql } from "kysely";
import type { CrmRecord, ObjectType } from "../hubspot/crm.ts";
import type { Signal } from "../../src/facts/signal.ts";
import type { Db, Trx } from "./open.ts";
import type { Properties } from "./schema.ts";

export type MirrorRecord = {
  readonly object_id: string;
  readonly properties: Properties;
  readonly company_id: string | null;
  readonly updated_at: number;
  readonly gone: boolean;
  readonly written: Readonly<Record<string, string>>;
};

const columns = ["object_id", "properties", "company_id", "updated_at", "gone", "written"] as const;

/** Keeps the newer of what is there and what comes; `updatedAt` is HubSpot's. */
export async function mirrorRecords(
  trx: Trx,
  portalId: string,
  type: ObjectType,
  records: readonly CrmRecord[],
  companyOf: (record: CrmRecord) => string | null,
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((record) => ({
    object_id: record.id,
    properties: record.properties,
    company_id: companyOf(record),
    updated_at: record.updatedAt,
  }));
  rows.sort((a, b) => (a.object_id < b.object_id ? -1 : 1));
  await sql`
    insert into records (portal_id, object_type, object_id, properties, company_id, updated_at)
    select ${portalId}, ${type}, r.object_id, r.properties, r.company_id, r.updated_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(object_id text, properties jsonb, company_id text, updated_at bigint)
    on conflict (portal_id, object_type, object_id) do update set
      properties = excluded.properties, company_id = excluded.company_id,
      updated_at = excluded.updated_at, gone = false
      where records.updated_at <= excluded.updated_at`.execute(trx);
}

export async function markGone(
  trx: Trx | Db,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("records")
    .set({ gone: true })
    .where("portal_id", "=", portalId)
    .where("object_type", "=", type)
    .where("object_id", "in", [...ids])
    .execute();
}

export async function readRecords(
  db: Db | Trx,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MirrorRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("records")
    .select(columns)
    .where("portal_id", "=", portalId)
    .where("object_type", "=", type)
    .where("object_id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.object_id, row]));
}

/** Contacts by their primary company. */
export async function readPeople(
  db: Db | Trx,
  portalId: string,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MirrorRecord[]>> {
  const people = new Map<string, MirrorRecord[]>();
  if (companyIds.length === 0) return people;
  const rows = await db
    .selectFrom("records")
    .select(columns)
    .where("portal_id", "=", portalId)
    .where("object_type", "=", "contacts")
    .where("company_id", "in", [...companyIds])
    .where("gone", "=", false)
    .orderBy("object_id")
    .execute();
  for (const row of rows) {
    const key = row.company_id ?? "";
    people.set(key, [...(people.get(key) ?? []), row]);
  }
  return people;
}

/** After HubSpot's receipt: the mirror shows what is there now, unless it has seen later. */
export async function mergeWritten(
  trx: Trx,
  portalId: string,
  type: ObjectType,
  writes: readonly {
    readonly object_id: string;
    readonly properties: Properties;
    readonly written: Readonly<Record<string, string>>;
    readonly updated_at: number;
  }[],
): Promise<void> {
  if (writes.length === 0) return;
  const rows = [...writes].sort((a, b) => (a.object_id < b.object_id ? -1 : 1));
  await sql`
    update records r set
      properties = case when r.updated_at <= w.updated_at
        then r.properties || w.properties else r.properties end,
      written = r.written || w.written,
      updated_at = greatest(r.updated_at, w.updated_at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w(object_id text, properties jsonb, written jsonb, updated_at bigint)
    where r.portal_id = ${portalId} and r.object_type = ${type}
      and r.object_id = w.object_id`.execute(trx);
}

/** Keeps signals, each once; answers which contacts have one that was not known. */
export async function addSignals(
  trx: Trx,
  portalId: string,
  found: readonly { readonly contactId: string; readonly signals: readonly Signal[] }[],
): Promise<readonly string[]> {
  const rows = found.flatMap(({ contactId, signals }) =>
    signals.map((signal) => ({ contact_id: contactId, signal_id: signal.id, signal })),
  );
  if (rows.length === 0) return [];
  const added = await sql<{ contact_id: string }>`
    insert into signals (portal_id, contact_id, signal_id, signal)
    select ${portalId}, s.contact_id, s.signal_id, s.signal
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as s(contact_id text, signal_id text, signal jsonb)
    on conflict do nothing returning contact_id`.execute(trx);
  return [...new Set(added.rows.map(({ contact_id }) => contact_id))];
}

/** Takes back signals that no longer hold; answers which contacts had one. */
export async function removeSignals(
  trx: Trx,
  portalId: string,
  found: readonly { readonly contactId: string; readonly withdrawn?: readonly string[] }[],
): Promise<readonly string[]> {
  const rows = found.flatMap(({ contactId, withdrawn = [] }) =>
    withdrawn.map((id) => ({ contact_id: contactId, signal_id: id })),
  );
  if (rows.length === 0) return [];
  const removed = await sql<{ contact_id: string }>`
    delete from signals s using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w(contact_id text, signal_id text)
    where s.portal_id = ${portalId} and s.contact_id = w.contact_id and s.signal_id = w.signal_id
    returning s.contact_id`.execute(trx);
  return removed.rows.map(({ contact_id }) => contact_id);
}

export async function readSignalsOf(
  db: Db | Trx,
  portalId: string,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Signal[]>> {
  const signals = new Map<string, Signal[]>();
  if (contactIds.length === 0) return signals;
  const rows = await db
    .selectFrom("signals")
    .select(["contact_id", "signal"])
    .where("portal_id", "=", portalId)
    .where("contact_id", "in", [...contactIds])
    .orderBy("signal_id")
    .execute();
  for (const { contact_id, signal } of rows)
    signals.set(contact_id, [...(signals.get(contact_id) ?? []), signal]);
  return signals;
}
