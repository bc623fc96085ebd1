import { randomUUID } from "node:crypto";
import type { Services } from "../context.ts";
import type { ObjectType, Page } from "../hubspot/crm.ts";
import { readBackfill } from "../store/backfills.ts";
import { type Lease, releaseLease, renewLease, takeLease } from "../store/leases.ts";
import { touch } from "../store/pending.ts";
import { listAgainNow } from "../store/portals.ts";
import { readRecords } from "../store/records.ts";
import { readWatermarks, setWatermark } from "../store/sweeps.ts";

const sweepEveryMs = 60_000;
/** HubSpot's search index lags behind; looking back further than it lags costs little. */
const overlapMs = 30_000;
const leaseMs = 120_000;
/** HubSpot shows no more of one search. */
const mostResults = 10_000;
const pageSize = 100;

/**
 * Finds what no event told us: lost deliveries, and changes HubSpot sends no webhook for (replies to
 * e-mails, analytics). Records that the mirror already has at their latest state are left alone,
 * which includes our own writes. Each type has its own watermark: one that is refused delays no other.
 */
export async function sweepPortal(services: Services, portalId: string): Promise<void> {
  const { db, now, log } = services;
  const due = (await readWatermarks(db, portalId)).filter(
    ({ until }) => until <= now() - sweepEveryMs,
  );
  if (due.length === 0) return;
  const wanted = { portalId, name: "sweep", holder: randomUUID() };
  const lease = await takeLease(db, wanted, { now: now(), ttlMs: leaseMs });
  if (!lease) return;
  try {
    if ((await readBackfill(db, portalId))?.step !== "done") return;
    for (const swept of due) {
      try {
        await sweepType(services, lease, swept);
      } catch (error) {
        log.warn({ portalId, type: swept.type, err: error }, "sweep put off");
      }
    }
  } finally {
    await releaseLease(db, lease);
  }
}

/**
 * From the watermark on, oldest first. Each search begins at the last modification the one before has
 * shown: that knows no end of results, and records that move while they are read hide no others.
 */
async function sweepType(
  services: Services,
  lease: Lease,
  { type, until }: { readonly type: ObjectType; readonly until: number },
): Promise<void> {
  const { db, now, isStopping } = services;
  const { portalId } = lease;
  const gateway = services.gatewayFor(portalId);
  const startedAt = now();
  let since = until - overlapMs;
  let after: string | null = null;
  while (!isStopping()) {
    const query = { since, properties: [], after, lane: "live" } as const;
    const page: Page = await gateway.modifiedSince(type, query);
    const last = page.records.at(-1)?.updatedAt ?? since;
    const reached = page.after === null ? startedAt : Math.max(until, Math.min(last, startedAt));
    await keepFound(services, portalId, { type, page, reached });
    if (page.after === null || !(await renewLease(db, lease, now() + leaseMs))) return;
    after = last > since ? null : page.after;
    since = Math.max(since, last);
    if (after === null || Number(after) + pageSize <= mostResults) continue;
    // More records of one millisecond than a search shows: only a listing sees them all.
    services.log.warn({ portalId, type, since }, "sweep leaves records to a listing");
    await listAgainNow(db, portalId, now());
    since += 1;
    after = null;
  }
}

async function keepFound(
  { db, now, bell }: Services,
  portalId: string,
  found: { readonly type: ObjectType; readonly page: Page; readonly reached: number },
): Promise<void> {
  const { type, page, reached } = found;
  const ids = page.records.map((record) => record.id);
  const mirrored = await readRecords(db, portalId, type, ids);
  const touches = page.records
    .filter((record) => (mirrored.get(record.id)?.updated_at ?? 0) < record.updatedAt)
    .map(({ id }) => ({ objectType: type, objectId: id, step: "sync", cause: "sweep" }) as const);
  await db.transaction().execute(async (trx) => {
    await touch(trx, portalId, { touches, lane: "live", now: now() });
    await setWatermark(trx, portalId, { type, until: reached });
  });
  if (touches.length > 0) await bell.ring(portalId, "live");
}
