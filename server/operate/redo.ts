import { reassessPortal } from "../assess/reassess-portal.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { startBackfill } from "../store/backfills.ts";
import { connectedPortal } from "./known-portal.ts";
import type { Operator } from "./operator.ts";

export type Begun = { readonly portalId: string; readonly begun: "rescore" | "resync" };

/** Decides every record of a portal again, from what is stored; only what differs is written. */
export async function rescore(
  operator: Operator,
  { portalId }: { readonly portalId: string },
): Promise<Begun> {
  const { db, now } = operator;
  await connectedPortal(db, portalId);
  await db
    .transaction()
    .execute((trx) => reassessPortal(trx, portalId, { cause: "operator", now: now() }));
  await ringSafely(operator, portalId, "bulk");
  return { portalId, begun: "rescore" };
}

/** Reads every record of a portal again from HubSpot, and decides it. */
export async function resync(
  operator: Operator,
  { portalId }: { readonly portalId: string },
): Promise<Begun> {
  const { db, now } = operator;
  await connectedPortal(db, portalId);
  await db.transaction().execute((trx) => startBackfill(trx, portalId, now()));
  await ringSafely(operator, portalId, "bulk");
  return { portalId, begun: "resync" };
}
