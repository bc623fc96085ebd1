import type { Db, Trx } from "../store/open.ts";

/** Whether this HubSpot user may accept and return: the queue's members, or everybody if none is named. */
export async function mayHandOver(
  db: Db | Trx,
  portalId: string,
  userId: string,
): Promise<boolean> {
  const members = await db
    .selectFrom("queue_members")
    .select("user_id")
    .where("portal_id", "=", portalId)
    .execute();
  return members.length === 0 || members.some((member) => member.user_id === userId);
}
