import { factLabels } from "../explain/fact-labels.ts";
import type { Subject } from "../facts/contact-facts.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import type { Playbook } from "./playbook.ts";

/** What people call each subject of a playbook. */
export function labelsOf({
  properties,
}: Pick<Playbook, "properties">): (subject: Subject) => string {
  const labels = new Map(properties.map(({ id, label }) => [id, label]));
  return (subject) =>
    isPropertyName(subject) ? (labels.get(subject) ?? subject) : (factLabels[subject] ?? subject);
}
