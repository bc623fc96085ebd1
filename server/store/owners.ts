import { sql } from "kysely";
import type { Owner } from "../hubspot/owner-calls.ts";
import type { Db, Trx } from "./open.ts";

/** Keeps who can own records; answers the ids of those who came back or left since the last time. */
export async function replaceOwners(
  trx: Trx,
  portalId: string,
  owners: readonly Owner[],
): Promise<readonly string[]> {
  const former = await trx
    .selectFrom("owners")
    .select(["owner_id", "active"])
    .where("portal_id", "=", portalId)
    .execute();
  const wasActive = new Map(former.map(({ owner_id, active }) => [owner_id, active]));
  await trx.deleteFrom("owners").where("portal_id", "=", portalId).execute();
  if (owners.length > 0)
    await trx
      .insertInto("owners")
      .values(
        owners.map(({ id, userId, active }) => ({
          portal_id: portalId,
          owner_id: id,
          user_id: userId,
          active,
        })),
      )
      .execute();
  // Whom nobody knew was taken for active.
  return owners
    .filter(({ id, active }) => (wasActive.get(id) ?? true) !== active)
    .map(({ id }) => id);
}

/** Ids of owners who have left. */
export async function inactiveOwners(db: Db | Trx, portalId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("owners")
    .select("owner_id")
    .where("portal_id", "=", portalId)
    .where("active", "=", false)
    .orderBy("owner_id")
    .execute();
  return rows.map(({ owner_id }) => owner_id);
}

/** Whether a HubSpot user is this owner, as far as the owners could be read. */
export async function isOwner(
  db: Db | Trx,
  portalId: string,
  who: { readonly userId: string; readonly ownerId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("owners")
    .select("owner_id")
    .where("portal_id", "=", portalId)
    .where("owner_id", "=", who.ownerId)
    .where("user_id", "=", who.userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of the contacts that one of these owns. */
export async function contactsOwnedBy(
  trx: Trx,
  portalId: string,
  ownerIds: readonly string[],
): Promise<readonly string[]> {
  if (ownerIds.length === 0) return [];
  const { rows } = await sql<{ object_id: string }>`
    select object_id from records
    where portal_id = ${portalId} and object_type = 'contacts' and not gone
      and properties->>'hubspot_owner_id' in (${sql.join([...ownerIds])})`.execute(trx);
  return rows.map(({ object_id }) => object_id);
}
