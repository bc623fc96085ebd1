import { createHash } from "node:crypto";
import type { Drift } from "../../src/fields/definition-drift.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { propertyGroup } from "../../src/projection/catalogue.ts";
import { catalogueFor } from "../../src/projection/catalogue-for.ts";
import type { PortalRun, Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { drySurvey, provision, type Provisioned } from "../hubspot/provision.ts";
import { type Caller, demand, openSettings } from "../settings/open-settings.ts";
import { setPortal } from "../store/portals.ts";

/** What the portal's properties lack, and what would be done about it; changes nothing. */
export async function surveyProperties(
  { db, gatewayFor }: Services,
  caller: Caller,
): Promise<{ readonly drifts: readonly Drift[] }> {
  const { playbook } = await openSettings(db, caller);
  const gateway = gatewayFor(caller.portalId);
  return { drifts: await drySurvey(gateway, catalogueFor(playbook), propertyGroup) };
}

/** Repairs what can be repaired, because an admin asked. Repeating it changes nothing. */
export async function repairProperties(services: Services, caller: Caller): Promise<Provisioned> {
  const { playbook, portal, may } = await openSettings(services.db, caller);
  demand(may.fix, "Only admins may repair properties. An admin names them under People.");
  return provisionAs(services, caller.portalId, { playbook, scopes: portal.scopes });
}

/** After an upgrade of the app or of the playbook the portal's properties are brought up to it, once. */
export async function provisionUpgrade(run: PortalRun): Promise<void> {
  const { portal, playbook, services } = run;
  if (portal.provisioned_as === imprintOf(playbook)) return;
  const portalId = portal.portal_id;
  try {
    const result = await provisionAs(services, portalId, { playbook, scopes: portal.scopes });
    const [created, repaired] = [result.created.length, result.repaired.length];
    services.log.info({ portalId, created, repaired }, "properties brought up to the playbook");
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "portal_disconnected") throw error;
    // Everything else goes on; the next run looks again.
    services.log.warn({ portalId, code: error.code }, "properties could not be brought up");
  }
}

async function provisionAs(
  services: Services,
  portalId: string,
  at: { readonly playbook: Playbook; readonly scopes: readonly string[] },
): Promise<Provisioned> {
  const catalogue = catalogueFor(at.playbook);
  const gateway = services.gatewayFor(portalId);
  // A portal that named no scopes was connected before they were kept.
  const scopes = at.scopes.length === 0 ? null : at.scopes;
  const result = await provision(gateway, catalogue, propertyGroup, scopes);
  await setPortal(services.db, portalId, { provisioned_as: imprintOf(at.playbook) });
  return result;
}

const imprints = new WeakMap<Playbook, string>();

/** The same as long as the properties that a portal needs are the same. */
export function imprintOf(playbook: Playbook): string {
  const known = imprints.get(playbook);
  if (known !== undefined) return known;
  const catalogue = JSON.stringify([propertyGroup, catalogueFor(playbook)]);
  const made = createHash("sha256").update(catalogue).digest("base64url");
  imprints.set(playbook, made);
  return made;
}
