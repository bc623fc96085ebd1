import { propertyCatalogue } from "../../src/projection/catalogue.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import {
  beginDisconnection,
  type Disconnection,
  markArchived,
  openDisconnections,
} from "../store/disconnections.ts";
import { purgePortal } from "../store/purge.ts";
import { askOnce } from "./ask-once.ts";
import { authorOf, type Caller, demand, openSettings } from "./open-settings.ts";

export type Leaving = { readonly kind: "leaving" };

/**
 * Takes the app out of the portal, and forgets everything of it. Committed before anything is done, so
 * that it is finished whatever happens; from here on nothing else is done for this portal.
 */
export async function disconnect(
  services: Services,
  caller: Caller,
  asked: { readonly key: string; readonly archives: boolean; readonly confirm: string },
): Promise<Leaving> {
  const leaving = await askOnce(services, caller, asked, async (trx, now): Promise<Leaving> => {
    const { may } = await openSettings(trx, caller);
    demand(may.disconnect, "Only admins may disconnect. They are named under People.");
    if (asked.confirm !== caller.portalId)
      throw new AppError("bad_request", "To confirm, write the id of this HubSpot account.");
    const { archives } = asked;
    await beginDisconnection(trx, caller.portalId, { author: authorOf(caller), archives, now });
    return { kind: "leaving" };
  });
  void finishDisconnections(services);
  return leaving;
}

/** Goes on with every disconnection that is open; what fails is tried again in the next round. */
export async function finishDisconnections(services: Services): Promise<void> {
  for (const each of await openDisconnections(services.db)) {
    const { portalId } = each;
    try {
      await finish(services, each);
      services.log.info({ portalId, userId: each.author.userId }, "portal disconnected");
    } catch (error) {
      services.log.warn({ err: error, portalId }, "disconnecting is tried again");
    }
  }
}

async function finish(services: Services, wish: Disconnection): Promise<void> {
  const { portalId } = wish;
  if (wish.archives && !wish.archived)
    await unlessRefused(services, portalId, () => archive(services, portalId));
  await unlessRefused(services, portalId, () => services.gatewayFor(portalId).uninstall());
  const reason = `disconnected by user ${wish.author.userId}`;
  await purgePortal(services.db, portalId, { reason, now: services.now() });
}

async function archive({ db, gatewayFor }: Services, portalId: string): Promise<void> {
  const gateway = gatewayFor(portalId);
  for (const type of ["contacts", "companies", "deals"] as const) {
    const present = new Set((await gateway.properties(type)).map(({ name }) => name));
    const ours = propertyCatalogue
      .filter(({ objectType, name }) => objectType === type && present.has(name))
      .map(({ name }) => name);
    if (ours.length > 0) await gateway.archiveProperties(type, ours);
  }
  await markArchived(db, portalId);
}

/** Waiting helps against an outage. What HubSpot refuses for good must not keep us in the portal. */
async function unlessRefused(
  { log }: Services,
  portalId: string,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== "never") throw error;
    log.warn({ portalId, code: error.code, reason: error.message }, "refused while disconnecting");
  }
}
