import type {
  SeedPart,
  SeedPortal,
  SeedProperty,
  SeedRecord,
  SeedStream,
} from "../seed/seed-portal.ts";
import { associateByDefault } from "./associations.ts";
import { createProperty } from "./properties.ts";
import { commit, draftCreate } from "./objects.ts";
import { objectTypeOf, type ObjectTypeId } from "./object-type.ts";
import type { Portal, PortalProfile } from "./portal.ts";
import type { TableStore } from "../store/table-store.ts";
import type { Write } from "./write-values.ts";

/**
 * Fills an empty portal. Nobody listens yet, so nobody is told. While it lasts a row says so:
 * a portal whose loading was cut short can be told from a whole one.
 */
export function loadSeed(portal: Portal, seed: SeedPortal | SeedStream): void {
  const { portalId, companyName, timeZone } = seed;
  const profile = { portalId, companyName, timeZone };
  portal.profiles.set("loading", profile);
  portal.profiles.set("portal", profile);
  for (const owner of seed.owners) {
    portal.owners.set(owner.id, { ...owner, email: owner.email.toLowerCase(), createdAt: 0 });
  }
  for (const property of seed.properties) addProperty(portal, property);
  const parts = "parts" in seed ? seed.parts : [seed];
  for (const part of parts) loadPart(portal, part);
  portal.profiles.delete("loading");
}

function loadPart(portal: Portal, part: SeedPart): void {
  const companies = new Map<string, string>();
  for (const company of part.companies) companies.set(company.key, add(portal, "0-2", company));
  const contacts = new Map<string, string>();
  for (const contact of part.contacts) {
    const id = add(portal, "0-1", contact);
    contacts.set(contact.key, id);
    if (contact.company === undefined) continue;
    const to = { type: "0-2", id: idOf(companies, contact.company) } as const;
    associate(portal, contact, { from: { type: "0-1", id }, to });
  }
  for (const deal of part.deals) {
    const from = { type: "0-3", id: add(portal, "0-3", deal) } as const;
    if (deal.company !== undefined) {
      associate(portal, deal, { from, to: { type: "0-2", id: idOf(companies, deal.company) } });
    }
    for (const key of deal.contacts) {
      associate(portal, deal, { from, to: { type: "0-1", id: idOf(contacts, key) } });
    }
  }
}

/** Whether what is stored is a portal that was filled to the end. */
export function isSeeded(store: TableStore): boolean {
  const profiles = store.table<PortalProfile>("profile");
  return profiles.get("portal") !== undefined && profiles.get("loading") === undefined;
}

function addProperty(portal: Portal, property: SeedProperty): void {
  const type = objectTypeOf(property.objectType).id;
  const groupName = {
    contacts: "contactinformation",
    companies: "companyinformation",
    deals: "dealinformation",
  }[property.objectType];
  const options = (property.options ?? []).map((option, displayOrder) => ({
    ...option,
    displayOrder,
    hidden: false,
  }));
  const { name, label, type: valueType, fieldType } = property;
  createProperty(portal, type, {
    name,
    label,
    type: valueType,
    fieldType,
    groupName,
    options,
    formField: true,
  });
}

function add(portal: Portal, type: ObjectTypeId, record: SeedRecord): string {
  return commit(
    portal,
    draftCreate(portal, type, { raw: record.properties, write: writeOf(record) }),
  ).id;
}

function associate(
  portal: Portal,
  record: SeedRecord,
  pair: Parameters<typeof associateByDefault>[1],
): void {
  associateByDefault(portal, pair, writeOf(record));
}

function writeOf(record: SeedRecord): Write {
  const at = Date.parse(record.createdAt);
  return { source: { type: "IMPORT", id: "seed" }, at, authority: "portal" };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the seed has no record with the key ${key}`);
  return id;
}
