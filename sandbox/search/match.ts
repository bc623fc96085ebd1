import type { PropertyDefinition } from "../portal/property-definition.ts";
import { Problem } from "../portal/problem.ts";
import type { SearchFilter } from "./search-request.ts";

export type Matcher = (value: string | undefined) => boolean;

/** A filter on a property as a predicate on its values. Strings ignore case; enumerations do not. */
export function matcherOf(definition: PropertyDefinition, filter: SearchFilter): Matcher {
  const key = keyFor(definition);
  const one = () => key(requireValue(filter, "value"));
  switch (filter.operator) {
    case "HAS_PROPERTY":
      return (value) => value !== undefined;
    case "NOT_HAS_PROPERTY":
      return (value) => value === undefined;
    case "EQ":
      return equals(definition, key, one());
    case "NEQ":
      return not(equals(definition, key, one()));
    case "IN":
      return oneOf(definition, filter);
    case "NOT_IN":
      return not(oneOf(definition, filter));
    case "CONTAINS_TOKEN":
      return containsToken(requireValue(filter, "value"));
    case "NOT_CONTAINS_TOKEN":
      return not(containsToken(requireValue(filter, "value")));
    case "LT":
    case "LTE":
    case "GT":
    case "GTE":
      return compared(key, { operator: filter.operator, bound: one() });
    case "BETWEEN":
      return between(key, one(), key(requireValue(filter, "highValue")));
  }
}

/** A number to order values of a type by, or the value itself. */
export function keyFor({ type }: PropertyDefinition): (value: string) => string | number {
  if (type === "number") return Number;
  if (type === "date" || type === "datetime") {
    return (value) => (/^-?\d+$/.test(value) ? Number(value) : Date.parse(value));
  }
  if (type === "enumeration") return (value) => value;
  return (value) => value.toLowerCase();
}

type Key = ReturnType<typeof keyFor>;

function equals({ fieldType }: PropertyDefinition, key: Key, wanted: string | number): Matcher {
  return (value) => {
    if (value === undefined) return false;
    if (fieldType === "checkbox") return value.split(";").includes(String(wanted));
    return key(value) === wanted;
  };
}

function oneOf({ type, fieldType }: PropertyDefinition, filter: SearchFilter): Matcher {
  const wanted = new Set(filter.values ?? []);
  if (wanted.size === 0) throw missing("values");
  return (value) => {
    if (value === undefined) return false;
    if (fieldType === "checkbox") return value.split(";").some((part) => wanted.has(part));
    // The index holds strings in lower case; IN compares with them as given, EQ does not.
    return wanted.has(type === "string" ? value.toLowerCase() : value);
  };
}

function containsToken(pattern: string): Matcher {
  const wanted = pattern.toLowerCase();
  const expression = new RegExp(`^${wanted.split("*").map(escapeExpression).join(".*")}$`);
  return (value) => {
    if (value === undefined) return false;
    const text = value.toLowerCase();
    return (
      expression.test(text) || text.split(/[^\p{L}\p{N}]+/u).some((word) => expression.test(word))
    );
  };
}

function compared(
  key: Key,
  { operator, bound }: { operator: "LT" | "LTE" | "GT" | "GTE"; bound: string | number },
): Matcher {
  return (value) => {
    if (value === undefined) return false;
    const own = key(value);
    if (operator === "LT") return own < bound;
    if (operator === "LTE") return own <= bound;
    if (operator === "GT") return own > bound;
    return own >= bound;
  };
}

function between(key: Key, low: string | number, high: string | number): Matcher {
  return (value) => value !== undefined && key(value) >= low && key(value) <= high;
}

/** Records without a value are not found by negated operators either. */
function not(matcher: Matcher): Matcher {
  return (value) => value !== undefined && !matcher(value);
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
