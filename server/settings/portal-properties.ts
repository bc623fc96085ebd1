import type { PortalProperty } from "../../src/playbook/check/check-properties.ts";
import type { KnownProperties } from "../../src/view/draft.ts";
import type { PropertiesAnswer, PropertyView } from "../../src/view/settings-view.ts";
import type { Services } from "../context.ts";
import type { PropertyDefinition } from "../hubspot/crm.ts";
import type { Db, Trx } from "../store/open.ts";
import {
  keepPortalProperties,
  type ReadProperties,
  readPortalProperties,
} from "../store/portal-properties.ts";
import { heardProperties } from "./heard-properties.ts";

/** A new property is worth a minute's wait; HubSpot's budget is not worth a look per page. */
const freshMs = 60_000;

/** The portal's own properties to choose from. What was read within a minute is not read again. */
export async function listProperties(
  services: Services,
  portalId: string,
): Promise<PropertiesAnswer> {
  const { db, now } = services;
  const kept = await readPortalProperties(db, portalId);
  const isFresh = kept !== null && now() - kept.readAt < freshMs;
  const { contacts, companies, readAt } = isFresh ? kept : await readAgain(services, portalId);
  return {
    readAt,
    contact: contacts.filter(isPickable).map(viewOf),
    company: companies.filter(isPickable).map(viewOf),
  };
}

async function readAgain(services: Services, portalId: string): Promise<ReadProperties> {
  const gateway = services.gatewayFor(portalId);
  const [contacts, companies] = await Promise.all([
    gateway.properties("contacts"),
    gateway.properties("companies"),
  ]);
  const read = { contacts, companies, readAt: services.now() };
  await services.db.transaction().execute((trx) => keepPortalProperties(trx, portalId, read));
  return read;
}

/** What a playbook is checked against: the list read last, and how its values reach us. */
export async function knownProperties(db: Db | Trx, portalId: string): Promise<KnownProperties> {
  const kept = await readPortalProperties(db, portalId);
  const names = (type: string, definitions: readonly PropertyDefinition[]) =>
    definitions.filter(isCalculated).map(({ name }) => `${type}.${name}`);
  return {
    properties: kept && {
      contact: kept.contacts.filter(isThere).map(portalProperty),
      company: kept.companies.filter(isThere).map(portalProperty),
    },
    pushed: heardProperties,
    calculated: new Set(
      kept ? [...names("contact", kept.contacts), ...names("company", kept.companies)] : [],
    ),
  };
}

/** Our own results are no criteria: a decision would rest on itself. */
function isPickable(definition: PropertyDefinition): boolean {
  return isThere(definition) && !definition.name.startsWith("medqual_");
}

function isThere({ archived }: PropertyDefinition): boolean {
  return !archived;
}

function isCalculated({ fieldType }: PropertyDefinition): boolean {
  return fieldType.startsWith("calculation");
}

function portalProperty({ name, type, fieldType, options }: PropertyDefinition): PortalProperty {
  return { name, type, fieldType, options: options.map(({ value }) => value) };
}

function viewOf({ name, label, type, fieldType, options }: PropertyDefinition): PropertyView {
  const visible = options.filter(({ hidden }) => !hidden);
  return {
    name,
    label,
    type,
    fieldType,
    options: visible.map((option) => ({ label: option.label, value: option.value })),
  };
}
