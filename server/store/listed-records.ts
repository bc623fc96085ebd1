import type { ObjectType } from "../hubspot/crm.ts";
import type { Trx } from "./open.ts";

/** What the listing of this night has shown so far. */
export async function noteListed(
  trx: Trx,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = [...ids]
    .sort()
    .map((object_id) => ({ portal_id: portalId, object_type: type, object_id }));
  await trx
    .insertInto("listed_records")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Records of the mirror that the whole listing did not show, and forgets what it has shown. Whatever
 * came after its beginning may be missing from it for that reason alone, and is left out.
 */
export async function takeUnlisted(
  trx: Trx,
  portalId: string,
  listed: { readonly type: ObjectType; readonly startedAt: number },
): Promise<readonly string[]> {
  const { type, startedAt } = listed;
  const rows = await trx
    .selectFrom("records as r")
    .select("r.object_id")
    .where("r.portal_id", "=", portalId)
    .where("r.object_type", "=", type)
    .where("r.gone", "=", false)
    .where("r.updated_at", "<", startedAt)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("listed_records as l")
            .select("l.object_id")
            .whereRef("l.portal_id", "=", "r.portal_id")
            .whereRef("l.object_type", "=", "r.object_type")
            .whereRef("l.object_id", "=", "r.object_id"),
        ),
      ),
    )
    .orderBy("r.object_id")
    .execute();
  await trx
    .deleteFrom("listed_records")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", type)
    .execute();
  return rows.map((row) => row.object_id);
}
