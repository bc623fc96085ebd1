import type { Services } from "../context.ts";
import { removedPortals } from "../store/portals.ts";
import { purgePortal } from "../store/purge.ts";

/** Forgets the portals that removed the app and did not come back within the grace period. */
export async function purgeRemoved({ db, log, now }: Services, graceMs: number): Promise<void> {
  for (const portalId of await removedPortals(db, now() - graceMs)) {
    const purge = { reason: "app removed, grace period over", now: now() };
    const removed = await purgePortal(db, portalId, purge);
    log.info({ portalId, removed }, "portal purged");
  }
}
