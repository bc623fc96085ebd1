import type { FactValue, Subject } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { OwnProperty } from "../playbook/playbook.ts";
import { type Classes, classify } from "./classes.ts";
import { type Condition, type Criterion, subjectsOf, testsOf } from "./criterion.ts";
import { domainOf, withNamedValues } from "./domains.ts";
import { fillTable, type Table } from "./table.ts";

/**
 * What may be known of a subject, as a number: 0, the record was not there; 1, the field is empty;
 * from 2 on, the class of its value.
 */
export type PlannedSubject = {
  readonly subject: Subject;
  readonly conditions: readonly Condition[];
  readonly classes: Classes;
  readonly states: number;
};

/**
 * Criteria that share subjects, directly or through others, and so cannot be added up one by one.
 * `table` has their bounds for all that may be known; where there would be too much of it, the part is
 * one criterion, judged by itself.
 */
export type Part = {
  /** What its criteria are about. */
  readonly about: readonly Subject[];
  /** The same, ready to be looked up; empty without a table. */
  readonly subjects: readonly PlannedSubject[];
  readonly criteria: readonly Criterion[];
  readonly table: Table | null;
};
export type Plan = readonly Part[];

/** States of a part that are counted out. */
const mostStates = 4096;

/**
 * Prepares criteria for judging. The bounds of their sum are exact as long as each group of criteria
 * that share subjects has few enough states to count them out. Beyond that criteria are bounded one
 * subject, then one criterion at a time: never narrower than the truth, but possibly wider.
 */
export function compilePlan(
  criteria: readonly Criterion[],
  properties: readonly OwnProperty[],
): Plan {
  return connected(criteria.filter(({ points }) => points !== 0)).flatMap((group) =>
    split(group, properties),
  );
}

/** The state of a subject of which this is known. */
export function stateOf({ classes }: PlannedSubject, fact: Fact<FactValue> | undefined): number {
  if (fact === undefined) return 0;
  // A value that the vocabulary does not have says nothing: -1 is state 1.
  return fact.kind === "unknown" ? 1 : classes.classOf(fact.value) + 2;
}

function split(criteria: readonly Criterion[], properties: readonly OwnProperty[]): Plan {
  const whole = partOf(criteria, properties);
  if (whole.table !== null) return [whole];
  const single = criteria.filter((each) => subjectsOf(each).length === 1);
  const several = criteria.filter((each) => subjectsOf(each).length > 1);
  const groups = [...connected(single), ...several.map((each) => [each])];
  return groups.flatMap((group): Plan => {
    const part = partOf(group, properties);
    if (part.table !== null || group.length === 1) return [part];
    return group.map((each) => partOf([each], properties));
  });
}

function partOf(criteria: readonly Criterion[], properties: readonly OwnProperty[]): Part {
  const about = [...new Set(criteria.flatMap(subjectsOf))];
  const tests = criteria.flatMap(testsOf);
  const subjects: PlannedSubject[] = [];
  let states = 1;
  for (const subject of about) {
    const mine = tests.filter(({ fact }) => fact === subject).map(({ condition }) => condition);
    const conditions = [...new Map(mine.map((each) => [JSON.stringify(each), each])).values()];
    const classes = classify(
      withNamedValues(domainOf(subject, properties), conditions),
      conditions,
    );
    if (classes === null) return { about, subjects: [], criteria, table: null };
    subjects.push({ subject, conditions, classes, states: classes.outcomes.length + 2 });
    states *= classes.outcomes.length + 2;
    if (states > mostStates) return { about, subjects: [], criteria, table: null };
  }
  return { about, subjects, criteria, table: fillTable(subjects, criteria) };
}

/** Groups of criteria that have no subject in common. */
export function connected(criteria: readonly Criterion[]): readonly (readonly Criterion[])[] {
  let groups: readonly {
    readonly subjects: readonly Subject[];
    readonly criteria: readonly Criterion[];
  }[] = [];
  for (const criterion of criteria) {
    const subjects = subjectsOf(criterion);
    const touching = groups.filter((group) => group.subjects.some((s) => subjects.includes(s)));
    const merged = {
      subjects: [...touching.flatMap((group) => group.subjects), ...subjects],
      criteria: [...touching.flatMap((group) => group.criteria), criterion],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.map((group) => group.criteria);
}
