import { compilePlan, type Plan } from "../criteria/plan.ts";
import { factLabels } from "../explain/fact-labels.ts";
import type { Subject } from "../facts/contact-facts.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import type { Playbook } from "./playbook.ts";

/** A playbook made ready to judge with. */
export type Compiled = {
  readonly fitPlan: Plan;
  /** What people call a subject. */
  readonly labelOf: (subject: Subject) => string;
};

const prepared = new WeakMap<Playbook, Compiled>();

/** A playbook never changes, so it is prepared once, and for as long as somebody holds it. */
export function compiled(playbook: Playbook): Compiled {
  const known = prepared.get(playbook);
  if (known !== undefined) return known;
  const made = compile(playbook);
  prepared.set(playbook, made);
  return made;
}

function compile({ fit, properties }: Playbook): Compiled {
  const labels = new Map(properties.map(({ id, label }) => [id, label]));
  return {
    fitPlan: compilePlan(fit.criteria, properties),
    labelOf: (subject) =>
      isPropertyName(subject) ? (labels.get(subject) ?? subject) : factLabels[subject],
  };
}
