import { Problem } from "../portal/problem.ts";
import type { CrmRecord } from "../portal/record.ts";
import type { SearchFilter } from "./search-request.ts";
import type { SearchedProperty } from "./searched-property.ts";

export type Matcher = (record: CrmRecord) => boolean;

/** A filter on a property as a predicate on records. Strings ignore case; enumerations do not. */
export function matcherOf(property: SearchedProperty, filter: SearchFilter): Matcher {
  const { value } = property;
  const bound = () => property.keyOf(requireValue(filter, "value"));
  switch (filter.operator) {
    case "HAS_PROPERTY":
      return (record) => value(record) !== undefined;
    case "NOT_HAS_PROPERTY":
      return (record) => value(record) === undefined;
    case "EQ":
      return equals(property, bound());
    case "NEQ":
      return not(property, equals(property, bound()));
    case "IN":
      return oneOf(property, filter);
    case "NOT_IN":
      return not(property, oneOf(property, filter));
    case "CONTAINS_TOKEN":
      return containsToken(property, requireValue(filter, "value"));
    case "NOT_CONTAINS_TOKEN":
      return not(property, containsToken(property, requireValue(filter, "value")));
    case "LT":
    case "LTE":
    case "GT":
    case "GTE":
      return compared(property, { operator: filter.operator, bound: bound() });
    case "BETWEEN":
      return between(property, bound(), property.keyOf(requireValue(filter, "highValue")));
  }
}

function equals({ definition, value, key }: SearchedProperty, wanted: string | number): Matcher {
  if (definition.fieldType === "checkbox") {
    const part = String(wanted);
    return (record) => value(record)?.split(";").includes(part) === true;
  }
  return (record) => key(record) === wanted;
}

function oneOf({ definition, value }: SearchedProperty, filter: SearchFilter): Matcher {
  const wanted = new Set(filter.values ?? []);
  if (wanted.size === 0) throw missing("values");
  const { type, fieldType } = definition;
  return (record) => {
    const own = value(record);
    if (own === undefined) return false;
    if (fieldType === "checkbox") return own.split(";").some((part) => wanted.has(part));
    // The index holds strings in lower case; IN compares with them as given, EQ does not.
    return wanted.has(type === "string" ? own.toLowerCase() : own);
  };
}

function containsToken({ value }: SearchedProperty, pattern: string): Matcher {
  const wanted = pattern.toLowerCase();
  const expression = new RegExp(`^${wanted.split("*").map(escapeExpression).join(".*")}$`);
  return (record) => {
    const text = value(record)?.toLowerCase();
    if (text === undefined) return false;
    return (
      expression.test(text) || text.split(/[^\p{L}\p{N}]+/u).some((word) => expression.test(word))
    );
  };
}

function compared(
  { key }: SearchedProperty,
  { operator, bound }: { operator: "LT" | "LTE" | "GT" | "GTE"; bound: string | number },
): Matcher {
  return (record) => {
    const own = key(record);
    if (own === undefined) return false;
    if (operator === "LT") return own < bound;
    if (operator === "LTE") return own <= bound;
    if (operator === "GT") return own > bound;
    return own >= bound;
  };
}

function between({ key }: SearchedProperty, low: string | number, high: string | number): Matcher {
  return (record) => {
    const own = key(record);
    return own !== undefined && own >= low && own <= high;
  };
}

/** Records without a value are not found by negated operators either. */
function not({ value }: SearchedProperty, matcher: Matcher): Matcher {
  return (record) => value(record) !== undefined && !matcher(record);
}

function requireValue(filter: SearchFilter, field: "value" | "highValue"): string {
  const value = filter[field];
  if (value === undefined) throw missing(field);
  return value;
}

function missing(field: string): Problem {
  return Problem.validation(`The filter needs ${field}`);
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
