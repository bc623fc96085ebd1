import type { Db, Trx } from "../store/open.ts";
import { isOwner } from "../store/owners.ts";
import type { Properties } from "../store/schema.ts";

/**
 * Whether this HubSpot user may accept and return: the contact's owners and the queue's members, or
 * everybody if no member is named. HubSpot keeps the user ids of a record's owners on the
 * record, a little late; the list of owners, where it may be read, knows at once.
 */
export async function mayHandOver(
  db: Db | Trx,
  portalId: string,
  userId: string,
  contact: Properties,
): Promise<boolean> {
  const owners = contact["hs_user_ids_of_all_owners"]?.split(";") ?? [];
  if (userId !== "" && owners.includes(userId)) return true;
  const ownerId = contact["hubspot_owner_id"];
  if (ownerId && (await isOwner(db, portalId, { userId, ownerId }))) return true;
  const members = await db
    .selectFrom("queue_members")
    .select("user_id")
    .where("portal_id", "=", portalId)
    .execute();
  return members.length === 0 || members.some((member) => member.user_id === userId);
}
