import { randomUUID } from "node:crypto";
import type { Services } from "../context.ts";
import type { Gateway, ObjectType } from "../hubspot/crm.ts";
import { readBackfill } from "../store/backfills.ts";
import { releaseLease, takeLease } from "../store/leases.ts";
import { touch, type Touch } from "../store/pending.ts";
import { type PortalRow, setPortal } from "../store/portals.ts";
import { readRecords } from "../store/records.ts";

export const sweepEveryMs = 60_000;
/** HubSpot's search index lags behind; looking back further than it lags costs little. */
const overlapMs = 30_000;
const leaseMs = 120_000;

/**
 * Finds what no event told us: lost deliveries, and changes HubSpot sends no webhook for (replies to
 * e-mails, analytics). Records that the mirror already has at their latest state are left alone,
 * which includes our own writes.
 */
export async function sweepPortal(services: Services, portal: PortalRow): Promise<void> {
  const { db, now, bell } = services;
  const portalId = portal.portal_id;
  const wanted = { portalId, name: "sweep", holder: randomUUID() };
  const lease = await takeLease(db, wanted, { now: now(), ttlMs: leaseMs });
  if (!lease) return;
  try {
    if ((await readBackfill(db, portalId))?.step !== "done") return;
    const startedAt = now();
    const gateway = services.gatewayFor(portalId);
    const touches: Touch[] = [];
    for (const type of ["companies", "contacts", "deals"] as const)
      touches.push(...(await modified(services, gateway, { portal, type })));
    await touch(db, portalId, { touches, lane: "live", now: now() });
    await setPortal(db, portalId, { swept_until: startedAt });
    if (touches.length > 0) await bell.ring(portalId, "live");
  } finally {
    await releaseLease(db, lease);
  }
}

async function modified(
  { db }: Services,
  gateway: Gateway,
  swept: { readonly portal: PortalRow; readonly type: ObjectType },
): Promise<readonly Touch[]> {
  const { portal, type } = swept;
  const since = portal.swept_until - overlapMs;
  const touches: Touch[] = [];
  let after: string | null = null;
  do {
    const page = await gateway.modifiedSince(type, { since, properties: [], after, lane: "live" });
    const ids = page.records.map((record) => record.id);
    const mirrored = await readRecords(db, portal.portal_id, type, ids);
    for (const record of page.records)
      if ((mirrored.get(record.id)?.updated_at ?? 0) < record.updatedAt)
        touches.push({ objectType: type, objectId: record.id, step: "sync", cause: "sweep" });
    after = page.after;
  } while (after !== null);
  return touches;
}
