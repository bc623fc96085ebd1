import type { ObjectType } from "../hubspot/crm.ts";
import { listedTypes } from "./listings.ts";
import type { Db, Trx } from "./open.ts";

/** Up to when modified records of each type have been looked for. */
export async function readWatermarks(
  db: Db | Trx,
  portalId: string,
): Promise<readonly { readonly type: ObjectType; readonly until: number }[]> {
  return db
    .selectFrom("sweeps")
    .select(["object_type as type", "until"])
    .where("portal_id", "=", portalId)
    .orderBy("object_type")
    .execute();
}

/** The instant up to which every type has been looked at. */
export async function sweptUntil(db: Db | Trx, portalId: string): Promise<number | null> {
  const until = (await readWatermarks(db, portalId)).map((mark) => mark.until);
  return until.length === 0 ? null : Math.min(...until);
}

export async function setWatermark(
  trx: Trx,
  portalId: string,
  swept: { readonly type: ObjectType; readonly until: number },
): Promise<void> {
  await trx
    .insertInto("sweeps")
    .values({ portal_id: portalId, object_type: swept.type, until: swept.until })
    .onConflict((conflict) =>
      conflict.columns(["portal_id", "object_type"]).doUpdateSet({ until: swept.until }),
    )
    .execute();
}

/** A listing that begins now shows everything that was modified before. */
export async function startSweeps(trx: Trx, portalId: string, now: number): Promise<void> {
  for (const type of listedTypes) await setWatermark(trx, portalId, { type, until: now });
}
