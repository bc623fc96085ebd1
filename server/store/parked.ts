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

export type ParkedRecord = {
  readonly portalId: string;
  readonly objectType: ObjectType;
  readonly objectId: string;
  readonly step: string;
  readonly reason: string;
  readonly at: number;
};

/** The latest first. */
export async function listParked(
  db: Db,
  { portalId, limit }: { readonly portalId: string | undefined; readonly limit: number },
): Promise<readonly ParkedRecord[]> {
  return db
    .selectFrom("parked")
    .select([
      "portal_id as portalId",
      "object_type as objectType",
      "object_id as objectId",
      "step",
      "reason",
      "at",
    ])
    .$if(portalId !== undefined, (query) => query.where("portal_id", "=", portalId ?? ""))
    .orderBy("at", "desc")
    .orderBy("object_id")
    .limit(limit)
    .execute();
}

export async function countParked(db: Db | Trx, portalId: string): Promise<number> {
  const { count } = await db
    .selectFrom("parked")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("portal_id", "=", portalId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Takes records out, each once: one of them, or all of the portal. */
export async function takeParked(
  trx: Trx,
  asked: { readonly portalId: string; readonly objectType?: string; readonly objectId?: string },
): Promise<readonly Pick<ParkedRecord, "objectType" | "objectId">[]> {
  const { portalId, objectType, objectId } = asked;
  const rows = await trx
    .deleteFrom("parked")
    .where("portal_id", "=", portalId)
    .$if(objectType !== undefined, (query) =>
      query.where("object_type", "=", objectType as ObjectType),
    )
    .$if(objectId !== undefined, (query) => query.where("object_id", "=", objectId ?? ""))
    .returning(["object_type as objectType", "object_id as objectId"])
    .execute();
  return [...new Map(rows.map((row) => [`${row.objectType} ${row.objectId}`, row])).values()];
}
