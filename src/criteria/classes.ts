import type { FactValue } from "../facts/contact-facts.ts";
import type { Condition } from "./criterion.ts";
import type { Domain } from "./domains.ts";
import { holds, isNegation } from "./judge.ts";
import { countsAround, numbersAround, textsAround } from "./values.ts";

/**
 * The values of a subject in as few classes as its conditions tell apart: values of one class meet
 * the same conditions.
 */
export type Classes = {
  /** By class, then by condition, whether a value of the class meets it. */
  readonly outcomes: readonly (readonly boolean[])[];
  /** Class of a value; -1 for one that the domain does not have. */
  readonly classOf: (value: FactValue) => number;
};

/** Beyond this many classes nobody counts: see `compilePlan`. */
const mostClasses = 512;

/** Texts of a portal recur; so many are remembered with their class. */
const mostRemembered = 10_000;

type Outcome = readonly boolean[];

/** `null` where the conditions tell too many classes apart. */
export function classify(domain: Domain, conditions: readonly Condition[]): Classes | null {
  const outcomeOf = (value: FactValue): Outcome => conditions.map((each) => holds(each, value));
  switch (domain.kind) {
    case "one":
      return ofValues(domain.values, outcomeOf);
    case "count":
      return ofNumbers(countsAround(conditions), outcomeOf);
    case "number":
      return ofNumbers(numbersAround(conditions), outcomeOf);
    case "text": {
      const texts = textsAround(conditions);
      return texts && ofValues(texts, outcomeOf);
    }
    case "some":
      return ofSets(domain.values, conditions, outcomeOf);
    case "texts": {
      const texts = textsAround(conditions);
      return texts && ofSets(texts, conditions, outcomeOf);
    }
  }
}

type OutcomeOf = (value: FactValue) => Outcome;

function ofValues(values: readonly string[], outcomeOf: OutcomeOf): Classes | null {
  const found = collect(values.map(outcomeOf));
  if (found === null) return null;
  const known = new Map(values.map((value) => [value, found.classOf(outcomeOf(value))]));
  const classOf = (value: FactValue): number => {
    const index = found.classOf(outcomeOf(value));
    if (typeof value === "string" && known.size < mostRemembered) known.set(value, index);
    return index;
  };
  return {
    outcomes: found.outcomes,
    classOf: (value) =>
      (typeof value === "string" ? known.get(value) : undefined) ?? classOf(value),
  };
}

/** `numbers` ascend, and one of them lies in every stretch on which no condition changes. */
function ofNumbers(numbers: readonly number[], outcomeOf: OutcomeOf): Classes | null {
  const found = collect(numbers.map(outcomeOf));
  if (found === null) return null;
  const classes = numbers.map((number) => found.classOf(outcomeOf(number)));
  const between = numbers.map((number, i) => {
    const next = numbers[i + 1];
    return found.classOf(outcomeOf(next === undefined ? number : number + (next - number) / 2));
  });
  return {
    outcomes: found.outcomes,
    classOf: (value) => {
      if (typeof value !== "number") return -1;
      let at = numbers.length - 1;
      while (at > 0 && (numbers[at] ?? 0) > value) at -= 1;
      const stretch = numbers[at] === value ? classes : between;
      return (value < (numbers[0] ?? 0) ? classes[0] : stretch[at]) ?? -1;
    },
  };
}

/**
 * Of lists. What one more element does to an outcome depends on the outcome alone, so the class of a
 * list is found element by element.
 */
function ofSets(
  elements: readonly string[],
  conditions: readonly Condition[],
  outcomeOf: OutcomeOf,
): Classes | null {
  const single = collect(elements.map(outcomeOf));
  if (single === null) return null;
  const union = (a: Outcome, b: Outcome): Outcome =>
    conditions.map((each, i) => {
      const [one, other] = [a[i] === true, b[i] === true];
      return isNegation(each) ? one && other : one || other;
    });
  const none = outcomeOf([]);
  const outcomes = [none, ...single.outcomes.filter((outcome) => keyOf(outcome) !== keyOf(none))];
  const found = new Map(outcomes.map((outcome, index) => [keyOf(outcome), index]));
  const joined: number[][] = [];
  for (let index = 0; index < outcomes.length; index += 1) {
    const outcome = outcomes[index] ?? [];
    joined[index] = single.outcomes.map((other) => {
      const both = union(outcome, other);
      const known = found.get(keyOf(both));
      if (known !== undefined) return known;
      found.set(keyOf(both), outcomes.length);
      return outcomes.push(both) - 1;
    });
    if (outcomes.length > mostClasses) return null;
  }
  const byElement = new Map(elements.map((each) => [each, single.classOf(outcomeOf(each))]));
  const elementClass = (element: string) =>
    byElement.get(element) ?? single.classOf(outcomeOf(element));
  return {
    outcomes,
    classOf: (value) => {
      if (typeof value !== "object") return -1;
      let held = 0;
      for (const element of value) held = joined[held]?.[elementClass(element)] ?? held;
      return held;
    },
  };
}

function collect(all: readonly Outcome[]) {
  const byKey = new Map<string, number>();
  const outcomes: Outcome[] = [];
  for (const outcome of all) {
    if (byKey.has(keyOf(outcome))) continue;
    byKey.set(keyOf(outcome), outcomes.length);
    outcomes.push(outcome);
  }
  if (outcomes.length > mostClasses) return null;
  return { outcomes, classOf: (outcome: Outcome) => byKey.get(keyOf(outcome)) ?? -1 };
}

function keyOf(outcome: Outcome): string {
  return outcome.map((each) => (each ? "1" : "0")).join("");
}
