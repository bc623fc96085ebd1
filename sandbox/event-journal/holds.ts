import type { JournalCondition } from "./journal-subscription.ts";

/** Whether a condition holds for a property's value; numbers are compared as numbers. */
export function holds(condition: JournalCondition, present: string | undefined): boolean {
  const { operator, value = "", values = [] } = condition;
  const text = present ?? "";
  switch (operator) {
    case "EQ":
      return text === value;
    case "N_EQ":
      return text !== value;
    case "LT":
      return text !== "" && compare(text, value) < 0;
    case "GT":
      return text !== "" && compare(text, value) > 0;
    case "LTE":
      return text !== "" && compare(text, value) <= 0;
    case "GTE":
      return text !== "" && compare(text, value) >= 0;
    case "CONTAINS":
      return text.includes(value);
    case "STARTS_WITH":
      return text.startsWith(value);
    case "ENDS_WITH":
      return text.endsWith(value);
    case "IN":
      return values.includes(text);
    case "NOT_IN":
      return !values.includes(text);
    case "IS_EMPTY":
      return text === "";
    case "IS_NOT_EMPTY":
      return text !== "";
  }
}

function compare(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return one < other ? -1 : Number(one > other);
}
