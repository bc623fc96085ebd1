import { factLabels } from "../explain/fact-labels.ts";
import type { ContactFacts, FactId, FactValue } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { FieldNote } from "./card-view.ts";

/** Fields whose value is not what somebody stated as it stands: inferred, or read as something else. */
export function fieldNotes({ profile }: ContactFacts): readonly FieldNote[] {
  const ids = Object.keys(profile).filter((id): id is FactId => Object.hasOwn(factLabels, id));
  return ids.flatMap((id): readonly FieldNote[] => {
    const fact: Fact<FactValue> = profile[id];
    // Roles are read from titles by rule: the committee shows them.
    if (fact.kind === "unknown" || id === "role") return [];
    const { certainty, property, text } = fact.evidence;
    if (certainty === "stated") return [];
    const value = [fact.value].flat().join(", ").replaceAll("_", " ");
    const how = certainty === "inferred" ? "inferred from" : "read from";
    return [
      {
        id,
        label: factLabels[id],
        value,
        certainty,
        property,
        sentence: `${factLabels[id]}: ${value}, ${how} “${text}”.`,
      },
    ];
  });
}
