import type { FactValue } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { Condition } from "./criterion.ts";

/** Judges one condition over one fact. What is not known is neither met nor unmet. */
export function judge(condition: Condition, fact: Fact<FactValue>): "met" | "unmet" | "unknown" {
  if (fact.kind === "unknown") return "unknown";
  return holds(condition, fact.value) ? "met" : "unmet";
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
      return typeof value === "number" && value > condition.value;
    case "GTE":
      return typeof value === "number" && value >= condition.value;
    case "LT":
      return typeof value === "number" && value < condition.value;
    case "LTE":
      return typeof value === "number" && value <= condition.value;
    case "BETWEEN":
      return typeof value === "number" && value >= condition.low && value <= condition.high;
    case "CONTAINS_TOKEN":
      return elementsOf(value).some((text) => tokens(text).includes(condition.value.toLowerCase()));
    case "HAS_PROPERTY":
      return true;
  }
}

function isAny(value: FactValue, wanted: readonly (string | number)[]): boolean {
  const lower = new Set(wanted.map((each) => String(each).toLowerCase()));
  return elementsOf(value).some((element) => lower.has(element.toLowerCase()));
}

function elementsOf(value: FactValue): readonly string[] {
  return typeof value === "object" ? value : [String(value)];
}

function tokens(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
