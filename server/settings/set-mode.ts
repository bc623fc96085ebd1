import { reassessPortal } from "../assess/reassess-portal.ts";
import { sharedProperties } from "../deliver/deliver.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { leaveAlone } from "../store/outbox.ts";
import { setPortal } from "../store/portals.ts";
import type { Mode } from "../store/schema.ts";
import { askOnce } from "./ask-once.ts";
import { type Caller, demand, openSettings } from "./open-settings.ts";

/**
 * Pauses at once: what people share with us is not written from the next batch on, not even what waits
 * to be delivered. Going on returns to what marketing and sales have agreed on, else to observing; what
 * happened meanwhile is caught up with.
 */
export async function setMode(
  services: Services,
  caller: Caller,
  asked: { readonly key: string; readonly mode: "paused" | "resumed" },
): Promise<{ readonly mode: Mode }> {
  const { portalId } = caller;
  const done = await askOnce(services, caller, asked, async (trx, now) => {
    const { portal, isAgreed, may } = await openSettings(trx, caller);
    demand(may.pause, "Only approvers and admins may pause Medqual.");
    if (asked.mode === "resumed" && portal.mode !== "paused")
      throw new AppError("conflict", "Medqual is not paused. Load the page again.");
    const mode: Mode = asked.mode === "paused" ? "paused" : isAgreed ? "active" : "observe";
    const offersFrom = mode === "active" ? (portal.offers_from ?? now) : portal.offers_from;
    await setPortal(trx, portalId, { mode, offers_from: offersFrom });
    if (mode === "paused") await leaveAlone(trx, portalId, sharedProperties);
    await reassessPortal(trx, portalId, { cause: `set to ${mode}`, now });
    return { mode };
  });
  await services.bell.ring(portalId, "bulk");
  return done;
}
