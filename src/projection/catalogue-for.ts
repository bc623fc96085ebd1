import { fieldIds, targetOf } from "../fields/governed-fields.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { propertyCatalogue } from "./catalogue.ts";
import type { PropertyDefinition } from "./property-definition.ts";

const recordTypes = { contacts: "contact", companies: "company" } as const;

/** Every property that is provisioned in a portal with this playbook: its own values are options too. */
export function catalogueFor({
  vocabulary,
}: Pick<Playbook, "vocabulary">): readonly PropertyDefinition[] {
  return propertyCatalogue.map((property) => {
    if (property.objectType === "deals") return property;
    const type = recordTypes[property.objectType];
    const field = fieldIds.find((id) => targetOf(id, type) === property.name);
    const own = field === undefined || field === "role" ? undefined : vocabulary[field];
    if (own === undefined || property.options === undefined) return property;
    const more = Object.entries(own).map(([value, label]) => ({ value, label }));
    return { ...property, options: [...property.options, ...more] };
  });
}
