import { assessRecords } from "../assess/assess-records.ts";
import type { PortalRun } from "../context.ts";
import { deliver } from "../deliver/deliver.ts";
import type { Lease } from "../store/leases.ts";
import { dueWishes } from "../store/outbox.ts";
import { duePending } from "../store/pending.ts";
import type { WorkLane } from "../store/schema.ts";
import { syncRecords } from "../sync/sync-records.ts";
import { attemptDelivery, attemptPending } from "./attempt.ts";

export type StepResult = "worked" | "idle";

/** HubSpot's batch size. */
const batchSize = 100;

/** Sync → assess → deliver, one batch of each. */
export async function liveStep(run: PortalRun, lease: Lease): Promise<StepResult> {
  const { services, portal } = run;
  const query = { lane: "live", step: "sync", now: services.now(), limit: batchSize } as const;
  const touched = await duePending(services.db, portal.portal_id, query);
  if (touched.length > 0)
    await attemptPending(run, touched, {
      name: "sync",
      act: (rows) => syncRecords(run, rows, lease),
    });
  const decided = await assessStep(run, "live", lease);
  const delivered = await deliverStep(run, "live", lease);
  return touched.length > 0 || decided === "worked" || delivered === "worked" ? "worked" : "idle";
}

export async function assessStep(
  run: PortalRun,
  lane: WorkLane,
  lease: Lease,
): Promise<StepResult> {
  const { services, portal } = run;
  const query = { lane, step: "assess", now: services.now(), limit: 2 * batchSize } as const;
  const rows = await duePending(services.db, portal.portal_id, query);
  if (rows.length === 0) return "idle";
  await attemptPending(run, rows, {
    name: "assess",
    act: (batch) => assessRecords(run, batch, { lane, lease }),
  });
  return "worked";
}

export async function deliverStep(
  run: PortalRun,
  lane: WorkLane,
  lease: Lease,
): Promise<StepResult> {
  const { services, portal } = run;
  const query = { lane, now: services.now(), limit: batchSize };
  const rows = await dueWishes(services.db, portal.portal_id, query);
  if (rows.length === 0) return "idle";
  await attemptDelivery(run, rows, () => deliver(run, rows, { lane, lease }));
  return "worked";
}
