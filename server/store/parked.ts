import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";

/** What we could not finish, kept with the reason until somebody looks. */
export async function park(
  db: Db | Trx,
  portalId: string,
  entry: {
    readonly objectType: ObjectType;
    readonly objectId: string;
    readonly step: "sync" | "assess" | "deliver" | "deliver stages" | "input";
    readonly reason: string;
    readonly at: number;
  },
): Promise<void> {
  const { objectType, objectId, step, reason, at } = entry;
  await db
    .insertInto("parked")
    .values({ portal_id: portalId, object_type: objectType, object_id: objectId, step, reason, at })
    .onConflict((conflict) =>
      conflict
        .columns(["portal_id", "object_type", "object_id", "step"])
        .doUpdateSet({ reason, at }),
    )
    .execute();
}
