import { reassessPortal } from "../assess/reassess-portal.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { guardLease } from "../store/leases.ts";
import { keepStages } from "../store/portals.ts";
import { moveSource } from "../store/sources.ts";
import type { Source } from "./source.ts";

const everyMs = 3_600_000;

/** The portal's lifecycle stages in their order: what is further on than what stands on a contact. */
export const stages: Source = {
  name: "stages",
  rows: "one",
  scope: null,
  step: async (run, row, lease) => {
    const { services, portal, gateway } = run;
    const portalId = portal.portal_id;
    const listed = await gateway.lifecycleStages("live");
    const isChanged = JSON.stringify(listed) !== JSON.stringify(portal.lifecycle_stages);
    await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const now = services.now();
      if (isChanged) {
        await keepStages(trx, portalId, listed);
        // What was decided by the order that HubSpot begins with may be written now, or no longer.
        if (hasOwn(listed) || portal.lifecycle_stages !== null)
          await reassessPortal(trx, portalId, { cause: "lifecycle stages changed", now });
      }
      await moveSource(trx, row, { readAt: now, dueAt: now + everyMs });
    });
    if (isChanged) await ringSafely(services, portalId, "bulk");
  },
};

/** Stages that a portal added have numbers for names. */
function hasOwn(listed: readonly string[]): boolean {
  return listed.some((stage) => /^\d+$/.test(stage));
}
