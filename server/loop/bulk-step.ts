import type { PortalRun } from "../context.ts";
import { type Backfill, moveBackfill, readBackfill } from "../store/backfills.ts";
import type { Lease } from "../store/leases.ts";
import { countByStatus } from "../store/standings.ts";
import { listPage } from "../sync/list-page.ts";
import { assessStep, deliverStep, type StepResult } from "./live-step.ts";

/**
 * One page or one batch of the work nobody waits for. Everything is listed before anything is
 * decided: a decision needs the whole account, and each contact is to be decided once.
 */
export async function bulkStep(run: PortalRun, lease: Lease): Promise<StepResult> {
  const backfill = await readBackfill(run.services.db, run.portal.portal_id);
  if (backfill && backfill.step !== "assess" && backfill.step !== "done") {
    await listPage(run, backfill, lease);
    await report(run);
    return "worked";
  }
  const decided = await assessStep(run, "bulk", lease);
  const delivered = await deliverStep(run, "bulk", lease);
  if (backfill?.step === "assess") await report(run);
  if (decided === "worked" || delivered === "worked") return "worked";
  if (backfill?.step === "assess") await finish(run, backfill);
  return "idle";
}

async function waiting(run: PortalRun, table: "pending" | "outbox"): Promise<number> {
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
  if ((await waiting(run, "pending")) + (await waiting(run, "outbox")) > 0) return;
  const finishedAt = run.services.now();
  await moveBackfill(run.services.db, portalId, { step: "done", finished_at: finishedAt });
  const byStatus = await countByStatus(run.services.db, portalId);
  const tookMs = finishedAt - backfill.started_at;
  run.services.log.info({ portalId, tookMs, byStatus }, "back-fill finished");
}
