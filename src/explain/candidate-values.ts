import type { Condition } from "../criteria/criterion.ts";
import { holds } from "../criteria/judge.ts";
import type { FactId, FactValue } from "../facts/contact-facts.ts";
import {
  careSettings,
  organizationTypes,
  roles,
  serviceInterests,
  specialties,
} from "../facts/vocabulary.ts";

/** Values that a fact may have, one for everything that these conditions tell apart. */
export function candidateValues(
  fact: FactId,
  conditions: readonly Condition[],
): readonly FactValue[] {
  switch (fact) {
    case "organizationType":
      return distinct(Object.keys(organizationTypes), conditions);
    case "specialty":
      return distinct(Object.keys(specialties), conditions);
    case "serviceInterest":
      return sets(Object.keys(serviceInterests), conditions);
    case "role":
      return sets(Object.keys(roles), conditions);
    case "careSetting":
      return sets(Object.keys(careSettings), conditions);
    case "email":
      return distinct(["business", "shared", "free-mail", "education"], conditions);
    case "size":
    case "providers":
    case "beds":
    case "sites":
      return distinct(numbers(conditions), conditions);
    case "country":
    case "region":
    case "ehr":
      return distinct(texts(conditions), conditions);
  }
}

function distinct<T extends FactValue>(
  values: readonly T[],
  conditions: readonly Condition[],
): readonly T[] {
  const byOutcome = new Map<string, T>();
  for (const value of values) {
    const outcome = conditions.map((each) => holds(each, value)).join();
    if (!byOutcome.has(outcome)) byOutcome.set(outcome, value);
  }
  return [...byOutcome.values()];
}

/** Lists grow by one element at a time; what one more does depends on the outcome so far alone. */
function sets(elements: readonly string[], conditions: readonly Condition[]) {
  const single = distinct(
    elements.map((each) => [each]),
    conditions,
  );
  let found: readonly (readonly string[])[] = [[]];
  for (;;) {
    const larger = found.flatMap((set) => single.map((each) => [...new Set([...set, ...each])]));
    const next = distinct([...found, ...larger], conditions);
    if (next.length === found.length) return found.filter((set) => set.length > 0);
    found = next;
  }
}

function numbers(conditions: readonly Condition[]): readonly number[] {
  const limits = conditions
    .flatMap((each) => {
      if (each.operator === "BETWEEN") return [each.low, each.high];
      return "value" in each ? [each.value] : [];
    })
    .map(Number)
    .filter(Number.isFinite);
  const around = limits.flatMap((limit) => [limit - 1, limit, limit + 1]);
  return [0, ...around].filter((number) => number >= 0);
}

function texts(conditions: readonly Condition[]): readonly string[] {
  const named = conditions.flatMap((each) => {
    if ("values" in each) return each.values.map(String);
    return "value" in each ? [String(each.value)] : [];
  });
  return [...named, named.join(" "), "other"];
}
