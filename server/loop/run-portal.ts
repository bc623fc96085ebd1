import { randomUUID } from "node:crypto";
import type { PortalRun, Services } from "../context.ts";
import { provisionUpgrade } from "../fields/provision-portal.ts";
import { AppError } from "../errors.ts";
import { disconnectPortal, findPortal, SettingsChanged } from "../store/portals.ts";
import { type Lease, LeaseLost, releaseLease, renewLease, takeLease } from "../store/leases.ts";
import { withTaughtSpellings } from "../store/field-spellings.ts";
import { readPlaybook } from "../store/playbooks.ts";
import type { WorkLane } from "../store/schema.ts";
import { createBulkWork } from "./bulk-step.ts";
import { liveStep, type StepResult } from "./live-step.ts";

const ttlMs = 30_000;
/** Then the loop makes way for other portals and rings for itself again. */
const stepsPerTurn = 200;

/**
 * Works off one lane of one portal until nothing is due. One process at a time holds the lane's
 * lease; everything a step does is committed before the next begins, so it may end anywhere.
 */
export async function runPortal(
  services: Services,
  portalId: string,
  lane: WorkLane,
): Promise<void> {
  const { db, now, bell } = services;
  const wanted = { portalId, name: lane, holder: `${process.pid}-${randomUUID()}` };
  const lease = await takeLease(db, wanted, { now: now(), ttlMs });
  if (!lease) return; // its holder finds this work too, or the timer does when the holder has died
  try {
    const run = await prepareRun(services, portalId);
    if (run && (await work(run, lane, lease)) === "more") await bell.ring(portalId, lane);
  } catch (error) {
    if (error instanceof SettingsChanged) await bell.ring(portalId, lane);
    else await explain(services, portalId, error);
  } finally {
    await releaseLease(db, lease);
  }
}

/** What a run needs of a connected portal; `null` for any other. */
export async function prepareRun(services: Services, portalId: string): Promise<PortalRun | null> {
  const portal = await findPortal(services.db, portalId);
  if (portal?.state !== "connected") return null;
  const agreed = await readPlaybook(services.db, portalId, portal.playbook_version);
  const playbook = await withTaughtSpellings(services.db, portalId, agreed);
  return { services, portal, playbook, gateway: services.gatewayFor(portalId) };
}

async function work(run: PortalRun, lane: WorkLane, lease: Lease): Promise<"idle" | "more"> {
  if (lane === "bulk") {
    await provisionUpgrade(run);
    const bulk = createBulkWork(run, lease);
    try {
      return await repeat(run, lease, bulk.step);
    } finally {
      await bulk.settle(); // under this lease still
    }
  }
  return repeat(run, lease, () => liveStep(run, lease));
}

async function repeat(
  run: PortalRun,
  lease: Lease,
  step: () => Promise<StepResult>,
): Promise<"idle" | "more"> {
  const { db, now, isStopping } = run.services;
  let renewAt = now() + ttlMs / 3;
  for (let steps = 0; steps < stepsPerTurn; steps++) {
    if (isStopping() || (await step()) === "idle") return "idle";
    if (now() < renewAt) continue;
    if (!(await renewLease(db, lease, now() + ttlMs))) throw new LeaseLost(lease);
    renewAt = now() + ttlMs / 3;
  }
  return "more";
}

async function explain(services: Services, portalId: string, error: unknown): Promise<void> {
  if (error instanceof LeaseLost) return;
  if (error instanceof AppError && error.code === "portal_disconnected") {
    await disconnectPortal(services.db, portalId, services.now());
    services.log.warn({ portalId }, "portal disconnected: HubSpot refuses its tokens");
    return;
  }
  throw error;
}
