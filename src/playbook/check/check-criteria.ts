import { classify } from "../../criteria/classes.ts";
import type { Clause, Condition, Criterion, Test } from "../../criteria/criterion.ts";
import { type Domain, domainOf, factDomains } from "../../criteria/domains.ts";
import { limitOf } from "../../criteria/judge.ts";
import { isPropertyName } from "../../facts/own-properties.ts";
import { vocabularyIds } from "../../facts/vocabulary.ts";
import type { Playbook } from "../playbook.ts";
import { didYouMean } from "./nearest.ts";
import { duplicateIds, error, type Path, type Problem, warning } from "./problem.ts";

/** What a portal calls its own. */
type Words = Pick<Playbook, "properties" | "vocabulary">;

/** Problems of the criteria of one dimension. */
export function checkCriteria(
  criteria: readonly Criterion[],
  path: Path,
  words: Words,
): readonly Problem[] {
  return [
    ...duplicateIds(criteria, path),
    ...criteria.flatMap((criterion, i) => [
      ...checkPoints(criterion.points, [...path, i, "points"]),
      ...checkClause(criterion, [...path, i], words),
    ]),
  ];
}

function checkPoints(points: number, path: Path): readonly Problem[] {
  if (!Number.isInteger(points))
    return [error(path, `${points} is not a whole number of points.`, "Round it.")];
  if (points !== 0) return [];
  return [warning(path, "It is worth nothing.", "Give it points, or remove it.")];
}

function checkClause(clause: Clause, path: Path, words: Words): readonly Problem[] {
  for (const word of ["all", "any"] as const) {
    const group =
      word in clause ? (clause as { readonly [word: string]: readonly Clause[] })[word] : undefined;
    if (group === undefined) continue;
    if (group.length === 0)
      return [
        error([...path, word], "The group is empty.", "Add a condition, or remove the group."),
      ];
    return group.flatMap((each, i) => checkClause(each, [...path, word, i], words));
  }
  return "fact" in clause ? checkTest(clause, path, words) : [];
}

function checkTest({ fact, condition }: Test, path: Path, words: Words): readonly Problem[] {
  const { properties } = words;
  const own = properties.map(({ id }) => id);
  if (isPropertyName(fact) && !own.includes(fact))
    return [
      error(
        [...path, "fact"],
        `The property “${fact}” is not among the playbook's own properties.`,
        `Add it to “properties”, or choose another. ${own.length === 0 ? "" : didYouMean(fact, own)}`.trim(),
      ),
    ];
  if (!isPropertyName(fact) && !Object.hasOwn(factDomains, fact))
    return [
      error(
        [...path, "fact"],
        `There is no fact “${String(fact)}”.`,
        didYouMean(fact, [...Object.keys(factDomains), ...own]),
      ),
    ];
  const domain = withOwnValues(fact, domainOf(fact, properties), words);
  const at = [...path, "condition"];
  const problems = [...checkKind(condition, domain, at), ...checkValues(condition, domain, at)];
  return problems.length > 0 ? problems : checkReach({ fact, condition }, domain, at);
}

function withOwnValues(subject: Test["fact"], domain: Domain, { vocabulary }: Words): Domain {
  const own = vocabularyIds.find((id) => id === subject);
  if (own === undefined || (domain.kind !== "one" && domain.kind !== "some")) return domain;
  return { ...domain, values: [...domain.values, ...Object.keys(vocabulary[own] ?? {})] };
}

/** Whether the operator makes sense for what the subject is. */
function checkKind(condition: Condition, domain: Domain, path: Path): readonly Problem[] {
  const isNumber = domain.kind === "count" || domain.kind === "number";
  switch (condition.operator) {
    case "GT":
    case "GTE":
    case "LT":
    case "LTE":
    case "BETWEEN": {
      if (!isNumber)
        return [
          error(
            [...path, "operator"],
            `${condition.operator} compares numbers and dates, and this is neither.`,
            "Use IN or EQ.",
          ),
        ];
      const limits =
        condition.operator === "BETWEEN" ? (["low", "high"] as const) : (["value"] as const);
      return limits.flatMap((key) => {
        const limit = (condition as Readonly<Record<string, number | string>>)[key] ?? "";
        if (limitOf(limit) !== null) return [];
        return [
          error(
            [...path, key],
            `“${limit}” is neither a number nor a date.`,
            "Write a number, or a date as YYYY-MM-DD.",
          ),
        ];
      });
    }
    case "CONTAINS_TOKEN":
    case "NOT_CONTAINS_TOKEN":
      if (/[\p{L}\p{N}]/u.test(condition.value)) return [];
      return [error([...path, "value"], "It names no word.", "Write the word to look for.")];
    case "IN":
    case "NOT_IN":
      if (condition.values.length > 0) return [];
      return [
        error([...path, "values"], "The list is empty.", "Add a value, or remove the condition."),
      ];
    case "EQ":
    case "NEQ":
    case "HAS_PROPERTY":
    case "NOT_HAS_PROPERTY":
      return [];
  }
}

/** Values that a vocabulary does not have. */
function checkValues(condition: Condition, domain: Domain, path: Path): readonly Problem[] {
  if (domain.kind !== "one" && domain.kind !== "some") return [];
  const { values } = domain;
  const isKnown = (value: string | number) => values.includes(String(value).toLowerCase());
  const problem = (value: string | number, at: Path) =>
    error(at, `“${value}” is not a value of this fact.`, didYouMean(String(value), values));
  if ("values" in condition)
    return condition.values.flatMap((value, i) =>
      isKnown(value) ? [] : [problem(value, [...path, "values", i])],
    );
  const isEquality = condition.operator === "EQ" || condition.operator === "NEQ";
  if (!isEquality || isKnown(condition.value)) return [];
  return [problem(condition.value, [...path, "value"])];
}

/** Conditions that no value meets, or every value does. */
function checkReach({ fact, condition }: Test, domain: Domain, path: Path): readonly Problem[] {
  if (condition.operator === "BETWEEN") {
    const [low, high] = [limitOf(condition.low) ?? 0, limitOf(condition.high) ?? 0];
    if (low > high)
      return [
        error(
          path,
          `Nothing lies between ${condition.low} and ${condition.high}.`,
          "Exchange the two limits.",
        ),
      ];
  }
  if (condition.operator === "HAS_PROPERTY") return [];
  if (condition.operator === "NOT_HAS_PROPERTY") {
    if (isPropertyName(fact)) return [];
    return [
      error(
        path,
        "A fact that is not known is neither met nor unmet, so this is never met.",
        "Test one of your own properties for being empty.",
      ),
    ];
  }
  const outcomes = classify(domain, [condition])?.outcomes.map(([isMet]) => isMet === true) ?? [];
  if (!outcomes.includes(true))
    return [error(path, "No value ever meets this.", "Change the limit, or remove the condition.")];
  if (!outcomes.includes(false))
    return [warning(path, "Every value meets this.", "Use HAS_PROPERTY if any value will do.")];
  return [];
}
