import { type ConditionProperties, Engine, type TopLevelCondition } from "json-rules-engine";
import type { Clause, Condition, Criterion, Test } from "../../../src/criteria/criterion.ts";
import { domainOf } from "../../../src/criteria/domains.ts";
import { limitOf } from "../../../src/criteria/judge.ts";
import type { ContactFacts, FactValue } from "../../../src/facts/contact-facts.ts";
import { properties } from "./bench-playbook.ts";

type Nested = ConditionProperties | TopLevelCondition;

/** The criteria as somebody would write them for json-rules-engine: its own operators, points as params. */
export function rulesEngine(criteria: readonly Criterion[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator<string | undefined, string>(
    "containsWord",
    (text, word) => text !== undefined && text.toLowerCase().split(/\W+/u).includes(word),
  );
  for (const criterion of criteria) {
    const conditions = topLevel(criterion);
    engine.addRule({
      conditions,
      event: { type: criterion.id, params: { points: criterion.points } },
    });
  }
  return engine;
}

/** A contact's known facts as the engine takes them. */
export function plainFacts({ profile, properties: own }: ContactFacts): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {};
  for (const [subject, fact] of Object.entries({ ...profile, ...own }))
    if (fact?.kind === "known") facts[subject] = fact.value;
  return facts;
}

function topLevel(clause: Clause): TopLevelCondition {
  if ("all" in clause) return { all: clause.all.map(nested) };
  if ("any" in clause) return { any: clause.any.map(nested) };
  return { all: [nested(clause)] };
}

function nested(clause: Clause): Nested {
  if ("all" in clause || "any" in clause) return topLevel(clause);
  return isList(clause) ? ofList(clause) : ofOne(clause);
}

function isList({ fact }: Test): boolean {
  const { kind } = domainOf(fact, properties);
  return kind === "some" || kind === "texts";
}

function ofList({ fact, condition }: Test): Nested {
  if (condition.operator === "EQ") return { fact, operator: "contains", value: condition.value };
  if (condition.operator === "IN")
    return { any: condition.values.map((value) => ({ fact, operator: "contains", value })) };
  throw notWritten(condition);
}

function ofOne({ fact, condition }: Test): Nested {
  switch (condition.operator) {
    case "EQ":
      return { fact, operator: "equal", value: condition.value };
    case "IN":
      return { fact, operator: "in", value: condition.values };
    case "NOT_IN":
      return { fact, operator: "notIn", value: condition.values };
    case "GT":
      return { fact, operator: "greaterThan", value: limitOf(condition.value) };
    case "GTE":
      return { fact, operator: "greaterThanInclusive", value: limitOf(condition.value) };
    case "BETWEEN":
      return {
        all: [
          { fact, operator: "greaterThanInclusive", value: limitOf(condition.low) },
          { fact, operator: "lessThanInclusive", value: limitOf(condition.high) },
        ],
      };
    case "CONTAINS_TOKEN":
      return { fact, operator: "containsWord", value: condition.value };
    case "NEQ":
    case "LT":
    case "LTE":
    case "NOT_CONTAINS_TOKEN":
    case "HAS_PROPERTY":
    case "NOT_HAS_PROPERTY":
      throw notWritten(condition);
  }
}

function notWritten({ operator }: Condition): Error {
  return new Error(`The benchmark's criteria do not use ${operator} in this way.`);
}
