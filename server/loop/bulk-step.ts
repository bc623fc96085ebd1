import type { PortalRun } from "../context.ts";
import { type Backfill, moveBackfill, readBackfill } from "../store/backfills.ts";
import type { Lease } from "../store/leases.ts";
import { countByStatus } from "../store/standings.ts";
import { listPage } from "../sync/list-page.ts";
import { type BulkDelivery, createBulkDelivery } from "./bulk-delivery.ts";
import { assessStep, type StepResult, verifyStep } from "./live-step.ts";

export type BulkWork = {
  readonly step: () => Promise<StepResult>;
  /** What is still under way has ended. */
  readonly settle: () => Promise<void>;
};

/**
 * The work nobody waits for, one page or one batch a step; deliveries go on beside it. Everything is
 * listed before anything is decided: a decision needs the whole account, and each contact is to be
 * decided once. Batches leave full, since calls are what is scarce.
 */
export function createBulkWork(run: PortalRun, lease: Lease): BulkWork {
  const deliveries = createBulkDelivery(run, lease);
  return { step: () => bulkStep(run, lease, deliveries), settle: deliveries.settle };
}

async function bulkStep(
  run: PortalRun,
  lease: Lease,
  deliveries: BulkDelivery,
): Promise<StepResult> {
  const backfill = await readBackfill(run.services.db, run.portal.portal_id);
  if (backfill && backfill.step !== "assess" && backfill.step !== "done") {
    await listPage(run, backfill, lease);
    await report(run);
    return "worked";
  }
  const decided = await assessStep(run, "bulk", lease);
  const delivered = await deliveries.begin({ onlyFull: decided === "worked" });
  const more = decided === "worked" || deliveries.isBusy();
  const verifying = await verifyStep(run, "bulk", { lease, onlyFull: more });
  if (backfill?.step === "assess") await report(run);
  if (decided === "worked" || delivered === "begun" || verifying === "worked") return "worked";
  if (deliveries.isBusy()) {
    await deliveries.next();
    return "worked";
  }
  if (backfill?.step === "assess") await finish(run, backfill);
  return "idle";
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
async function report(run: PortalRun): Promise<void> {
  const portalId = run.portal.portal_id;
  const backfill = await readBackfill(run.services.db, portalId);
  const toDecide = await waiting(run, "pending");
  const toWrite = await waiting(run, "outbox");
  const { step, listed } = backfill ?? { step: "done", listed: 0 };
  run.services.log.info({ portalId, step, listed, toDecide, toWrite }, "back-fill progress");
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
