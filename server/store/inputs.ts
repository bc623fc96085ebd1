import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";
import type { Properties } from "./schema.ts";

export type InputRow = {
  readonly object_type: ObjectType;
  readonly object_id: string;
  readonly property: string;
  readonly value: string;
  readonly present: string | null;
  readonly sent: string | null;
  readonly made_at: number;
  readonly version: number;
  readonly attempts: number;
};

/** Keeps what a person entered, until HubSpot has it; a newer value of a property replaces the older. */
export async function keepInputs(
  trx: Trx,
  portalId: string,
  entered: {
    readonly objectType: ObjectType;
    readonly objectId: string;
    readonly values: Readonly<Record<string, string>>;
    /** What the record shows of these properties now. */
    readonly present: Properties;
    readonly userId: string;
    readonly now: number;
  },
): Promise<void> {
  const { objectType, objectId, values, present, userId, now } = entered;
  const rows = Object.entries(values)
    .map(([property, value]) => ({ property, value, present: present[property] ?? null }))
    .toSorted((a, b) => (a.property < b.property ? -1 : 1));
  await sql`
    insert into inputs (portal_id, object_type, object_id, property, value, present, user_id,
      made_at, version, due_at)
    select ${portalId}, ${objectType}, ${objectId}, i.property, i.value, i.present, ${userId},
      ${now}::bigint, 1, ${now}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as i(property text, value text, present text)
    on conflict (portal_id, object_type, object_id, property) do update set
      value = excluded.value, user_id = excluded.user_id, made_at = excluded.made_at,
      version = inputs.version + 1, due_at = excluded.due_at, attempts = 0`.execute(trx);
}

/** A new press takes the place of one that HubSpot refused. */
export async function forgetRefused(
  trx: Trx,
  portalId: string,
  { objectType, objectId }: { readonly objectType: ObjectType; readonly objectId: string },
): Promise<void> {
  await trx
    .deleteFrom("parked")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", objectType)
    .where("object_id", "=", objectId)
    .where("step", "=", "input")
    .execute();
}

/** Every waiting property of up to `limit` due records of one type: a record is written whole. */
export async function dueInputs(
  db: Db,
  portalId: string,
  query: { readonly now: number; readonly limit: number },
): Promise<readonly InputRow[]> {
  const { rows } = await sql<InputRow>`
    with due as (
      select object_type, object_id, min(due_at) as since from inputs
      where portal_id = ${portalId} and due_at <= ${query.now}
      group by object_type, object_id),
    batch as (
      select object_type, object_id from due
      where object_type = (select object_type from due order by since, object_type limit 1)
      order by since, object_id limit ${query.limit})
    select i.object_type, i.object_id, i.property, i.value, i.present, i.sent, i.made_at, i.version,
      i.attempts
    from inputs i join batch using (object_type, object_id)
    where i.portal_id = ${portalId}
    order by i.object_id, i.property`.execute(db);
  return rows;
}

/** Before the call: what HubSpot shows afterwards may be this, though no receipt came. */
export async function markInputsSent(
  trx: Trx,
  portalId: string,
  rows: readonly InputRow[],
): Promise<void> {
  await sql`
    update inputs i set sent = s.value
    from jsonb_to_recordset(${keys(rows)}::jsonb)
      as s(object_type text, object_id text, property text, value text, version bigint)
    where i.portal_id = ${portalId} and i.object_type = s.object_type
      and i.object_id = s.object_id and i.property = s.property`.execute(trx);
}

/** HubSpot has them, or somebody changed their mind; what was entered meanwhile stays. */
export async function finishInputs(
  trx: Trx,
  portalId: string,
  rows: readonly InputRow[],
): Promise<void> {
  await sql`
    delete from inputs i using jsonb_to_recordset(${keys(rows)}::jsonb)
      as s(object_type text, object_id text, property text, value text, version bigint)
    where i.portal_id = ${portalId} and i.object_type = s.object_type
      and i.object_id = s.object_id and i.property = s.property
      and i.version = s.version`.execute(trx);
}

/** Not done: again later. */
export async function postponeInputs(
  db: Db,
  portalId: string,
  failure: {
    readonly rows: readonly InputRow[];
    readonly dueAt: number;
    readonly error: string;
  },
): Promise<void> {
  await sql`
    update inputs i set due_at = ${failure.dueAt}::bigint, attempts = i.attempts + 1,
      last_error = ${failure.error}
    from jsonb_to_recordset(${keys(failure.rows)}::jsonb)
      as s(object_type text, object_id text, property text, value text, version bigint)
    where i.portal_id = ${portalId} and i.object_type = s.object_type
      and i.object_id = s.object_id and i.property = s.property`.execute(db);
}

function keys(rows: readonly InputRow[]): string {
  return JSON.stringify(
    rows.map(({ object_type, object_id, property, value, version }) => ({
      object_type,
      object_id,
      property,
      value,
      version,
    })),
  );
}
