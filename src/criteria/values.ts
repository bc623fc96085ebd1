import type { Condition } from "./criterion.ts";
import { limitOf } from "./judge.ts";

/** A letter of no living alphabet: no condition names a word of it. */
const strangeLetter = "\u{A66E}";
/** So many words and phrases can be there or not, each by itself. */
const mostPhrases = 8;

/** Whole numbers from 0 on, one in every stretch on which no condition changes; ascending. */
export function countsAround(conditions: readonly Condition[]): readonly number[] {
  const around = limitsIn(conditions).flatMap((limit) => [
    Math.ceil(limit) - 1,
    Math.ceil(limit),
    Math.floor(limit),
    Math.floor(limit) + 1,
  ]);
  return ascending([0, ...around].filter((number) => number >= 0));
}

/** Numbers, one in every stretch on which no condition changes, and every limit; ascending. */
export function numbersAround(conditions: readonly Condition[]): readonly number[] {
  const limits = ascending(limitsIn(conditions));
  const first = limits[0] ?? 0;
  const last = limits.at(-1) ?? 0;
  const between = limits.slice(1).map((limit, i) => middle(limits[i] ?? limit, limit));
  return ascending([below(first), ...limits, ...between, above(last)]);
}

/**
 * Texts, one for everything that conditions can tell apart: each that is named, each set of words,
 * and one of which no condition knows. `null` where the words make too many sets.
 */
export function textsAround(conditions: readonly Condition[]): readonly string[] | null {
  const phrases = new Set<string>();
  const named = new Set<string>();
  for (const condition of conditions) {
    const { operator } = condition;
    if (operator === "CONTAINS_TOKEN" || operator === "NOT_CONTAINS_TOKEN")
      phrases.add(condition.value.toLowerCase().replaceAll("*", strangeLetter));
    else if (operator === "EQ" || operator === "NEQ") named.add(String(condition.value));
    else if (operator === "IN" || operator === "NOT_IN")
      for (const value of condition.values) named.add(String(value));
  }
  if (phrases.size > mostPhrases) return null;
  let sets: readonly string[] = [strangeLetter];
  for (const phrase of phrases)
    sets = [...sets, ...sets.map((set) => `${set} ${phrase} ${strangeLetter}`)];
  return [...named, ...phrases, ...sets];
}

function limitsIn(conditions: readonly Condition[]): readonly number[] {
  return conditions
    .flatMap((condition): readonly (number | string)[] => {
      switch (condition.operator) {
        case "BETWEEN":
          return [condition.low, condition.high];
        case "IN":
        case "NOT_IN":
          return condition.values.map((value) => numeric(value));
        case "EQ":
        case "NEQ":
          return [numeric(condition.value)];
        case "GT":
        case "GTE":
        case "LT":
        case "LTE":
          return [condition.value];
        case "CONTAINS_TOKEN":
        case "NOT_CONTAINS_TOKEN":
          return [numeric(condition.value)];
        case "HAS_PROPERTY":
        case "NOT_HAS_PROPERTY":
          return [];
      }
    })
    .map(limitOf)
    .filter((limit) => limit !== null && Number.isFinite(limit))
    .map(Number);
}

function numeric(value: string | number): string | number {
  const number = Number(value);
  return Number.isFinite(number) && String(number) === value ? number : value;
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function middle(a: number, b: number): number {
  return a + (b - a) / 2;
}

function below(limit: number): number {
  return limit - Math.max(1, Math.abs(limit));
}

function above(limit: number): number {
  return limit + Math.max(1, Math.abs(limit));
}
