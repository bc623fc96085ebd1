import fc from "fast-check";
import type { Condition, Criterion } from "../../../src/criteria/criterion.ts";
import type { Dimension } from "../../../src/decision.ts";
import type { FactId, Profile } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import { scoreConfirmedFit, scoreFit } from "../../../src/scoring/fit.ts";
import { anyProfile } from "../verdict/arbitrary.ts";
import { nothingKnown, practice, stated } from "../verdict/build-facts.ts";

const conditions: Readonly<Partial<Record<FactId, readonly Condition[]>>> = {
  organizationType: [
    { operator: "EQ", value: "hospital" },
    { operator: "NOT_IN", values: ["pharma", "biotech"] },
  ],
  serviceInterest: [
    { operator: "IN", values: ["scheduling", "intake"] },
    { operator: "NEQ", value: "other" },
    { operator: "EQ", value: "telehealth" },
  ],
  role: [
    { operator: "EQ", value: "end_user" },
    { operator: "NOT_IN", values: ["finance", "security"] },
  ],
  size: [
    { operator: "BETWEEN", low: 5, high: 19 },
    { operator: "GT", value: 12 },
    { operator: "LTE", value: 30 },
  ],
  country: [
    { operator: "EQ", value: "US" },
    { operator: "NEQ", value: "FR" },
  ],
  ehr: [{ operator: "HAS_PROPERTY" }, { operator: "CONTAINS_TOKEN", value: "epic" }],
};
const anyCriterion = fc
  .constantFrom(
    ...Object.entries(conditions).flatMap(([fact, list]) =>
      list.map((condition) => ({ fact: fact as FactId, condition })),
    ),
  )
  .chain((test) => fc.integer({ min: -60, max: 60 }).map((points) => ({ ...test, points })));
const anyPlaybook = fc
  .tuple(fc.array(anyCriterion, { maxLength: 10 }), fc.integer({ min: 1, max: 100 }))
  .map(([tests, minimum]) => {
    const criteria = tests.map((test, i): Criterion => ({ ...test, id: `c${i}`, label: `C${i}` }));
    return { ...hybridPlaybook, fit: { minimum, criteria } };
  });
const of = (profile: Profile) => ({ profile, properties: {} });
const sumOf = ({ contributions }: Dimension) =>
  contributions.reduce((sum, { points }) => sum + points, 0);

test("the lines sum to the score, which lies between 0 and its upper end, at most 100", () => {
  fc.assert(
    fc.property(anyProfile, anyPlaybook, (profile, playbook) => {
      const fit = scoreFit(of(profile), playbook);

      expect(sumOf(fit)).toBe(fit.lower);
      expect(fit.lower).toBeGreaterThanOrEqual(0);
      expect(fit.upper).toBeGreaterThanOrEqual(fit.lower);
      expect(fit.upper).toBeLessThanOrEqual(100);
    }),
  );
});

test("learning an unknown fact never moves the score outside its former interval", () => {
  const facts = Object.keys(nothingKnown) as FactId[];
  fc.assert(
    fc.property(anyProfile, fc.subarray(facts), anyPlaybook, (profile, hidden, playbook) => {
      const former: Profile = {
        ...profile,
        ...Object.fromEntries(hidden.map((id) => [id, { kind: "unknown" }])),
      };

      const [before, after] = [scoreFit(of(former), playbook), scoreFit(of(profile), playbook)];

      expect(after.lower).toBeGreaterThanOrEqual(before.lower);
      expect(after.upper).toBeLessThanOrEqual(before.upper);
    }),
    { numRuns: 300 },
  );
});

test("an outcome that is decided does not change when more becomes known", () => {
  fc.assert(
    fc.property(anyProfile, anyPlaybook, (profile, playbook) => {
      const before = scoreFit(of({ ...profile, size: { kind: "unknown" } }), playbook);
      const after = scoreFit(of(profile), playbook);

      const isKept = before.outcome === "undecided" || after.outcome === before.outcome;
      expect(isKept).toBe(true);
    }),
  );
});

test("criteria that exclude each other are not added up for an unknown fact", () => {
  const fit = scoreFit(of({ ...practice, size: { kind: "unknown" } }), hybridPlaybook);

  expect(fit).toMatchObject({ lower: 70, upper: 100, outcome: "passes" });
  expect(fit.unknown).toEqual(["specialty", "size", "country", "ehr"]);
});

test("each line names the criterion and what proves it", () => {
  const [first] = scoreFit(of(practice), hybridPlaybook).contributions;

  expect(first).toEqual({
    id: "core_organization",
    label: "Organization is a core target",
    points: 35,
    evidence: {
      property: "contact.test",
      text: "independent_practice",
      certainty: "stated",
    },
    at: null,
  });
});

test("more than 100 points are cut off by a line of their own", () => {
  const criteria: readonly Criterion[] = ["a", "b"].map((id) => ({
    id,
    label: id,
    fact: "ehr",
    condition: { operator: "HAS_PROPERTY" },
    points: 80,
  }));
  const playbook = { ...hybridPlaybook, fit: { minimum: 50, criteria } };

  const fit = scoreFit(of({ ...nothingKnown, ehr: stated("Epic") }), playbook);

  expect(fit).toMatchObject({ lower: 100, upper: 100 });
  expect(fit.contributions.at(-1)).toMatchObject({ label: "No more than 100 points", points: -60 });
});

test("confirmed fit does not count what was inferred", () => {
  const profile = { ...practice, organizationType: stated("hospital" as const, "inferred") };

  expect(scoreFit(of(profile), hybridPlaybook)).toMatchObject({ lower: 70 });
  expect(scoreConfirmedFit(of(profile), hybridPlaybook)).toMatchObject({ lower: 35, upper: 100 });
});
