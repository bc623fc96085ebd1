import { type Criterion, subjectsOf, testsOf } from "../criteria/criterion.ts";
import type { ContactFacts, FactValue, Subject } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { factsOf, scoreConfirmedFit, scoreFit } from "../scoring/fit.ts";
import { candidateValues } from "./candidate-values.ts";
import { type Change, isCorrection, withFact } from "./change.ts";

/** Changes of the facts that criteria connect with each other, and the points they add at most. */
type Option = { readonly changes: readonly Change[]; readonly gain: number };

/**
 * The fewest facts that carry fit over its minimum: as few corrections as can be of what is recorded,
 * then as few facts to learn. Exact: facts that share no criterion add up, and of those that do every
 * choice is tried. What was inferred may be learned otherwise. `null`: no values are enough.
 */
export function fitGap(
  facts: ContactFacts,
  playbook: Playbook,
  isConfirmedOnly: boolean,
): readonly Change[] | null {
  const pointsOf = (of: ContactFacts) => rawPoints(of, playbook, isConfirmedOnly);
  const needed = playbook.fit.minimum - pointsOf(facts);
  if (needed <= 0) return [];
  let best: ReadonlyMap<string, Option> = new Map([["0 0", { changes: [], gain: 0 }]]);
  for (const part of partsOf(playbook.fit.criteria)) {
    const options = optionsOf(part, { facts, playbook, pointsOf });
    best = combined(best, options);
  }
  const enough = [...best.values()].filter(({ gain }) => gain >= needed);
  return enough.toSorted(fewerFirst)[0]?.changes ?? null;
}

/** Before anything is cut off at 0 or 100. */
function rawPoints(facts: ContactFacts, playbook: Playbook, isConfirmedOnly: boolean): number {
  const fit = isConfirmedOnly ? scoreConfirmedFit(facts, playbook) : scoreFit(facts, playbook);
  return fit.contributions
    .filter(({ id }) => id !== "cap")
    .reduce((sum, { points }) => sum + points, 0);
}

/** Facts that criteria connect, each in one part. */
function partsOf(criteria: readonly Criterion[]): readonly (readonly Subject[])[] {
  let parts: readonly (readonly Subject[])[] = [];
  for (const criterion of criteria) {
    const subjects = subjectsOf(criterion);
    const touched = parts.filter((part) => part.some((each) => subjects.includes(each)));
    const rest = parts.filter((part) => !touched.includes(part));
    parts = [...rest, [...new Set([...touched.flat(), ...subjects])]];
  }
  return parts;
}

function optionsOf(
  part: readonly Subject[],
  among: {
    readonly facts: ContactFacts;
    readonly playbook: Playbook;
    readonly pointsOf: (facts: ContactFacts) => number;
  },
): readonly Option[] {
  const { facts, playbook, pointsOf } = among;
  const tests = playbook.fit.criteria.flatMap(testsOf);
  const before = pointsOf(facts);
  let reached: readonly { readonly facts: ContactFacts; readonly changes: readonly Change[] }[] = [
    { facts, changes: [] },
  ];
  for (const id of part) {
    const conditions = tests.filter(({ fact }) => fact === id).map((each) => each.condition);
    const values = candidateValues(id, conditions, playbook.properties);
    const changes = values.map((value) => changeOf(facts, id, value));
    reached = reached.flatMap((so) => [
      so,
      ...changes.map((change) => ({
        facts: withFact(so.facts, id, change.value),
        changes: [...so.changes, change],
      })),
    ]);
  }
  return reached.map((each) => ({ changes: each.changes, gain: pointsOf(each.facts) - before }));
}

function changeOf(facts: ContactFacts, fact: Subject, value: FactValue) {
  const present = factsOf(facts)(fact);
  const isRecorded = present?.kind === "known" && present.evidence.certainty !== "inferred";
  return { kind: isRecorded ? "correct" : "learn", fact, value } as const;
}

/** The most gain for each number of corrections and of facts to learn. */
function combined(
  best: ReadonlyMap<string, Option>,
  options: readonly Option[],
): ReadonlyMap<string, Option> {
  const next = new Map<string, Option>();
  for (const before of best.values()) {
    for (const option of options) {
      const changes = [...before.changes, ...option.changes];
      const gain = before.gain + option.gain;
      const corrections = changes.filter(isCorrection).length;
      const key = `${corrections} ${changes.length - corrections}`;
      if (gain > (next.get(key)?.gain ?? Number.NEGATIVE_INFINITY))
        next.set(key, { changes, gain });
    }
  }
  return next;
}

function fewerFirst(a: Option, b: Option): number {
  const corrections = (option: Option) => option.changes.filter(isCorrection).length;
  return corrections(a) - corrections(b) || a.changes.length - b.changes.length || b.gain - a.gain;
}
