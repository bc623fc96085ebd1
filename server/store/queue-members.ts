import type { Trx } from "./open.ts";

/** Those who may accept and return from now on: exactly these. */
export async function keepMembers(
  trx: Trx,
  portalId: string,
  userIds: readonly string[],
): Promise<void> {
  await trx.deleteFrom("queue_members").where("portal_id", "=", portalId).execute();
  const rows = [...new Set(userIds)].map((user_id) => ({ portal_id: portalId, user_id }));
  if (rows.length > 0) await trx.insertInto("queue_members").values(rows).execute();
}
