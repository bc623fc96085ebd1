import { boundsOf } from "../criteria/bounds.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { judge } from "../criteria/judge.ts";
import type { Contribution, Dimension } from "../decision.ts";
import type { FactId, FactValue, Profile } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { dimension } from "./dimension.ts";
import { factLabels } from "../explain/fact-labels.ts";

/** How well the contact and its organisation fit, in whole points, as an interval. */
export function scoreFit(profile: Profile, playbook: Playbook): Dimension {
  return score((fact) => profile[fact], playbook);
}

/** The same from what was stated or normalised only: an inferred fact counts as unknown. */
export function scoreConfirmedFit(profile: Profile, playbook: Playbook): Dimension {
  return score((id) => {
    const fact: Fact<FactValue> = profile[id];
    const isInferred = fact.kind === "known" && fact.evidence.certainty === "inferred";
    return isInferred ? { kind: "unknown" } : fact;
  }, playbook);
}

function score(factOf: (id: FactId) => Fact<FactValue>, { fit }: Playbook): Dimension {
  const scored = [...byFact(fit.criteria)].map(([id, criteria]) =>
    scoreFact(id, factOf(id), criteria),
  );
  const contributions = scored.flatMap((each) => each.contributions);
  const gaining = scored.filter((each) => each.gain > 0);
  return dimension({
    contributions: contributions.toSorted((a, b) => b.points - a.points),
    upper: scored.reduce((sum, each) => sum + each.upper, 0),
    minimum: fit.minimum,
    unknown: gaining.toSorted((a, b) => b.gain - a.gain).map((each) => each.id),
  });
}

function scoreFact(id: FactId, fact: Fact<FactValue>, criteria: readonly Criterion[]) {
  if (fact.kind === "unknown") {
    const { low, high } = boundsOf(id, criteria);
    return { id, contributions: worstCase(id, low), upper: high, gain: high - low };
  }
  const contributions = criteria
    .filter(({ condition, points }) => points !== 0 && judge(condition, fact) === "met")
    .map(({ id: criterion, label, points }): Contribution => ({
      id: criterion,
      label,
      points,
      evidence: fact.evidence,
      at: null,
    }));
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  return { id, contributions, upper: sum, gain: 0 };
}

/** What an unknown fact might cost, so that the lines still sum to the score. */
function worstCase(id: FactId, low: number): readonly Contribution[] {
  if (low === 0) return [];
  const label = `${factLabels[id]} is not known`;
  return [{ id: `unknown_${id}`, label, points: low, evidence: null, at: null }];
}

function byFact(criteria: readonly Criterion[]): ReadonlyMap<FactId, readonly Criterion[]> {
  const groups = new Map<FactId, readonly Criterion[]>();
  for (const criterion of criteria) {
    groups.set(criterion.fact, [...(groups.get(criterion.fact) ?? []), criterion]);
  }
  return groups;
}
