import { type ChecklistItemId, checklistItems } from "../facts/contact-facts.ts";
import { propertyCatalogue } from "../projection/catalogue.ts";
import type { AnswerForm } from "./card-view.ts";

/** Our property of a contact for what an MQL may wait for, by its id in `medqual_missing`. */
const properties: Readonly<Record<string, string>> = {
  organization_type: "medqual_organization_type",
  specialty: "medqual_specialty",
  service_interest: "medqual_service_interest",
  role: "medqual_committee_role",
};

/** How something missing is answered on the card; `null` where it is not. */
export function answerForm(id: string): AnswerForm | null {
  const item = checklistItems.find((each) => each === id);
  if (item !== undefined) return itemForm(item);
  const property = properties[id];
  return property === undefined ? null : choice(property);
}

export function itemForm(item: ChecklistItemId): AnswerForm {
  return item === "next_step" ? { kind: "date" } : { kind: "confirm", item };
}

function choice(name: string): AnswerForm | null {
  const property = propertyCatalogue.find(
    (each) => each.objectType === "contacts" && each.name === name,
  );
  if (property?.options === undefined) return null;
  const { options, fieldType } = property;
  return { kind: "choose", property: name, several: fieldType === "checkbox", options };
}
