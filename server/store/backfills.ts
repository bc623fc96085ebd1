import type { Selectable } from "kysely";
import type { Db, Trx } from "./open.ts";
import type { Schema } from "./schema.ts";

export type Backfill = Selectable<Schema["backfills"]>;

/** A portal that was back-filled before begins again only when it connects again. */
export async function startBackfill(trx: Trx, portalId: string, now: number): Promise<void> {
  const fresh = {
    step: "companies",
    after: null,
    listed: 0,
    decided: 0,
    started_at: now,
    finished_at: null,
  } as const;
  await trx
    .insertInto("backfills")
    .values({ portal_id: portalId, ...fresh })
    .onConflict((conflict) => conflict.column("portal_id").doUpdateSet(fresh))
    .execute();
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
