import { factLabels } from "../explain/fact-labels.ts";
import type { ContactFacts, FactId, FactValue } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import { normalize } from "../facts/normalize.ts";
import { findAll, type Found, type Records } from "../facts/read-text.ts";
import {
  careSettings,
  organizationTypes,
  serviceInterests,
  specialties,
} from "../facts/vocabulary.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { FieldNote } from "./card-view.ts";

/** Fields with a property of ours on contacts, where an agreed value is stated. */
const ours = {
  organizationType: "medqual_organization_type",
  specialty: "medqual_specialty",
  serviceInterest: "medqual_service_interest",
} as const;
type OurField = keyof typeof ours;
const ourFields: readonly OurField[] = ["organizationType", "specialty", "serviceInterest"];

const labels: Readonly<Partial<Record<FactId, Readonly<Record<string, string>>>>> = {
  organizationType: organizationTypes,
  specialty: specialties,
  serviceInterest: serviceInterests,
  careSetting: careSettings,
};

/**
 * Fields whose value is not what somebody stated as it stands: inferred, or read as something else;
 * and, where the records are at hand, values that only probably mean something.
 */
export function fieldNotes(
  { profile }: ContactFacts,
  at: { readonly playbook: Playbook; readonly records?: Records },
): readonly FieldNote[] {
  const ids = Object.keys(profile).filter((id): id is FactId => Object.hasOwn(factLabels, id));
  // Roles are read from titles by rule: the committee shows them.
  const read = ids.filter((id) => id !== "role").flatMap((id) => noteOn(id, profile[id]));
  const { records } = at;
  if (records === undefined) return read;
  const open = ourFields.filter((id) => profile[id].kind === "unknown");
  return [...read, ...open.flatMap((id) => doubtOn(id, records, at.playbook))];
}

function noteOn(id: FactId, fact: Fact<FactValue>): readonly FieldNote[] {
  if (fact.kind === "unknown") return [];
  const { certainty, property, text } = fact.evidence;
  if (certainty === "stated") return [];
  const values = [fact.value].flat().map(String);
  const value = valueText(id, values);
  const how = certainty === "inferred" ? "inferred from" : "read from";
  const sentence = `${factLabels[id]}: ${value}, ${how} “${text}”.`;
  return [
    { id, label: factLabels[id], value, certainty, property, sentence, fix: fix(id, values) },
  ];
}

/** The first value that says something, though not for sure. */
function doubtOn(id: OurField, records: Records, playbook: Playbook): readonly FieldNote[] {
  for (const found of findAll(records, playbook.factSources[id])) {
    const note = doubtIn(id, found, playbook);
    if (note !== null) return [note];
  }
  return [];
}

function doubtIn(id: OurField, { property, text }: Found, playbook: Playbook): FieldNote | null {
  const read = meant(id, text, playbook);
  if (read.kind === "none") return null;
  const values = [read.value].flat().map(String);
  const value = valueText(id, values);
  const sentence = `${factLabels[id]}: “${text}” probably means ${value}. It does not count until somebody says so.`;
  const about = { id, label: factLabels[id], value, property, sentence };
  return { ...about, certainty: "doubtful", fix: fix(id, values) };
}

function meant(id: OurField, text: string, { synonyms }: Playbook) {
  switch (id) {
    case "organizationType":
      return normalize("organizationType", text, synonyms.organizationType);
    case "specialty":
      return normalize("specialty", text, synonyms.specialty);
    case "serviceInterest":
      return normalize("serviceInterest", text, synonyms.serviceInterest);
  }
}

function fix(id: FactId, values: readonly string[]): FieldNote["fix"] {
  const property = ourFields.find((each) => each === id);
  return property === undefined ? null : { property: ours[property], values };
}

function valueText(id: FactId, values: readonly string[]): string {
  return values.map((value) => labels[id]?.[value] ?? value).join(", ");
}
