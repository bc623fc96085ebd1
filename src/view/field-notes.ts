import { factLabels } from "../explain/fact-labels.ts";
import type { ContactFacts, FactId, FactValue } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import { findAll, type Records } from "../facts/read-text.ts";
import { type FieldId, fieldIds, sourcesOfField, targetOf } from "../fields/governed-fields.ts";
import { fieldLabel, judgeValue } from "../fields/judge-value.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { FieldNote } from "./card-view.ts";

/**
 * Fields whose value is not what somebody stated as it stands: inferred, or read as something else;
 * and, where the records are at hand, values that only probably mean something.
 */
export function fieldNotes(
  { profile }: ContactFacts,
  at: { readonly playbook: Playbook; readonly records?: Records },
): readonly FieldNote[] {
  const { playbook, records } = at;
  const ids = Object.keys(profile).filter((id): id is FactId => Object.hasOwn(factLabels, id));
  // Roles are read from titles by rule: the committee shows them.
  const shown = ids.filter((id) => id !== "role");
  const read = shown.flatMap((id) => noteOn(id, profile[id], playbook));
  if (records === undefined) return toCheckFirst(read);
  const open = fieldIds.filter((id) => id !== "role" && profile[id].kind === "unknown");
  return toCheckFirst([...open.flatMap((id) => doubtOn(id, records, playbook)), ...read]);
}

function toCheckFirst(notes: readonly FieldNote[]): readonly FieldNote[] {
  return notes.toSorted((a, b) => Number(a.fix === null) - Number(b.fix === null));
}

function noteOn(id: FactId, fact: Fact<FactValue>, playbook: Playbook): readonly FieldNote[] {
  if (fact.kind === "unknown") return [];
  const { certainty, property, text } = fact.evidence;
  if (certainty === "stated") return [];
  const values = [fact.value].flat().map(String);
  const field = fieldIds.find((each) => each === id);
  const value = field ? fieldLabel(field, values.join(";"), playbook) : values.join("; ");
  const how = certainty === "inferred" ? "inferred from" : "read from";
  const sentence = `${factLabels[id]}: ${value}, ${how} “${text}”.`;
  // What was read for certain is written to our properties without asking.
  const fix = field && certainty === "inferred" ? fixOf(field, values) : null;
  return [{ id, label: factLabels[id], value, certainty, property, sentence, fix }];
}

/** The first value that says something, though not for sure. */
function doubtOn(id: FieldId, records: Records, playbook: Playbook): readonly FieldNote[] {
  for (const { property, text } of findAll(records, sourcesOfField(playbook, id))) {
    const judged = judgeValue(id, text, playbook);
    if (judged.kind !== "certain" && judged.kind !== "doubtful") continue;
    const label = factLabels[id];
    const value = fieldLabel(id, judged.value, playbook);
    const sentence = `${label}: “${text}” probably means ${value}. It does not count until somebody says so.`;
    const fix = fixOf(id, judged.value.split(";"));
    return [{ id, label, value, certainty: "doubtful", property, sentence, fix }];
  }
  return [];
}

function fixOf(id: FieldId, values: readonly string[]): FieldNote["fix"] {
  const property = targetOf(id, "contact");
  return property === null ? null : { property, values };
}
