import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";

export type Rewrite = {
  readonly object_type: ObjectType;
  readonly object_id: string;
  readonly property: string;
  readonly raw: string;
  readonly value: string;
};

/** Keeps what stands in a property before it is rewritten; committed before anything is written. */
export async function keepRaw(
  trx: Trx,
  portalId: string,
  rewrites: readonly Rewrite[],
  now: number,
): Promise<void> {
  if (rewrites.length === 0) return;
  await sql`
    insert into field_rewrites (portal_id, object_type, object_id, property, raw, value, at)
    select ${portalId}, r.object_type, r.object_id, r.property, r.raw, r.value, ${now}::bigint
    from jsonb_to_recordset(${JSON.stringify(rewrites)}::jsonb)
      as r(object_type text, object_id text, property text, raw text, value text)
    on conflict (portal_id, object_type, object_id, property) do update set
      raw = excluded.raw, value = excluded.value, at = excluded.at
      where field_rewrites.raw <> excluded.raw or field_rewrites.value <> excluded.value`.execute(
    trx,
  );
}

/** By record: property → what stood there before we rewrote it. */
export async function readRaw(
  db: Db | Trx,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const found = new Map<string, Record<string, string>>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom("field_rewrites")
    .select(["object_id", "property", "raw"])
    .where("portal_id", "=", portalId)
    .where("object_type", "=", type)
    .where("object_id", "in", [...ids])
    .execute();
  for (const { object_id, property, raw } of rows)
    found.set(object_id, { ...found.get(object_id), [property]: raw });
  return found;
}
