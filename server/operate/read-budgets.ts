import { type Budget, readBudgets as readFromRedis } from "../hubspot/budgets.ts";
import { buckets } from "../hubspot/buckets.ts";
import type { Operator } from "./operator.ts";
import { knownPortal } from "./known-portal.ts";

export type PortalBudgets = {
  readonly portalId: string;
  readonly budgets: readonly Budget[] | null;
};

/** The call budgets of a portal, or of all; `null` where their Redis belongs to another process. */
export async function readBudgets(
  operator: Operator,
  { portalId }: { readonly portalId?: string | undefined },
): Promise<readonly PortalBudgets[]> {
  const { db, redis } = operator;
  if (portalId !== undefined) await knownPortal(db, portalId);
  const rows = await db.selectFrom("portals").select("portal_id").orderBy("portal_id").execute();
  const ids = rows.map((row) => row.portal_id).filter((id) => !portalId || id === portalId);
  const read = async (id: string) => ({
    portalId: id,
    budgets: redis && (await readFromRedis(redis, id)),
  });
  return Promise.all(ids.map(read));
}

/** The pace of bulk work; what everybody begins with where nothing is known of this portal. */
export async function callsPerSecond({ redis }: Operator, portalId: string): Promise<number> {
  const budgets = redis && (await readFromRedis(redis, portalId));
  const main = budgets?.find(({ bucket }) => bucket === "main");
  return main?.callsPerSecond ?? Math.round(10_000 / buckets.main.spacingMs) / 10;
}
