import type { Selectable } from "kysely";
import { startListing } from "./listings.ts";
import type { Db, Trx } from "./open.ts";
import type { Schema } from "./schema.ts";
import { startSweeps } from "./sweeps.ts";

export type Backfill = Selectable<Schema["backfills"]>;

/** Lists everything and then decides it. Whatever was under way of a former one begins again. */
export async function startBackfill(trx: Trx, portalId: string, now: number): Promise<void> {
  const fresh = { step: "listing", listed: 0, started_at: now, finished_at: null } as const;
  await trx
    .insertInto("backfills")
    .values({ portal_id: portalId, ...fresh })
    .onConflict((conflict) => conflict.column("portal_id").doUpdateSet(fresh))
    .execute();
  await startListing(trx, portalId, { purpose: "backfill", now });
  await startSweeps(trx, portalId, now);
}

export async function readBackfill(db: Db | Trx, portalId: string): Promise<Backfill | null> {
  const row = await db
    .selectFrom("backfills")
    .selectAll()
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  return row ?? null;
}

export async function moveBackfill(
  trx: Trx | Db,
  portalId: string,
  change: Partial<Omit<Backfill, "portal_id" | "started_at">>,
): Promise<void> {
  await trx.updateTable("backfills").set(change).where("portal_id", "=", portalId).execute();
}
