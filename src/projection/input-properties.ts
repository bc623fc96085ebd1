import { organizationTypes, serviceInterests, specialties } from "../facts/vocabulary.ts";
import {
  confirmationOptions,
  labelled,
  overrideOptions,
  overrideReasonOptions,
  returnReasonOptions,
  roleOptions,
  signalOptions,
} from "./options.ts";
import type { PropertyDefinition, PropertyOption } from "./property-definition.ts";

const contact = { objectType: "contacts", role: "input" } as const;

/** By these people, forms and workflows speak to us; we write none but the offered handoff. */
export const inputProperties: readonly PropertyDefinition[] = [
  select("medqual_handoff", "Medqual handoff", {
    description: "Offered by Medqual; sales sets it to accepted or returned.",
    options: [
      { value: "offered", label: "Offered" },
      { value: "offered_next", label: "Offered to the next" },
      { value: "accepted", label: "Accepted" },
      { value: "returned", label: "Returned" },
    ],
  }),
  select("medqual_return_reason", "Medqual return reason", {
    description: "Why sales returned the lead; it decides whether the lead may come back.",
    options: returnReasonOptions,
  }),
  checklist("need", "Need", "what they want to change and why now"),
  checklist("timeline", "Timeline", "when the project starts and goes live"),
  checklist("authority", "Authority", "who decides and how"),
  checklist("budget_path", "Budget path", "where the money comes from"),
  checklist("current_tools", "Current tools", "which tools they use today"),
  checklist("integration", "Integration needs", "which systems it must work with"),
  checklist("compliance", "Compliance needs", "which reviews it must pass"),
  date("medqual_next_step_date", "Medqual next step date", {
    description: "Date of the next step the contact has agreed to.",
  }),
  date("medqual_snooze_until", "Medqual snooze until", {
    description: "Stops the clock of an offered lead until this date, once.",
  }),
  select("medqual_override", "Medqual override", {
    description: "A person's word in place of the verdict; needs a reason and a last day.",
    options: overrideOptions,
  }),
  select("medqual_override_reason", "Medqual override reason", {
    description: "Why the verdict is overridden.",
    options: overrideReasonOptions,
  }),
  date("medqual_override_until", "Medqual override until", {
    description: "Last day on which the override holds.",
  }),
  several("medqual_committee_role", "Medqual committee role", {
    description: "Roles the contact has in the purchase; they win over what the job title says.",
    options: roleOptions,
  }),
  organizationType("contacts"),
  organizationType("companies"),
  select("medqual_specialty", "Medqual specialty", {
    description: "Medical specialty of the contact or its organization.",
    options: labelled(specialties),
  }),
  several("medqual_service_interest", "Medqual service interest", {
    description: "What the contact is interested in.",
    options: labelled(serviceInterests),
  }),
  select("medqual_signal", "Medqual signal", {
    description: "A sign of interest that no form has recorded, entered by a person or a workflow.",
    options: signalOptions,
  }),
  {
    ...contact,
    name: "medqual_signal_date",
    label: "Medqual signal date",
    description: "When the sign of interest was given.",
    type: "datetime",
    fieldType: "date",
  },
  {
    objectType: "deals",
    role: "input",
    name: "medqual_solution",
    label: "Medqual solution",
    description: "What is sold with this deal; the buying committee depends on it.",
    type: "enumeration",
    fieldType: "select",
    options: [
      { value: "software", label: "Software" },
      { value: "device", label: "Device" },
      { value: "service", label: "Service" },
    ],
  },
];

type Choice = { readonly description: string; readonly options: readonly PropertyOption[] };

function select(name: string, label: string, choice: Choice): PropertyDefinition {
  return { ...contact, name, label, ...choice, type: "enumeration", fieldType: "select" };
}

function date(
  name: string,
  label: string,
  { description }: Pick<Choice, "description">,
): PropertyDefinition {
  return { ...contact, name, label, description, type: "date", fieldType: "date" };
}

function several(name: string, label: string, choice: Choice): PropertyDefinition {
  return { ...contact, name, label, ...choice, type: "enumeration", fieldType: "checkbox" };
}

function checklist(item: string, label: string, question: string): PropertyDefinition {
  const description = `Whether sales has confirmed ${question}.`;
  const choice = { description, options: confirmationOptions };
  return select(`medqual_${item}`, `Medqual ${label.toLowerCase()}`, choice);
}

function organizationType(objectType: PropertyDefinition["objectType"]): PropertyDefinition {
  const description = "Type of the organization; it decides fit and the buying committee.";
  const choice = { description, options: labelled(organizationTypes) };
  return {
    ...select("medqual_organization_type", "Medqual organization type", choice),
    objectType,
  };
}
