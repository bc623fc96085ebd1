import type { Condition } from "../criteria/criterion.ts";
import { domainOf, withNamedValues } from "../criteria/domains.ts";
import { holds } from "../criteria/judge.ts";
import { countsAround, numbersAround } from "../criteria/values.ts";
import type { FactValue, Subject } from "../facts/contact-facts.ts";
import type { OwnProperty } from "../playbook/playbook.ts";

/** Values that a subject may have, one for everything that these conditions tell apart. */
export function candidateValues(
  subject: Subject,
  conditions: readonly Condition[],
  properties: readonly OwnProperty[],
): readonly FactValue[] {
  const domain = withNamedValues(domainOf(subject, properties), conditions);
  switch (domain.kind) {
    case "one":
      return distinct(domain.values, conditions);
    case "some":
      return sets(domain.values, conditions);
    case "count":
      return distinct(countsAround(conditions), conditions);
    case "number":
      return distinct(numbersAround(conditions), conditions);
    case "text":
      return distinct(texts(conditions), conditions);
    case "texts":
      return sets(texts(conditions), conditions);
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

function texts(conditions: readonly Condition[]): readonly string[] {
  const named = conditions.flatMap((each) => {
    if ("values" in each) return each.values.map(String);
    return "value" in each ? [String(each.value)] : [];
  });
  return [...named, named.join(" "), "other"];
}
