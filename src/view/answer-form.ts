import { snakeCase } from "../explain/questions.ts";
import { type ChecklistItemId, checklistItems } from "../facts/contact-facts.ts";
import { fieldIds, governedFields, targetOf } from "../fields/governed-fields.ts";
import { fieldValues } from "../fields/judge-value.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { labelled, returnReasonOptions } from "../projection/options.ts";
import type { AnswerForm } from "./card-view.ts";

/** How something missing, by its id in `medqual_missing`, is answered on the card; `null` where it is not. */
export function answerForm(id: string, words: Pick<Playbook, "vocabulary">): AnswerForm | null {
  const item = checklistItems.find((each) => each === id);
  if (item !== undefined) return itemForm(item);
  return choices(words).find((choice) => choice.id === id)?.form ?? null;
}

export function itemForm(item: ChecklistItemId): AnswerForm {
  return item === "next_step" ? { kind: "date" } : { kind: "confirm", item };
}

type Choice = Extract<AnswerForm, { readonly kind: "choose" }>;

/** What may be filled in on a card: our properties of a contact, with the values agreed on in the portal. */
export function choices(
  words: Pick<Playbook, "vocabulary">,
): readonly { readonly id: string; readonly form: Choice }[] {
  const fields = fieldIds.flatMap((id) => {
    const property = targetOf(id, "contact");
    if (property === null) return [];
    const { several } = governedFields[id];
    const options = labelled(fieldValues(id, words));
    return [{ id: snakeCase(id), form: { kind: "choose", property, several, options } as const }];
  });
  const property = "medqual_return_reason";
  const reason = {
    kind: "choose",
    property,
    several: false,
    options: returnReasonOptions,
  } as const;
  return [...fields, { id: "return_reason", form: reason }];
}
