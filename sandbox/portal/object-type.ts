import { Problem } from "./problem.ts";

/** HubSpot's id of an object type, such as `0-1`. */
export type ObjectTypeId =
  "0-1" | "0-2" | "0-3" | "0-27" | "0-46" | "0-47" | "0-48" | "0-49" | "0-136";

export type ObjectType = {
  readonly id: ObjectTypeId;
  /** As in webhooks and association names: `contact`. */
  readonly singular: string;
  /** As in paths, scopes and inline associations: `contacts`. */
  readonly plural: string;
  readonly createdProperty: "createdate" | "hs_createdate";
  /** The property that moves at every change of a record. */
  readonly modifiedProperty: "lastmodifieddate" | "hs_lastmodifieddate";
  /** Without these no record of the type is created. */
  readonly requiredProperties: readonly string[];
  /** What a read returns when it asks for no properties. */
  readonly defaultProperties: readonly string[];
  /** What search looks through for a plain text query. */
  readonly searchedProperties: readonly string[];
};

export const objectTypes: Readonly<Record<ObjectTypeId, ObjectType>> = {
  "0-1": {
    id: "0-1",
    singular: "contact",
    plural: "contacts",
    createdProperty: "createdate",
    modifiedProperty: "lastmodifieddate",
    requiredProperties: [],
    defaultProperties: ["email", "firstname", "lastname"],
    searchedProperties: [
      "firstname",
      "lastname",
      "email",
      "phone",
      "hs_additional_emails",
      "fax",
      "mobilephone",
      "company",
    ],
  },
  "0-2": {
    id: "0-2",
    singular: "company",
    plural: "companies",
    createdProperty: "createdate",
    modifiedProperty: "hs_lastmodifieddate",
    requiredProperties: [],
    defaultProperties: ["domain", "name"],
    searchedProperties: ["name", "domain", "website", "phone"],
  },
  "0-3": {
    id: "0-3",
    singular: "deal",
    plural: "deals",
    createdProperty: "createdate",
    modifiedProperty: "hs_lastmodifieddate",
    requiredProperties: [],
    defaultProperties: ["amount", "closedate", "dealname", "dealstage", "pipeline"],
    searchedProperties: ["dealname", "pipeline", "dealstage", "description", "dealtype"],
  },
  "0-27": activity("0-27", ["task", "tasks"], ["hs_task_body", "hs_task_subject"]),
  "0-46": activity("0-46", ["note", "notes"], ["hs_note_body"]),
  "0-47": activity("0-47", ["meeting", "meetings"], ["hs_meeting_title", "hs_meeting_body"]),
  "0-48": activity("0-48", ["call", "calls"], ["hs_call_title", "hs_call_body"]),
  "0-49": activity("0-49", ["email", "emails"], ["hs_email_subject"]),
  "0-136": {
    id: "0-136",
    singular: "lead",
    plural: "leads",
    createdProperty: "createdate",
    modifiedProperty: "hs_lastmodifieddate",
    requiredProperties: ["hs_lead_name"],
    defaultProperties: [],
    searchedProperties: ["hs_lead_name"],
  },
};

function activity(
  id: ObjectTypeId,
  [singular, plural]: readonly [singular: string, plural: string],
  searchedProperties: readonly string[],
): ObjectType {
  return {
    id,
    singular,
    plural,
    createdProperty: "hs_createdate",
    modifiedProperty: "hs_lastmodifieddate",
    requiredProperties: ["hs_timestamp"],
    defaultProperties: [],
    searchedProperties,
  };
}

export const objectTypeIds: readonly ObjectTypeId[] = Object.values(objectTypes).map(
  ({ id }) => id,
);

const byName: ReadonlyMap<string, ObjectType> = new Map(
  Object.values(objectTypes).flatMap((type) => [
    [type.id, type],
    [type.singular, type],
    [type.plural, type],
  ]),
);

/** HubSpot has these; the sandbox does not, and says so instead of pretending. */
const notHere = new Set(
  (
    "0-5 tickets ticket 0-7 products product 0-8 line_items line_item 0-14 quotes quote " +
    "0-18 communications communication 0-116 postal_mail"
  ).split(" "),
);

/** The type called by an id, a singular or a plural name; a problem for anything else. */
export function objectTypeOf(name: string): ObjectType {
  const type = byName.get(name.toLowerCase());
  if (type !== undefined) return type;
  if (notHere.has(name.toLowerCase()) || /^2-\d+$/.test(name)) {
    throw Problem.unsupported(`The sandbox has no objects of type ${name}.`);
  }
  throw Problem.validation(`Unable to infer object type from: ${name}`);
}
