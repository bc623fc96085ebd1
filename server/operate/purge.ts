import { AppError } from "../errors.ts";
import { purgePortal, type Removed } from "../store/purge.ts";
import { knownPortal } from "./known-portal.ts";
import type { Operator } from "./operator.ts";

/** Forgets a portal for good. One that is connected has to be disconnected first. */
export async function purge(
  { db, now }: Operator,
  { portalId }: { readonly portalId: string },
): Promise<Removed> {
  const { state } = await knownPortal(db, portalId);
  if (state !== "disconnected")
    throw new AppError(
      "conflict",
      `Portal ${portalId} is ${state}. Disconnect it in HubSpot or in its settings first: what is purged under way would come back.`,
    );
  return purgePortal(db, portalId, { reason: "operator", now: now() });
}
