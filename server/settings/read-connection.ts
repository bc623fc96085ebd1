import { propertyCatalogue } from "../../src/projection/catalogue.ts";
import type { ConnectionAnswer } from "../../src/view/settings-view.ts";
import type { Services } from "../context.ts";
import { optionalScopes, scopes } from "../hubspot/scopes.ts";
import { readBackfill } from "../store/backfills.ts";
import { countRows } from "../store/count-rows.ts";
import { readLastEvent } from "../store/last-events.ts";
import { readPortalProblems } from "../store/portal-problems.ts";
import { sweptUntil } from "../store/sweeps.ts";
import { type Caller, openSettings } from "./open-settings.ts";

/** How the connection to HubSpot is, and what disconnecting would remove. */
export async function readConnection({ db }: Services, caller: Caller): Promise<ConnectionAnswer> {
  const { portalId } = caller;
  const { portal } = await openSettings(db, caller);
  const backfill = await readBackfill(db, portalId);
  const problems = await readPortalProblems(db, portalId);
  const counts = await countRows(db, portalId);
  return {
    portalId,
    connectedAt: portal.connected_at,
    installedBy: portal.installed_by,
    tokenExpiresAt: portal.access_expires_at,
    scopes: [...scopes, ...optionalScopes].map(({ scope, why }) => ({
      scope,
      why,
      isGranted: portal.scopes.includes(scope),
      isOptional: optionalScopes.some((each) => each.scope === scope),
    })),
    lastEventAt: await readLastEvent(db, portalId),
    sweptUntil: (await sweptUntil(db, portalId)) ?? portal.connected_at,
    backfill: backfill && {
      step: backfill.step,
      listed: backfill.listed,
      finishedAt: backfill.finished_at,
    },
    work: { pending: counts.pending, outbox: counts.outbox, parked: counts.parked },
    problems: problems.map(({ what, cure, since }) => ({ what, cure, since })),
    removes: {
      records: counts.records,
      decisions: counts.decisions,
      versions: counts.playbooks,
      properties: propertyCatalogue.map(({ objectType, name }) => `${objectType}.${name}`),
    },
  };
}
