import type { SeedOwner, SeedProperty } from "./seed-portal.ts";

/** Who works with the CRM: four people in sales, then two in marketing. */
export const salesOwners: readonly SeedOwner[] = [
  owner(1, "Rosalind", "Achterberg"),
  owner(2, "Theo", "Mbanefo"),
  owner(3, "Carmen", "Villalobos"),
  owner(4, "Jonas", "Heikkinen"),
];
export const marketingOwners: readonly SeedOwner[] = [
  owner(5, "Priscilla", "Nandakumar"),
  owner(6, "Wendell", "Oakes"),
];

/** What the company added to HubSpot's own properties over the years: free text, mostly. */
export const customProperties: readonly SeedProperty[] = [
  text("contacts", "specialty", "Specialty"),
  text("contacts", "organization_type", "Organization type"),
  text("contacts", "service_interest", "Service interest"),
  text("contacts", "lead_source", "Lead source"),
  number("contacts", "number_of_providers", "Number of providers"),
  text("contacts", "ehr_system", "EHR system"),
  {
    objectType: "contacts",
    name: "how_can_we_help",
    label: "How can we help?",
    type: "string",
    fieldType: "textarea",
  },
  text("companies", "organization_type", "Organization type"),
  number("companies", "number_of_providers", "Number of providers"),
  text("companies", "ehr_system", "EHR system"),
  text("companies", "npi", "NPI"),
];

function owner(index: number, firstName: string, lastName: string): SeedOwner {
  return {
    id: String(71_400_000 + index * 137),
    userId: 52_300_000 + index * 211,
    email: `${firstName}.${lastName}@cadence.example`.toLowerCase(),
    firstName,
    lastName,
  };
}

function text(objectType: SeedProperty["objectType"], name: string, label: string): SeedProperty {
  return { objectType, name, label, type: "string", fieldType: "text" };
}

function number(objectType: SeedProperty["objectType"], name: string, label: string): SeedProperty {
  return { objectType, name, label, type: "number", fieldType: "number" };
}
