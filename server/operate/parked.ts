import { ringSafely } from "../queue/ring-safely.ts";
import { type ParkedRecord, listParked as list, takeParked } from "../store/parked.ts";
import { touch } from "../store/pending.ts";
import { knownPortal, connectedPortal } from "./known-portal.ts";
import type { Operator } from "./operator.ts";

/** Records given up, with the reason, the latest first. */
export async function listParked(
  { db }: Operator,
  { portalId, limit = 100 }: { readonly portalId?: string | undefined; readonly limit?: number },
): Promise<readonly ParkedRecord[]> {
  if (portalId !== undefined) await knownPortal(db, portalId);
  return list(db, { portalId, limit });
}

export type Retried = { readonly retried: number };

/** Has parked records read, decided and written again: one of them, or all of the portal. */
export async function retryParked(
  operator: Operator,
  asked: { readonly portalId: string; readonly objectType?: string; readonly objectId?: string },
): Promise<Retried> {
  const { db, now } = operator;
  const { portalId } = asked;
  await connectedPortal(db, portalId);
  const retried = await db.transaction().execute(async (trx) => {
    const taken = await takeParked(trx, asked);
    const touches = taken.map(({ objectType, objectId }) => {
      return { objectType, objectId, step: "sync", cause: "operator" } as const;
    });
    await touch(trx, portalId, { touches, lane: "live", now: now() });
    return taken.length;
  });
  if (retried > 0) await ringSafely(operator, portalId, "live");
  return { retried };
}
