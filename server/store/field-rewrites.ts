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

/**
 * By record: property → what stood there before we rewrote it. What was kept for a rewrite that never
 * came, or that a later one replaced, is left out.
 */
export async function readRaw(
  db: Db | Trx,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const found = new Map<string, Record<string, string>>();
  if (ids.length === 0) return found;
  const { rows } = await sql<Pick<Rewrite, "object_id" | "property" | "raw">>`
    select w.object_id, w.property, w.raw from field_rewrites w
    join records r on r.portal_id = w.portal_id and r.object_type = w.object_type
      and r.object_id = w.object_id and r.written ->> w.property = w.value
    where w.portal_id = ${portalId} and w.object_type = ${type}
      and w.object_id = any(${[...ids]}::text[])`.execute(db);
  for (const { object_id, property, raw } of rows)
    found.set(object_id, { ...found.get(object_id), [property]: raw });
  return found;
}
