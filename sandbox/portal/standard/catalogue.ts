import type { ObjectTypeId } from "../object-type.ts";
import type { PropertyDefinition, PropertyGroup } from "../property-definition.ts";
import {
  callProperties,
  emailProperties,
  meetingProperties,
  noteProperties,
  taskProperties,
} from "./activity-properties.ts";
import { companyProperties } from "./company-properties.ts";
import { contactProperties } from "./contact-properties.ts";
import { dealProperties } from "./deal-properties.ts";
import { leadProperties } from "./lead-properties.ts";

/** HubSpot's own properties by object type and name: what every portal has before anybody adds one. */
export const standardProperties: Readonly<
  Record<ObjectTypeId, ReadonlyMap<string, PropertyDefinition>>
> = {
  "0-1": byName(contactProperties),
  "0-2": byName(companyProperties),
  "0-3": byName(dealProperties),
  "0-27": byName(taskProperties),
  "0-46": byName(noteProperties),
  "0-47": byName(meetingProperties),
  "0-48": byName(callProperties),
  "0-49": byName(emailProperties),
  "0-136": byName(leadProperties),
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
  "0-27": groups([["task", "Task Information"]]),
  "0-46": groups([["note", "Note Information"]]),
  "0-47": groups([["meeting", "Meeting Information"]]),
  "0-48": groups([["call", "Call Information"]]),
  "0-49": groups([["email", "Email Information"]]),
  "0-136": groups([["leadinformation", "Lead information"]]),
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
