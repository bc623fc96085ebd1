import { writeInputs } from "../act/write-inputs.ts";
import { assessRecords } from "../assess/assess-records.ts";
import type { PortalRun } from "../context.ts";
import { deliver } from "../deliver/deliver.ts";
import { verify } from "../deliver/verify.ts";
import { deliverTasks } from "../handoff/deliver-tasks.ts";
import type { Lease } from "../store/leases.ts";
import { dueInputs } from "../store/inputs.ts";
import { dueWishes } from "../store/outbox.ts";
import { duePending } from "../store/pending.ts";
import type { WorkLane } from "../store/schema.ts";
import { dueToVerify } from "../store/unverified.ts";
import { dueTasks } from "../store/tasks.ts";
import { syncRecords } from "../sync/sync-records.ts";
import {
  attemptDelivery,
  attemptInputs,
  attemptPending,
  attemptTasks,
  attemptVerifying,
} from "./attempt.ts";

export type StepResult = "worked" | "idle";

/** HubSpot's batch size. */
const batchSize = 100;

/** What people entered → sync → assess → deliver, one batch of each. */
export async function liveStep(run: PortalRun, lease: Lease): Promise<StepResult> {
  const { services, portal } = run;
  const entered = await inputStep(run, lease);
  const query = { lane: "live", step: "sync", now: services.now(), limit: batchSize } as const;
  const touched = await duePending(services.db, portal.portal_id, query);
  if (touched.length > 0)
    await attemptPending(run, touched, {
      name: "sync",
      act: (rows) => syncRecords(run, rows, lease),
    });
  const decided = await assessStep(run, "live", lease);
  const delivered = await deliverStep(run, "live", lease);
  const verifying = await verifyStep(run, "live", { lease, onlyFull: false });
  const told = await taskStep(run, lease);
  const results = [entered, decided, delivered, verifying, told];
  return touched.length > 0 || results.includes("worked") ? "worked" : "idle";
}

async function inputStep(run: PortalRun, lease: Lease): Promise<StepResult> {
  const { db, now } = run.services;
  const query = { now: now(), limit: batchSize };
  const rows = await dueInputs(db, run.portal.portal_id, query);
  if (rows.length === 0) return "idle";
  await attemptInputs(run, rows, () => writeInputs(run, rows, lease));
  return "worked";
}

/** Tasks that tell people of handoffs. Nothing but our own properties is written in other modes. */
async function taskStep(run: PortalRun, lease: Lease): Promise<StepResult> {
  const { services, portal } = run;
  if (portal.mode !== "active") return "idle";
  const query = { now: services.now(), limit: batchSize };
  const rows = await dueTasks(services.db, portal.portal_id, query);
  if (rows.length === 0) return "idle";
  await attemptTasks(run, rows, () => deliverTasks(run, rows, lease));
  return "worked";
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

async function deliverStep(run: PortalRun, lane: WorkLane, lease: Lease): Promise<StepResult> {
  const { services, portal } = run;
  const query = { lane, now: services.now(), limit: batchSize };
  const rows = await dueWishes(services.db, portal.portal_id, query);
  if (rows.length === 0) return "idle";
  await attemptDelivery(run, rows, (batch) => deliver(run, batch, { lane, lease }));
  return "worked";
}

/** Reads back what was written and may have been ignored. */
export async function verifyStep(
  run: PortalRun,
  lane: WorkLane,
  options: { readonly lease: Lease; readonly onlyFull: boolean },
): Promise<StepResult> {
  const { services, portal } = run;
  const atLeast = options.onlyFull ? batchSize : 1;
  const query = { lane, now: services.now(), atLeast, limit: batchSize };
  const written = await dueToVerify(services.db, portal.portal_id, query);
  if (!written) return "idle";
  await attemptVerifying(run, written, () => verify(run, written, { lane, lease: options.lease }));
  return "worked";
}
