import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";

/** One spelling of a property as the mirror holds it. */
export type CountedValue = {
  readonly text: string;
  readonly records: number;
  /** Ids of a few records that have it, the lowest first. */
  readonly examples: readonly string[];
};

const exampleCount = 5;

/** Every distinct value of a property, the most frequent first; where asked, of records whose other property is empty. */
export async function countValues(
  db: Db | Trx,
  portalId: string,
  of: {
    readonly objectType: ObjectType;
    readonly property: string;
    readonly whereEmpty: string | null;
  },
): Promise<readonly CountedValue[]> {
  const { objectType, property, whereEmpty } = of;
  const isEmpty =
    whereEmpty === null ? sql`true` : sql`coalesce(properties ->> ${whereEmpty}::text, '') = ''`;
  const { rows } = await sql<{ text: string; records: number | string; examples: string[] }>`
    select properties ->> ${property}::text as text, count(*) as records,
      (array_agg(object_id order by object_id))[1:${sql.lit(exampleCount)}] as examples
    from records
    where portal_id = ${portalId} and object_type = ${objectType} and not gone
      and coalesce(properties ->> ${property}::text, '') <> '' and ${isEmpty}
    group by 1 order by 2 desc, 1`.execute(db);
  return rows.map((row) => ({ ...row, records: Number(row.records) }));
}

/** Records of a type that are in the mirror. */
export async function countRecords(
  db: Db | Trx,
  portalId: string,
  objectType: ObjectType,
): Promise<number> {
  const row = await db
    .selectFrom("records")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("portal_id", "=", portalId)
    .where("object_type", "=", objectType)
    .where("gone", "=", false)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
