import { parseInstant } from "../facts/civil-date.ts";
import type { FactValue, Subject } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import { isPropertyName } from "../facts/own-properties.ts";
import type { Clause, Condition, Test } from "./criterion.ts";

export type Judgement = "met" | "unmet" | "unknown";
/** What is known of a subject; `undefined` where the record it stands on was not there to be read. */
export type FactOf = (subject: Subject) => Fact<FactValue> | undefined;

/**
 * Judges a clause as Kleene has it: of `all`, one that is unmet decides; of `any`, one that is met;
 * otherwise one that is unknown leaves it open.
 */
export function judge(clause: Clause, judgeOne: (test: Test) => Judgement): Judgement {
  if ("all" in clause)
    return combine(
      clause.all.map((each) => judge(each, judgeOne)),
      "unmet",
    );
  if ("any" in clause)
    return combine(
      clause.any.map((each) => judge(each, judgeOne)),
      "met",
    );
  return judgeOne(clause);
}

function combine(judgements: readonly Judgement[], deciding: "met" | "unmet"): Judgement {
  if (judgements.includes(deciding)) return deciding;
  if (judgements.includes("unknown")) return "unknown";
  return deciding === "met" ? "unmet" : "met";
}

/**
 * Judges one test over what is known. An unknown fact is neither met nor unmet. A property of the
 * portal's own is about the record: that it was read and is empty is known, its value is not.
 */
export function judgeTest({ fact: subject, condition }: Test, factOf: FactOf): Judgement {
  const fact = factOf(subject);
  if (fact?.kind === "known") return holds(condition, fact.value) ? "met" : "unmet";
  if (fact === undefined || !isPropertyName(subject)) return "unknown";
  return whenEmpty(condition);
}

/** What an empty field says. */
export function whenEmpty({ operator }: Condition): Judgement {
  if (operator === "HAS_PROPERTY") return "unmet";
  return operator === "NOT_HAS_PROPERTY" ? "met" : "unknown";
}

/** Whether a known value meets the condition. Of a list, one element is enough; for a negation none may. */
export function holds(condition: Condition, value: FactValue): boolean {
  switch (condition.operator) {
    case "EQ":
      return isAny(value, [condition.value]);
    case "NEQ":
      return !isAny(value, [condition.value]);
    case "IN":
      return isAny(value, condition.values);
    case "NOT_IN":
      return !isAny(value, condition.values);
    case "GT":
      return compares(value, condition.value, (a, b) => a > b);
    case "GTE":
      return compares(value, condition.value, (a, b) => a >= b);
    case "LT":
      return compares(value, condition.value, (a, b) => a < b);
    case "LTE":
      return compares(value, condition.value, (a, b) => a <= b);
    case "BETWEEN":
      return (
        compares(value, condition.low, (a, b) => a >= b) &&
        compares(value, condition.high, (a, b) => a <= b)
      );
    case "CONTAINS_TOKEN":
      return containsTokens(value, condition.value);
    case "NOT_CONTAINS_TOKEN":
      return !containsTokens(value, condition.value);
    case "HAS_PROPERTY":
      return true;
    case "NOT_HAS_PROPERTY":
      return false;
  }
}

/** Whether the condition is met by lists only all of whose elements meet it. */
export function isNegation({ operator }: Condition): boolean {
  return operator === "NEQ" || operator === "NOT_IN" || operator === "NOT_CONTAINS_TOKEN";
}

/** A limit as a number: dates are epoch milliseconds. `null` for a text that is no date. */
export function limitOf(value: number | string): number | null {
  return typeof value === "number" ? value : parseInstant(value);
}

function compares(
  value: FactValue,
  limit: number | string,
  test: (value: number, limit: number) => boolean,
): boolean {
  const number = limitOf(limit);
  return typeof value === "number" && number !== null && test(value, number);
}

function isAny(value: FactValue, wanted: readonly (string | number)[]): boolean {
  const elements = elementsOf(value);
  return wanted.some((each) => {
    const lower = String(each).toLowerCase();
    return elements.some((element) => element.toLowerCase() === lower);
  });
}

/** The words of `phrase` in a row; `*` in a word stands for any letters. */
function containsTokens(value: FactValue, phrase: string): boolean {
  const wanted = tokens(phrase, /[^\p{L}\p{N}*]+/u);
  if (wanted.length === 0) return false;
  return elementsOf(value).some((text) => {
    const words = tokens(text, /[^\p{L}\p{N}]+/u);
    return words.some((_, at) => wanted.every((word, offset) => matches(words[at + offset], word)));
  });
}

function matches(word: string | undefined, wanted: string): boolean {
  if (word === undefined || !wanted.includes("*")) return word === wanted;
  return new RegExp(`^${wanted.replaceAll("*", ".*")}$`, "u").test(word);
}

function tokens(text: string, separator: RegExp): readonly string[] {
  return text
    .toLowerCase()
    .split(separator)
    .filter((word) => word !== "");
}

function elementsOf(value: FactValue): readonly string[] {
  return typeof value === "object" ? value : [String(value)];
}
