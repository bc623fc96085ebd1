import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db } from "./open.ts";

/**
 * Whether anything about a record is still to be brought to HubSpot, looked at, decided or written. One
 * statement, so that work which moves from one table to the next is seen in one of them.
 */
export async function hasWork(
  db: Db,
  portalId: string,
  record: { readonly objectType: ObjectType; readonly objectId: string },
): Promise<boolean> {
  const isOf = sql`portal_id = ${portalId} and object_type = ${record.objectType}
    and object_id = ${record.objectId}`;
  const { rows } = await sql<{ has_work: boolean }>`
    select exists (select 1 from inputs where ${isOf})
      or exists (select 1 from pending where ${isOf})
      or exists (select 1 from outbox where ${isOf}) as has_work`.execute(db);
  return rows[0]?.has_work ?? false;
}
