import type { PortalRun } from "../context.ts";
import { type Backfill, moveBackfill, readBackfill } from "../store/backfills.ts";
import { lookAtPortal } from "../fields/look-at-portal.ts";
import { readLook } from "../store/field-looks.ts";
import { runFix } from "../fields/run-fix.ts";
import { dueFix } from "../store/fixes.ts";
import type { Lease } from "../store/leases.ts";
import { readListings } from "../store/listings.ts";
import { countByStatus } from "../store/standings.ts";
import { readProgress } from "../sync/read-progress.ts";
import { type BulkListing, createBulkListing } from "./bulk-listing.ts";
import { attemptFix, attemptLook } from "./attempt.ts";
import { type BulkDelivery, createBulkDelivery } from "./bulk-delivery.ts";
import { assessStep, type StepResult, verifyStep } from "./live-step.ts";

export type BulkWork = {
  readonly step: () => Promise<StepResult>;
  /** What is still under way has ended. */
  readonly settle: () => Promise<void>;
};

/**
 * The work nobody waits for, one page or one batch a step; deliveries and listings go on beside it.
 * In a back-fill everything is listed before anything is decided: a decision needs the whole account,
 * and each contact is to be decided once. Batches leave full, since calls are what is scarce.
 */
export function createBulkWork(run: PortalRun, lease: Lease): BulkWork {
  const parts = {
    deliveries: createBulkDelivery(run, lease),
    listings: createBulkListing(run, lease),
  };
  return {
    step: () => bulkStep(run, lease, parts),
    settle: async () => {
      await parts.listings.settle();
      await parts.deliveries.settle();
    },
  };
}

async function bulkStep(
  run: PortalRun,
  lease: Lease,
  { deliveries, listings }: { readonly deliveries: BulkDelivery; readonly listings: BulkListing },
): Promise<StepResult> {
  const backfill = await readBackfill(run.services.db, run.portal.portal_id);
  await listings.begin();
  if (backfill?.step === "listing") {
    if (listings.isBusy()) {
      await listings.next();
      await report(run);
      return "worked";
    }
    if (!(await isDecidable(run))) return "idle";
  }
  const decided = await assessStep(run, "bulk", lease);
  const delivered = await deliveries.begin({ onlyFull: decided === "worked" });
  const more = decided === "worked" || deliveries.isBusy();
  const verifying = await verifyStep(run, "bulk", { lease, onlyFull: more });
  if (backfill?.step === "assess") await report(run);
  if (listings.isBusy()) {
    await listings.next();
    return "worked";
  }
  if (decided === "worked" || delivered === "begun" || verifying === "worked") return "worked";
  if (deliveries.isBusy()) {
    await deliveries.next();
    return "worked";
  }
  if (backfill?.step === "assess") await finish(run, backfill);
  if ((await fixStep(run, lease)) === "worked") return "worked";
  return lookStep(run, lease);
}

/** A look at what only HubSpot shows, once somebody has asked for an audit and then daily. */
async function lookStep(run: PortalRun, lease: Lease): Promise<StepResult> {
  const { services, portal } = run;
  const kept = await readLook(services.db, portal.portal_id);
  if (kept === null || kept.due_at > services.now()) return "idle";
  await attemptLook(run, () => lookAtPortal(run, lease));
  return "worked";
}

/** One batch of the oldest fix, when nothing else is left to do. */
async function fixStep(run: PortalRun, lease: Lease): Promise<StepResult> {
  const { services, portal } = run;
  const fix = await dueFix(services.db, portal.portal_id, services.now());
  if (fix === null) return "idle";
  await attemptFix(run, fix, () => runFix(run, fix, lease));
  return "worked";
}

/** Deals that a portal does not let us list keep no contact from being decided. */
async function isDecidable({ services, portal }: PortalRun): Promise<boolean> {
  const listings = await readListings(services.db, portal.portal_id);
  return listings.every(
    ({ purpose, object_type, finished_at }) =>
      purpose !== "backfill" || object_type === "deals" || finished_at !== null,
  );
}

async function waiting(
  run: PortalRun,
  table: "pending" | "outbox" | "unverified",
): Promise<number> {
  const row = await run.services.db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("portal_id", "=", run.portal.portal_id)
    .where("lane", "=", "bulk")
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A line a person or a program can follow. */
async function report({ services, portal, gateway }: PortalRun): Promise<void> {
  const portalId = portal.portal_id;
  const pace = { callsPerSecond: gateway.callsPerSecond() };
  const progress = await readProgress(services.db, portalId, pace);
  services.log.info({ portalId, ...progress }, "back-fill progress");
}

/** Done when nothing waits any more; what was put off after a failure is waited for. */
async function finish(run: PortalRun, backfill: Backfill): Promise<void> {
  const portalId = run.portal.portal_id;
  for (const table of ["pending", "outbox", "unverified"] as const)
    if ((await waiting(run, table)) > 0) return;
  const finishedAt = run.services.now();
  await moveBackfill(run.services.db, portalId, { step: "done", finished_at: finishedAt });
  const byStatus = await countByStatus(run.services.db, portalId);
  const tookMs = finishedAt - backfill.started_at;
  run.services.log.info({ portalId, tookMs, byStatus }, "back-fill finished");
}
