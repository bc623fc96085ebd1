import type { ObjectTypeId } from "../object-type.ts";
import type { PropertyDefinition, PropertyGroup } from "../property-definition.ts";
import { companyProperties } from "./company-properties.ts";
import { contactProperties } from "./contact-properties.ts";
import { dealProperties } from "./deal-properties.ts";

/** HubSpot's own properties by object type and name: what every portal has before anybody adds one. */
export const standardProperties: Readonly<
  Record<ObjectTypeId, ReadonlyMap<string, PropertyDefinition>>
> = {
  "0-1": byName(contactProperties),
  "0-2": byName(companyProperties),
  "0-3": byName(dealProperties),
};

/** HubSpot's own groups by object type and name. */
export const standardGroups: Readonly<Record<ObjectTypeId, ReadonlyMap<string, PropertyGroup>>> = {
  "0-1": groups([
    ["contactinformation", "Contact information"],
    ["emailinformation", "Email information"],
    ["analyticsinformation", "Web analytics history"],
  ]),
  "0-2": groups([
    ["companyinformation", "Company information"],
    ["companyactivity", "Company activity"],
    ["analyticsinformation", "Web analytics history"],
  ]),
  "0-3": groups([
    ["dealinformation", "Deal information"],
    ["deal_activity", "Deal activity"],
  ]),
};

function byName(definitions: readonly PropertyDefinition[]) {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

function groups(rows: readonly (readonly [name: string, label: string])[]) {
  return new Map(
    rows.map(([name, label], displayOrder) => [
      name,
      { name, label, displayOrder, archived: false },
    ]),
  );
}
