import type { FactOf } from "../criteria/judge.ts";
import { scorePlan } from "../criteria/score.ts";
import type { Dimension } from "../decision.ts";
import type { ContactFacts, FactValue, Subject } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { dimension } from "./dimension.ts";

export type Known = Pick<ContactFacts, "profile" | "properties">;

/** How well the contact and its organisation fit, in whole points, as an interval. */
export function scoreFit(known: Known, playbook: Playbook): Dimension {
  return score(factsOf(known), playbook);
}

/** The same from what was stated or normalised only: an inferred fact counts as unknown. */
export function scoreConfirmedFit(known: Known, playbook: Playbook): Dimension {
  return score(confirmedFactsOf(known), playbook);
}

/** What is known of any subject. */
export function factsOf({ profile, properties }: Known): FactOf {
  return (subject: Subject): Fact<FactValue> | undefined =>
    isPropertyName(subject) ? properties[subject] : profile[subject];
}

/** What is known of any subject without a conclusion from something else. */
export function confirmedFactsOf(known: Known): FactOf {
  const factOf = factsOf(known);
  return (subject) => {
    const fact = factOf(subject);
    const isInferred = fact?.kind === "known" && fact.evidence.certainty === "inferred";
    return isInferred ? { kind: "unknown" } : fact;
  };
}

function score(factOf: FactOf, playbook: Playbook): Dimension {
  const { fitPlan, labelOf } = compiled(playbook);
  const { contributions, upper, unknown } = scorePlan(fitPlan, factOf, labelOf);
  return dimension({
    contributions,
    upper,
    minimum: playbook.fit.minimum,
    unknown: unknown.map(({ subject }) => subject),
  });
}
