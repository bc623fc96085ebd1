import fc from "fast-check";
import type { Clause, Condition, Criterion } from "../../../src/criteria/criterion.ts";
import type { FactValue, Subject } from "../../../src/facts/contact-facts.ts";
import { type Fact, unknown } from "../../../src/facts/fact.ts";
import type { OwnProperty } from "../../../src/playbook/playbook.ts";
import { stated } from "../verdict/build-facts.ts";

/** A small world: of each subject, every value that the conditions below can tell apart, and others. */
export const world = {
  email: ["business", "shared", "free-mail", "education"],
  size: [0, 4, 5, 6, 19, 20, 500],
  country: ["US", "CA", "FR", "north of CA", "north"],
  serviceInterest: [
    ["scheduling"],
    ["intake"],
    ["other"],
    ["telehealth"],
    [],
    ["scheduling", "intake"],
    ["intake", "other"],
  ],
  "contact.grade": ["A", "B", "a better one", "C"],
  "company.revenue": [-3, 0, 0.5, 1, 1.5, 7],
} as const satisfies Partial<Record<Subject, readonly FactValue[]>>;
type Known = keyof typeof world;
export const subjects = Object.keys(world) as readonly Known[];

export const ownProperties: readonly OwnProperty[] = [
  { id: "contact.grade", label: "Grade", kind: "choice" },
  { id: "company.revenue", label: "Revenue", kind: "number" },
];

const conditions: Readonly<Record<Known, readonly Condition[]>> = {
  email: [
    { operator: "EQ", value: "business" },
    { operator: "NOT_IN", values: ["free-mail", "education"] },
    { operator: "HAS_PROPERTY" },
  ],
  size: [
    { operator: "BETWEEN", low: 5, high: 19 },
    { operator: "GT", value: 5 },
    { operator: "LTE", value: 4.5 },
  ],
  country: [
    { operator: "EQ", value: "US" },
    { operator: "NEQ", value: "CA" },
    { operator: "CONTAINS_TOKEN", value: "ca" },
    { operator: "NOT_CONTAINS_TOKEN", value: "nor*" },
  ],
  serviceInterest: [
    { operator: "IN", values: ["scheduling", "other"] },
    { operator: "NEQ", value: "intake" },
  ],
  "contact.grade": [
    { operator: "IN", values: ["A", "B"] },
    { operator: "NOT_HAS_PROPERTY" },
    { operator: "CONTAINS_TOKEN", value: "better" },
  ],
  "company.revenue": [
    { operator: "GTE", value: 1 },
    { operator: "LT", value: 0 },
    { operator: "BETWEEN", low: 0.5, high: 1.2 },
  ],
};

const anyTest: fc.Arbitrary<Clause> = fc
  .constantFrom(...subjects)
  .chain((fact) => fc.constantFrom(...conditions[fact]).map((condition) => ({ fact, condition })));
const anyClause: fc.Arbitrary<Clause> = fc.oneof(
  { weight: 3, arbitrary: anyTest },
  { weight: 1, arbitrary: fc.array(anyTest, { maxLength: 3 }).map((all) => ({ all })) },
  { weight: 1, arbitrary: fc.array(anyTest, { maxLength: 3 }).map((any) => ({ any })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyTest, anyTest, anyTest)
      .map(([a, b, c]) => ({ all: [a, { any: [b, c] }] })),
  },
);
const anyPoints = fc.integer({ min: -40, max: 40 });

export const anyCriteria: fc.Arbitrary<readonly Criterion[]> = fc
  .array(fc.tuple(anyClause, anyPoints), { maxLength: 7 })
  .map((drawn) =>
    drawn.map(([clause, points], i) => ({ ...clause, id: `c${i}`, label: `C${i}`, points })),
  );

export type World = Readonly<Partial<Record<Subject, Fact<FactValue>>>>;
/** Everything known, nothing empty. */
export const anyWorld: fc.Arbitrary<World> = fc
  .tuple(...subjects.map((subject) => fc.constantFrom<FactValue>(...world[subject])))
  .map((values) =>
    Object.fromEntries(subjects.map((subject, i) => [subject, stated(values[i] ?? "")])),
  );

/** The same world with some of it hidden: facts unknown, records of own properties not there. */
export function hide(from: World, hidden: readonly Subject[]): World {
  return Object.fromEntries(
    Object.entries(from).flatMap(([subject, fact]) => {
      if (!hidden.some((each) => each === subject)) return [[subject, fact]];
      return subject.includes(".") ? [] : [[subject, unknown]];
    }),
  );
}
