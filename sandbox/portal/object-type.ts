import { Problem } from "./problem.ts";

/** HubSpot's id of an object type, such as `0-1`. */
export type ObjectTypeId = "0-1" | "0-2" | "0-3";

export type ObjectType = {
  readonly id: ObjectTypeId;
  /** As in webhooks and association names: `contact`. */
  readonly singular: string;
  /** As in paths, scopes and inline associations: `contacts`. */
  readonly plural: string;
  /** The property that moves at every change of a record. */
  readonly modifiedProperty: string;
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
    modifiedProperty: "lastmodifieddate",
    defaultProperties: ["email", "firstname", "lastname"],
    searchedProperties: ["firstname", "lastname", "email", "phone", "company"],
  },
  "0-2": {
    id: "0-2",
    singular: "company",
    plural: "companies",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: ["domain", "name"],
    searchedProperties: ["name", "domain", "website", "phone"],
  },
  "0-3": {
    id: "0-3",
    singular: "deal",
    plural: "deals",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: ["amount", "closedate", "dealname", "dealstage", "pipeline"],
    searchedProperties: ["dealname", "pipeline", "dealstage", "description"],
  },
};

export const objectTypeIds: readonly ObjectTypeId[] = ["0-1", "0-2", "0-3"];

const byName: ReadonlyMap<string, ObjectType> = new Map(
  Object.values(objectTypes).flatMap((type) => [
    [type.id, type],
    [type.singular, type],
    [type.plural, type],
  ]),
);

/** HubSpot has these; the sandbox does not yet, and says so instead of pretending. */
const notHere = new Set(
  (
    "0-5 tickets ticket 0-7 products product 0-8 line_items line_item 0-18 communications 0-27 tasks task " +
    "0-46 notes note 0-47 meetings meeting 0-48 calls call 0-49 emails email 0-136 leads lead"
  ).split(" "),
);

/** The type called by an id, a singular or a plural name; a problem for anything else. */
export function objectTypeOf(name: string): ObjectType {
  const type = byName.get(name.toLowerCase());
  if (type !== undefined) return type;
  if (notHere.has(name.toLowerCase())) {
    throw Problem.unsupported(`The sandbox has no objects of type ${name}.`);
  }
  throw Problem.validation(`Unable to infer object type from: ${name}`);
}
