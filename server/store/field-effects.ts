import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db } from "./open.ts";

/** Contacts on hold that wait for this fact while one of these values stands in the property. */
export async function countHeld(
  db: Db,
  portalId: string,
  of: {
    readonly fact: string;
    readonly objectType: ObjectType;
    readonly property: string;
    readonly texts: readonly string[];
  },
): Promise<number> {
  if (of.texts.length === 0) return 0;
  const isCompany = of.objectType === "companies";
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from standings s
    join records c on c.portal_id = s.portal_id and c.object_type = 'contacts'
      and c.object_id = s.object_id
    left join records f on f.portal_id = s.portal_id and f.object_type = ${of.objectType}
      and f.object_id = ${isCompany ? sql`c.company_id` : sql`c.object_id`}
    where s.portal_id = ${portalId} and s.object_type = 'contacts' and s.status = 'hold'
      and s.decision -> 'verdict' -> 'missing' ? ${of.fact}
      and f.properties ->> ${of.property}::text = any(${[...of.texts]}::text[])`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** By fact: the contacts on hold that wait for it, and those that wait for nothing else. */
export async function countGaps(
  db: Db,
  portalId: string,
): Promise<readonly { readonly fact: string; readonly onHold: number; readonly alone: number }[]> {
  const { rows } = await sql<{ fact: string; on_hold: number | string; alone: number | string }>`
    select m.fact, count(*) as on_hold,
      count(*) filter (where jsonb_array_length(s.decision -> 'verdict' -> 'missing') = 1) as alone
    from standings s
    cross join lateral jsonb_array_elements_text(
      case when s.decision -> 'verdict' ->> 'kind' = 'hold'
        then s.decision -> 'verdict' -> 'missing' else '[]'::jsonb end) as m(fact)
    where s.portal_id = ${portalId} and s.object_type = 'contacts' and s.status = 'hold'
    group by m.fact order by on_hold desc, alone desc, m.fact`.execute(db);
  return rows.map(({ fact, on_hold, alone }) => ({
    fact,
    onHold: Number(on_hold),
    alone: Number(alone),
  }));
}

/** Ids of contacts that have one of these values, the latest changed first. */
export async function recordsWithValues(
  db: Db,
  portalId: string,
  of: {
    readonly objectType: ObjectType;
    readonly property: string;
    readonly texts: readonly string[];
    readonly limit: number;
  },
): Promise<readonly string[]> {
  const { rows } = await sql<{ object_id: string }>`
    select object_id from records
    where portal_id = ${portalId} and object_type = ${of.objectType} and not gone
      and properties ->> ${of.property}::text = any(${[...of.texts]}::text[])
    order by updated_at desc, object_id limit ${of.limit}`.execute(db);
  return rows.map((row) => row.object_id);
}
