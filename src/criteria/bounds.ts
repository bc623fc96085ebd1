import type { FactId, FactValue } from "../facts/contact-facts.ts";
import {
  careSettings,
  organizationTypes,
  roles,
  serviceInterests,
  specialties,
} from "../facts/vocabulary.ts";
import type { Criterion } from "./criterion.ts";
import { holds } from "./judge.ts";

/**
 * Fewest and most points that criteria over ONE fact can give together, over every value the fact
 * may have. Criteria that exclude each other are therefore never added up.
 */
export function boundsOf(
  fact: FactId,
  criteria: readonly Criterion[],
): { readonly low: number; readonly high: number } {
  const totals = valuesOf(fact, criteria).map((value) => pointsFor(criteria, value));
  return { low: Math.min(...totals), high: Math.max(...totals) };
}

function pointsFor(criteria: readonly Criterion[], value: FactValue): number {
  return criteria
    .filter(({ condition }) => holds(condition, value))
    .reduce((sum, { points }) => sum + points, 0);
}

function valuesOf(fact: FactId, criteria: readonly Criterion[]): readonly FactValue[] {
  switch (fact) {
    case "organizationType":
      return Object.keys(organizationTypes);
    case "specialty":
      return Object.keys(specialties);
    case "serviceInterest":
      return setsOf(Object.keys(serviceInterests), criteria);
    case "role":
      return setsOf(Object.keys(roles), criteria);
    case "careSetting":
      return setsOf(Object.keys(careSettings), criteria);
    case "size":
    case "providers":
    case "beds":
    case "sites":
      return numbersAround(criteria);
    case "email":
      return ["business", "shared", "free-mail", "education"];
    case "country":
    case "region":
    case "ehr":
      return textsNamed(criteria);
  }
}

/**
 * Sets that differ in what they meet. Further elements change a set's outcome in a way that depends
 * on its outcome alone, so one set for each outcome stands for all of them.
 */
function setsOf(elements: readonly string[], criteria: readonly Criterion[]): readonly FactValue[] {
  const byOutcome = new Map<string, readonly string[]>();
  for (const element of elements) {
    for (const set of [[], ...byOutcome.values()]) {
      const larger = [...set, element];
      const outcome = criteria.map(({ condition }) => holds(condition, larger)).join();
      if (!byOutcome.has(outcome)) byOutcome.set(outcome, larger);
    }
  }
  return [...byOutcome.values()];
}

function numbersAround(criteria: readonly Criterion[]): readonly number[] {
  const limits = criteria.flatMap(({ condition }) => {
    if (condition.operator === "BETWEEN") return [condition.low, condition.high];
    if (!("value" in condition)) return [];
    return typeof condition.value === "number" ? [condition.value] : [];
  });
  return [0, ...limits.flatMap((limit) => [limit - 1, limit, limit + 1])];
}

function textsNamed(criteria: readonly Criterion[]): readonly string[] {
  const named = criteria.flatMap(({ condition }) => {
    if ("values" in condition) return condition.values;
    return "value" in condition ? [String(condition.value)] : [];
  });
  return ["\u0000 some other", ...named, named.join(" ")];
}
