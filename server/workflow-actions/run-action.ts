import { setTimeout as sleep } from "node:timers/promises";
import type { ContactDecision, DealDecision } from "../../src/decision.ts";
import type { Outputs } from "../../src/view/workflow-outputs.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import { once } from "../store/idempotency.ts";
import { touch } from "../store/pending.ts";
import { findPortal } from "../store/portals.ts";
import { readDecided } from "../store/decided.ts";
import type { ActionRequest } from "./action-request.ts";

/**
 * - `decided`: `isCurrent` is false where newer changes are still being worked on;
 * - `later`: not decided yet, HubSpot is to ask again;
 * - `unknown`: HubSpot has no such record for us.
 */
export type ActionOutcome =
  | { readonly kind: "decided"; readonly outputs: Outputs; readonly isCurrent: boolean }
  | { readonly kind: "later" }
  | { readonly kind: "unknown" };

const objectTypes = { CONTACT: "contacts", DEAL: "deals" } as const;
/** HubSpot waits 20 s for an action; most records are read and decided within one. */
const patienceMs = 8_000;
const lookMs = 200;

/**
 * Reads a record again, decides it and answers, within 8 s. The same callback is put to work once,
 * however often HubSpot repeats it; asking again is how a workflow waits for a slow decision.
 */
export async function runAction(
  services: Services,
  request: ActionRequest,
  outputsOf: (decision: ContactDecision | DealDecision) => Outputs | null,
): Promise<ActionOutcome> {
  const { portalId } = request.origin;
  const portal = await findPortal(services.db, portalId);
  if (!portal)
    throw new AppError("portal_unknown", "Medqual is not connected to this HubSpot account.");
  if (portal.state === "disconnected")
    throw new AppError("portal_disconnected", "Medqual was disconnected. Install the app again.");
  const record = {
    objectType: objectTypes[request.object.objectType],
    objectId: request.object.objectId,
  };
  await begin(services, request, record);
  const { decision, isPending } = await waitFor(services, portalId, record);
  // A workflow can wait and is to branch by the newest decision; an agent's user waits for an answer.
  if (isPending && (decision === null || request.context.source === "WORKFLOWS"))
    return { kind: "later" };
  if (decision === null) return { kind: "unknown" };
  const outputs = outputsOf(decision);
  if (outputs === null)
    throw new AppError("bad_request", `This action is not for ${request.object.objectType}.`);
  return { kind: "decided", outputs, isCurrent: !isPending };
}

type Asked = { readonly objectType: ObjectType; readonly objectId: string };

async function begin(services: Services, request: ActionRequest, record: Asked): Promise<void> {
  const { db, bell, now } = services;
  const { portalId } = request.origin;
  const key = `workflow action ${request.callbackId}`;
  const asked = { key, request: JSON.stringify(record), now: now() };
  await db.transaction().execute((trx) =>
    once(trx, portalId, asked, async () => {
      const touches = [{ ...record, step: "sync", cause: "workflow action" }] as const;
      await touch(trx, portalId, { touches, lane: "live", now: now() });
      return true;
    }),
  );
  await bell.ring(portalId, "live");
}

async function waitFor({ db, now, isStopping }: Services, portalId: string, record: Asked) {
  const until = now() + patienceMs;
  for (;;) {
    const decided = await readDecided(db, portalId, record);
    if (!decided.isPending || now() >= until || isStopping()) return decided;
    await sleep(lookMs);
  }
}
