import { propertyCatalogue, propertyGroup } from "../../src/projection/catalogue.ts";
import { hybridPlaybook } from "../../src/playbook/hybrid.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { Services } from "../context.ts";
import { imprintOf } from "../fields/provision-portal.ts";
import type { AccountInfo } from "../hubspot/crm.ts";
import { provision } from "../hubspot/provision.ts";
import { startBackfill } from "../store/backfills.ts";
import { forgetRefusals } from "../store/portal-problems.ts";
import { cancelDisconnection } from "../store/disconnections.ts";
import { publishPlaybook } from "../store/playbooks.ts";
import { connectPortal, setPortal } from "../store/portals.ts";
import { timeZone } from "./time-zone.ts";
import { type Grant, sealGrant } from "./tokens.ts";

export type Installation = Grant & {
  readonly portalId: string;
  readonly userId: string | null;
  readonly scopes: readonly string[];
};

/**
 * Makes a portal ours: credentials sealed, playbook in place, our properties there, the first
 * listing begun. Every part may be repeated; installing again repairs what somebody removed.
 */
export async function connect(
  services: Services,
  installation: Installation,
  options: {
    readonly seal: (text: string) => string;
    readonly autoApproveFrom: number | null;
  },
): Promise<{ readonly created: number; readonly problems: number }> {
  const { db, now, log, bell } = services;
  const { portalId, userId } = installation;
  await db.transaction().execute(async (trx) => {
    await cancelDisconnection(trx, portalId);
    await connectPortal(
      trx,
      {
        portal_id: portalId,
        ...sealGrant(installation, options.seal, now()),
        scopes: installation.scopes,
        time_zone: "UTC",
        utc_offset_minutes: 0,
        installed_by: userId,
      },
      { now: now(), offersFrom: options.autoApproveFrom },
    );
  });
  const gateway = services.gatewayFor(portalId);
  const account = await gateway.accountInfo();
  const result = await provision(gateway, propertyCatalogue, propertyGroup, installation.scopes);
  await db.transaction().execute(async (trx) => {
    const isAgreed = options.autoApproveFrom !== null;
    const imprint = { now: now(), isAgreed };
    await publishPlaybook(trx, portalId, inTimeOf(account, now()), imprint);
    await forgetRefusals(trx, portalId, now());
    await startBackfill(trx, portalId, now());
    await setPortal(trx, portalId, {
      state: "connected",
      time_zone: account.timeZone,
      utc_offset_minutes: account.utcOffsetMinutes,
      provisioned_as: imprintOf(hybridPlaybook),
    });
  });
  for (const { name, problem } of result.problems)
    log.warn({ portalId, property: name, problem }, "property could not be provisioned");
  await bell.ring(portalId, "bulk");
  const [created, repaired] = [result.created.length, result.repaired.length];
  log.info({ portalId, created, repaired, unchanged: result.unchanged }, "portal connected");
  return { created, problems: result.problems.length };
}

/** Working hours are the portal's own. */
function inTimeOf(account: AccountInfo, now: number): Playbook {
  const { handoff } = hybridPlaybook;
  const at = { now, fallbackMinutes: account.utcOffsetMinutes };
  const calendar = { ...handoff.calendar, zone: timeZone(account.timeZone, at) };
  return { ...hybridPlaybook, handoff: { ...handoff, calendar } };
}
