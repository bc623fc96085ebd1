import type { Clause, Condition } from "../../../src/criteria/criterion.ts";
import { holds, judge, judgeTest } from "../../../src/criteria/judge.ts";
import type { FactValue, Subject } from "../../../src/facts/contact-facts.ts";
import { type Fact, unknown } from "../../../src/facts/fact.ts";
import { stated } from "../verdict/build-facts.ts";

test.each<readonly [Condition, FactValue, boolean]>([
  [{ operator: "EQ", value: "Hospital" }, "hospital", true],
  [{ operator: "EQ", value: 5 }, 5, true],
  [{ operator: "EQ", value: "finance" }, ["security", "finance"], true],
  [{ operator: "NEQ", value: "finance" }, ["security", "finance"], false],
  [{ operator: "NEQ", value: "finance" }, "security", true],
  [{ operator: "IN", values: ["US", "CA"] }, "ca", true],
  [{ operator: "NOT_IN", values: ["US", "CA"] }, "FR", true],
  [{ operator: "NOT_IN", values: ["US", "CA"] }, ["FR", "CA"], false],
  [{ operator: "GT", value: 5 }, 5, false],
  [{ operator: "GTE", value: 5 }, 5, true],
  [{ operator: "LT", value: 5 }, 4.9, true],
  [{ operator: "LTE", value: 5 }, 5.1, false],
  [{ operator: "GT", value: "2026-11-24" }, Date.UTC(2026, 10, 24, 1), true],
  [{ operator: "LT", value: "no date" }, 0, false],
  [{ operator: "GT", value: 5 }, "6", false],
  [{ operator: "BETWEEN", low: 5, high: 19 }, 19, true],
  [{ operator: "BETWEEN", low: 5, high: 19 }, 20, false],
  [{ operator: "CONTAINS_TOKEN", value: "epic" }, "Epic (hosted)", true],
  [{ operator: "CONTAINS_TOKEN", value: "epic" }, "epicenter", false],
  [{ operator: "CONTAINS_TOKEN", value: "epic*" }, "epicenter", true],
  [{ operator: "CONTAINS_TOKEN", value: "patient access" }, "Director, patient access", true],
  [{ operator: "CONTAINS_TOKEN", value: "patient access" }, "access for a patient", false],
  [{ operator: "NOT_CONTAINS_TOKEN", value: "epic" }, ["cerner", "epic care"], false],
  [{ operator: "HAS_PROPERTY" }, "anything", true],
  [{ operator: "NOT_HAS_PROPERTY" }, "anything", false],
])("%j over %j is %j", (condition, value, expected) => {
  expect(holds(condition, value)).toBe(expected);
});

const facts: Partial<Record<Subject, Fact<FactValue>>> = {
  country: stated("US"),
  ehr: unknown,
  "contact.segment": unknown,
};
const yes: Clause = { fact: "country", condition: { operator: "EQ", value: "US" } };
const no: Clause = { fact: "country", condition: { operator: "NEQ", value: "US" } };
const open: Clause = { fact: "ehr", condition: { operator: "EQ", value: "Epic" } };
const judged = (clause: Clause) =>
  judge(clause, (test) => judgeTest(test, (subject) => facts[subject]));

test.each<readonly [string, Clause, string]>([
  ["all of yes and open", { all: [yes, open] }, "unknown"],
  ["all of no and open", { all: [open, no] }, "unmet"],
  ["all of yes", { all: [yes, yes] }, "met"],
  ["any of yes and open", { any: [open, yes] }, "met"],
  ["any of no and open", { any: [no, open] }, "unknown"],
  ["any of no", { any: [no, no] }, "unmet"],
  ["a group in a group", { any: [no, { all: [yes, { any: [open, yes] }] }] }, "met"],
  ["all of nothing", { all: [] }, "met"],
  ["any of nothing", { any: [] }, "unmet"],
])("%s: Kleene's three values", (_, clause, expected) => {
  expect(judged(clause)).toBe(expected);
});

test.each<readonly [Subject, Condition["operator"], string]>([
  ["ehr", "HAS_PROPERTY", "unknown"],
  ["ehr", "NOT_HAS_PROPERTY", "unknown"],
  ["contact.segment", "HAS_PROPERTY", "unmet"],
  ["contact.segment", "NOT_HAS_PROPERTY", "met"],
  ["company.segment", "NOT_HAS_PROPERTY", "unknown"],
])("that %s is not there answers %s with %s", (fact, operator, expected) => {
  expect(judged({ fact, condition: { operator } as Condition })).toBe(expected);
});
