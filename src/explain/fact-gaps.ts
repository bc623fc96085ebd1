import { type Criterion, subjectsOf, testsOf } from "../criteria/criterion.ts";
import { connected } from "../criteria/plan.ts";
import { boundsOf } from "../criteria/score.ts";
import type { ContactFacts, FactValue, Subject } from "../facts/contact-facts.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { confirmedFactsOf, factsOf } from "../scoring/fit.ts";
import { candidateValues } from "./candidate-values.ts";
import { type Change, isCorrection, withFact } from "./change.ts";

/** Changes of facts, and the points of fit and of intent that they add. */
export type FactOption = {
  readonly changes: readonly Change[];
  readonly fit: number;
  readonly intent: number;
};

/**
 * Every choice of facts worth making that carries fit over its minimum: of as many corrections of what
 * is recorded and as many facts to learn, those that no other beats in fit and in intent. Exact: facts
 * that share no criterion add up, and of those that do every choice is tried. What was inferred may be
 * learned otherwise. Empty: no values are enough.
 */
export function factGaps(
  facts: ContactFacts,
  playbook: Playbook,
  isConfirmedOnly: boolean,
): readonly FactOption[] {
  const measure = (of: ContactFacts) => pointsOf(of, playbook, isConfirmedOnly);
  const criteria = [...playbook.fit.criteria, ...playbook.intent.criteria];
  let best: Best = new Map([["0 0", [{ changes: [], fit: 0, intent: 0 }]]]);
  for (const group of connected(criteria)) {
    const subjects = [...new Set(group.flatMap(subjectsOf))];
    const options = optionsOf(subjects, { facts, playbook, criteria, measure });
    best = combined(best, options);
  }
  const needed = playbook.fit.minimum - measure(facts).fit;
  return [...best.values()].flat().filter(({ fit }) => fit >= needed);
}

/** By number of corrections and of facts to learn. */
type Best = ReadonlyMap<string, readonly FactOption[]>;
type Points = { readonly fit: number; readonly intent: number };

/** What the criteria give, before anything is cut off at 0 or 100. */
function pointsOf(facts: ContactFacts, playbook: Playbook, isConfirmedOnly: boolean): Points {
  const { fitPlan, intentPlan } = compiled(playbook);
  const factOf = factsOf(facts);
  return {
    fit: boundsOf(fitPlan, isConfirmedOnly ? confirmedFactsOf(facts) : factOf).low,
    intent: boundsOf(intentPlan, factOf).low,
  };
}

function optionsOf(
  subjects: readonly Subject[],
  among: {
    readonly facts: ContactFacts;
    readonly playbook: Playbook;
    readonly criteria: readonly Criterion[];
    readonly measure: (facts: ContactFacts) => Points;
  },
): readonly FactOption[] {
  const { facts, playbook, criteria, measure } = among;
  const tests = criteria.flatMap(testsOf);
  const before = measure(facts);
  let reached: readonly { readonly facts: ContactFacts; readonly changes: readonly Change[] }[] = [
    { facts, changes: [] },
  ];
  for (const id of subjects) {
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
  return reached.map((each) => {
    const after = measure(each.facts);
    const gains = { fit: after.fit - before.fit, intent: after.intent - before.intent };
    return { changes: each.changes, ...gains };
  });
}

function changeOf(facts: ContactFacts, fact: Subject, value: FactValue) {
  const present = factsOf(facts)(fact);
  const isRecorded = present?.kind === "known" && present.evidence.certainty !== "inferred";
  return { kind: isRecorded ? "correct" : "learn", fact, value } as const;
}

function combined(best: Best, options: readonly FactOption[]): Best {
  const next = new Map<string, readonly FactOption[]>();
  for (const before of [...best.values()].flat()) {
    for (const option of options) {
      const changes = [...before.changes, ...option.changes];
      const corrections = changes.filter(isCorrection).length;
      const key = `${corrections} ${changes.length - corrections}`;
      const gains = { fit: before.fit + option.fit, intent: before.intent + option.intent };
      next.set(key, unbeaten(next.get(key) ?? [], { changes, ...gains }));
    }
  }
  return next;
}

/** Those of as many changes that no other equals or beats in both. */
function unbeaten(options: readonly FactOption[], more: FactOption): readonly FactOption[] {
  const beats = (a: FactOption, b: FactOption) => a.fit >= b.fit && a.intent >= b.intent;
  if (options.some((each) => beats(each, more))) return options;
  return [...options.filter((each) => !beats(more, each)), more];
}
