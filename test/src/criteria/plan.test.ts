import fc from "fast-check";
import { type Criterion, subjectsOf } from "../../../src/criteria/criterion.ts";
import { judge, judgeTest } from "../../../src/criteria/judge.ts";
import { compilePlan } from "../../../src/criteria/plan.ts";
import { type Score, scorePlan } from "../../../src/criteria/score.ts";
import type { FactValue, Subject } from "../../../src/facts/contact-facts.ts";
import { unknown } from "../../../src/facts/fact.ts";
import { stated } from "../verdict/build-facts.ts";
import {
  anyCriteria,
  anyWorld,
  hide,
  ownProperties,
  subjects,
  type World,
  world,
} from "./arbitrary.ts";

const scored = (criteria: readonly Criterion[], known: World): Score =>
  scorePlan(compilePlan(criteria, ownProperties), (subject) => known[subject], String);
const lowerOf = ({ contributions }: Score) =>
  contributions.reduce((sum, { points }) => sum + points, 0);

/** Points of criteria in a world of which everything is known, one criterion at a time. */
function pointsIn(criteria: readonly Criterion[], known: World): number {
  return criteria
    .filter((each) => judge(each, (test) => judgeTest(test, (s) => known[s])) === "met")
    .reduce((sum, { points }) => sum + points, 0);
}

/** Every way in which the hidden may turn out; where there is nothing, there may stay nothing. */
function worldsBehind(known: World, hidden: readonly Subject[]): readonly World[] {
  return hidden.reduce<readonly World[]>(
    (worlds, subject) =>
      worlds.flatMap((each) => [
        ...(world[subject as keyof typeof world] as readonly FactValue[]).map((value) => ({
          ...each,
          [subject]: stated(value),
        })),
        ...(subject.includes(".") ? [{ ...each, [subject]: unknown }] : []),
      ]),
    [known],
  );
}

test("what is known is scored as its criteria say one by one", () => {
  fc.assert(
    fc.property(anyCriteria, anyWorld, (criteria, known) => {
      const score = scored(criteria, known);

      expect(lowerOf(score)).toBe(pointsIn(criteria, known));
      expect(score.upper).toBe(lowerOf(score));
      expect(score.unknown).toEqual([]);
    }),
  );
});

test("the bounds are those of all that the unknown may turn out to be, no wider", () => {
  const presence = (criterion: Criterion) => JSON.stringify(criterion).includes("HAS_PROPERTY");
  fc.assert(
    fc.property(anyCriteria, anyWorld, fc.subarray([...subjects]), (all, known, hidden) => {
      // Four subjects are few enough to be counted out, however the criteria join them.
      const few: readonly Subject[] = [...new Set(all.flatMap(subjectsOf))].slice(0, 4);
      const criteria = all.filter(
        (each) => !presence(each) && subjectsOf(each).every((subject) => few.includes(subject)),
      );
      const score = scored(criteria, hide(known, hidden));

      // An empty field that nobody tests for being empty has a value that we do not know.
      const worlds = worldsBehind(known, hidden).filter((each) =>
        Object.values(each).every((fact) => fact?.kind === "known"),
      );
      const possible = worlds.map((each) => pointsIn(criteria, each));
      expect(lowerOf(score)).toBe(Math.min(...possible));
      expect(score.upper).toBe(Math.max(...possible));
    }),
    { numRuns: 60 },
  );
});

test("learning anything never moves the score outside its former interval", () => {
  fc.assert(
    fc.property(
      anyCriteria,
      anyWorld,
      fc.subarray([...subjects]),
      fc.subarray([...subjects]),
      (criteria, known, hidden, learnt) => {
        const before = scored(criteria, hide(known, hidden));
        const stillHidden = hidden.filter((subject) => !learnt.includes(subject));

        const after = scored(criteria, hide(known, stillHidden));

        expect(lowerOf(after)).toBeGreaterThanOrEqual(lowerOf(before));
        expect(after.upper).toBeLessThanOrEqual(before.upper);
      },
    ),
  );
});

test("with too much to count out the bounds are never narrower than the truth, and learning keeps within", () => {
  const values = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
  const criteria = values.flatMap((value, i): readonly Criterion[] => [
    {
      id: `one_${value}`,
      label: value,
      points: i + 1,
      fact: "ehr",
      condition: { operator: "CONTAINS_TOKEN", value },
    },
    {
      id: `both_${value}`,
      label: value,
      points: -2,
      all: [
        { fact: "ehr", condition: { operator: "CONTAINS_TOKEN", value } },
        { fact: "country", condition: { operator: "EQ", value } },
      ],
    },
  ]);
  const anyText = fc.subarray(values).map((words) => stated(words.join(" ") || "none"));

  const open = scored(criteria, { ehr: unknown, country: unknown });

  fc.assert(
    fc.property(anyText, fc.constantFrom(...values), (ehr, country) => {
      const half = scored(criteria, { ehr, country: unknown });
      const truth = pointsIn(criteria, { ehr, country: stated(country) });

      expect(lowerOf(open)).toBeLessThanOrEqual(lowerOf(half));
      expect(lowerOf(half)).toBeLessThanOrEqual(truth);
      expect(truth).toBeLessThanOrEqual(half.upper);
      expect(half.upper).toBeLessThanOrEqual(open.upper);
    }),
  );
});

test("a group names everything it rests on, and is as certain as its weakest part", () => {
  const criteria: readonly Criterion[] = [
    {
      id: "g",
      label: "G",
      points: 10,
      all: [
        { fact: "country", condition: { operator: "EQ", value: "US" } },
        {
          any: [
            { fact: "size", condition: { operator: "GT", value: 5 } },
            { fact: "email", condition: { operator: "EQ", value: "business" } },
          ],
        },
      ],
    },
  ];

  const { contributions } = scored(criteria, {
    country: stated("US"),
    size: unknown,
    email: stated("business", "inferred"),
  });

  expect(contributions).toEqual([
    {
      id: "g",
      label: "G",
      points: 10,
      evidence: { property: "contact.test", text: "US; business", certainty: "inferred" },
      at: null,
    },
  ]);
});

test("of what is unknown, the most valuable is named first, within groups too", () => {
  const criteria: readonly Criterion[] = [
    {
      id: "either",
      label: "Either",
      points: 30,
      any: [
        { fact: "size", condition: { operator: "GT", value: 5 } },
        { fact: "email", condition: { operator: "EQ", value: "business" } },
      ],
    },
    {
      id: "one",
      label: "One",
      points: 20,
      fact: "ehr",
      condition: { operator: "EQ", value: "Epic" },
    },
  ];

  const { unknown: named } = scored(criteria, { size: unknown, email: unknown, ehr: unknown });

  expect(named).toEqual([
    { subject: "size", gain: 30 },
    { subject: "email", gain: 30 },
    { subject: "ehr", gain: 20 },
  ]);
});
