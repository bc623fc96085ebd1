import { inputProperties } from "./input-properties.ts";
import { missingOptions, missingRoleOptions, statusOptions } from "./options.ts";
import type { PropertyDefinition } from "./property-definition.ts";

export const propertyGroup = { name: "medqual", label: "Medqual" } as const;

const contact = { objectType: "contacts", role: "result" } as const;
const deal = { objectType: "deals", role: "result" } as const;

const results: readonly PropertyDefinition[] = [
  {
    ...contact,
    name: "medqual_status",
    label: "Medqual status",
    description: "Where the contact stands now, by the definition marketing and sales agreed on.",
    type: "enumeration",
    fieldType: "select",
    options: statusOptions,
  },
  {
    ...contact,
    name: "medqual_fit",
    label: "Medqual fit",
    description: "How well the contact and its organization fit, from 0 to 100.",
    type: "number",
    fieldType: "number",
  },
  {
    ...contact,
    name: "medqual_intent",
    label: "Medqual intent",
    description: "How much interest the contact has shown lately, from 0 to 100.",
    type: "number",
    fieldType: "number",
  },
  {
    ...contact,
    name: "medqual_readiness",
    label: "Medqual readiness",
    description: "Share of what SQL asks for that sales has confirmed, in percent.",
    type: "number",
    fieldType: "number",
  },
  {
    ...contact,
    name: "medqual_reasons",
    label: "Medqual reasons",
    description: "Why the contact has this status, the strongest reason first.",
    type: "string",
    fieldType: "textarea",
  },
  {
    ...contact,
    name: "medqual_missing",
    label: "Medqual missing",
    description: "What has to be found out before the contact can take its next step.",
    type: "enumeration",
    fieldType: "checkbox",
    options: missingOptions,
  },
  {
    ...contact,
    name: "medqual_next_action",
    label: "Medqual next action",
    description: "The one thing to do next, and which side does it.",
    type: "string",
    fieldType: "textarea",
  },
  {
    ...contact,
    name: "medqual_scored_at",
    label: "Medqual scored at",
    description: "When these values were last decided.",
    type: "datetime",
    fieldType: "date",
  },
  {
    ...deal,
    name: "medqual_committee_completeness",
    label: "Medqual committee completeness",
    description: "Share of the buying committee that is known on this deal, in percent.",
    type: "number",
    fieldType: "number",
  },
  {
    ...deal,
    name: "medqual_missing_roles",
    label: "Medqual missing roles",
    description: "Roles that this deal needs at its stage and that nobody fills.",
    type: "enumeration",
    fieldType: "checkbox",
    options: missingRoleOptions,
  },
  {
    ...deal,
    name: "medqual_scored_at",
    label: "Medqual scored at",
    description: "When these values were last decided.",
    type: "datetime",
    fieldType: "date",
  },
];

/** Every property that is provisioned in a portal. */
export const propertyCatalogue: readonly PropertyDefinition[] = [...results, ...inputProperties];
