import fc from "fast-check";
import { coverCommittee } from "../../../src/committee/coverage.ts";
import { isFilled } from "../../../src/committee/people.ts";
import type { Person } from "../../../src/facts/contact-facts.ts";
import { isRole, roles } from "../../../src/facts/vocabulary.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { CommitteeTemplate, RoleRequirement } from "../../../src/playbook/playbook.ts";
import { now, person, stated } from "../verdict/build-facts.ts";

const anyRoles = fc.subarray(Object.keys(roles).filter(isRole), { maxLength: 3 });
const anyRequirement = fc.record({
  id: fc.uuid(),
  label: fc.constant("Role"),
  roles: fc.subarray(Object.keys(roles).filter(isRole), { minLength: 1, maxLength: 4 }),
  people: fc.integer({ min: 1, max: 4 }),
  weight: fc.integer({ min: 1, max: 9 }),
}) satisfies fc.Arbitrary<RoleRequirement>;
const anyTemplate: fc.Arbitrary<CommitteeTemplate> = fc.record({
  id: fc.constant("t"),
  organizationTypes: fc.constant(["hospital"] as const),
  solutions: fc.constant(["software"] as const),
  includesParent: fc.boolean(),
  atSql: fc.array(anyRequirement, { maxLength: 4 }),
  later: fc.array(anyRequirement, { maxLength: 4 }),
});
const anyPeople: fc.Arbitrary<readonly Person[]> = fc
  .array(fc.tuple(anyRoles, anyRoles, fc.option(fc.constantFrom(now, now - 1, now - 2))))
  .map((all) =>
    all.map(([held, suggested, engagedAt], index) =>
      person(String(index), held, { suggested: held.length > 0 ? [] : suggested, engagedAt }),
    ),
  );

function cover(
  template: CommitteeTemplate,
  people: readonly Person[],
  around: { readonly others?: readonly Person[]; readonly atParent?: readonly Person[] } = {},
) {
  const committee = { ...hybridPlaybook.committee, templates: [template] };
  const account = { companyId: "9", name: "St. Brendan", people, ...around };
  const playbook = { ...hybridPlaybook, committee };
  return coverCommittee(account, stated("hospital" as const), "software", playbook);
}

test("completeness lies between 0 and 100 and is 100 exactly when every role is filled", () => {
  fc.assert(
    fc.property(anyTemplate, anyPeople, (template, people) => {
      const { completeness, required, optional, roles: covered } = cover(template, people);

      for (const share of [completeness, required ?? 0, optional ?? 0]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(100);
      }
      const isFull = covered.length > 0 && covered.every(isFilled);
      expect(completeness === 100).toBe(isFull);
    }),
  );
});

test("completeness is the weighted share of people needed, rounded down", () => {
  fc.assert(
    fc.property(anyTemplate, anyPeople, (template, people) => {
      const all = [...template.atSql, ...template.later];
      // In whole numbers, over the common denominator of 1 to 4 people.
      const reached = all.reduce((sum, { roles: wanted, people: needed, weight }) => {
        const there = people.filter((each) => each.roles.some((role) => wanted.includes(role)));
        return sum + (weight * Math.min(there.length, needed) * 12) / needed;
      }, 0);
      const whole = all.reduce((sum, { weight }) => sum + weight * 12, 0);

      const { completeness } = cover(template, people);

      expect(completeness).toBe(whole === 0 ? 0 : Math.floor((reached * 100) / whole));
    }),
  );
});

test("adding a person never lowers completeness and never empties a filled role", () => {
  fc.assert(
    fc.property(anyTemplate, anyPeople, anyRoles, (template, people, held) => {
      const before = cover(template, people);
      const after = cover(template, [...people, person("new", held)]);

      expect(after.completeness).toBeGreaterThanOrEqual(before.completeness);
      expect(after.required ?? 0).toBeGreaterThanOrEqual(before.required ?? 0);
      const lost = before.roles.filter(
        (role, index) => isFilled(role) && !isFilled(after.roles[index] ?? { state: "missing" }),
      );
      expect(lost).toEqual([]);
    }),
  );
});

test("the order of people is irrelevant", () => {
  fc.assert(
    fc.property(anyTemplate, anyPeople, anyPeople, (template, people, strangers) => {
      const others = strangers.map((each) => ({ ...each, id: `other ${each.id}` }));

      const reversed = cover(template, people.toReversed(), { others: others.toReversed() });

      expect(reversed).toEqual(cover(template, people, { others }));
    }),
  );
});

test("who does not take part may be suggested, and changes no figure", () => {
  fc.assert(
    fc.property(anyTemplate, anyPeople, anyPeople, (template, people, strangers) => {
      const others = strangers.map((each) => ({ ...each, id: `other ${each.id}` }));

      const alone = cover(template, people);
      const { completeness, required, optional, completeForSql } = cover(template, people, {
        others,
      });

      expect({ completeness, required, optional, completeForSql }).toEqual({
        completeness: alone.completeness,
        required: alone.required,
        optional: alone.optional,
        completeForSql: alone.completeForSql,
      });
    }),
  );
});

test("people of the parent company count exactly when the template says so", () => {
  fc.assert(
    fc.property(anyTemplate, anyPeople, anyPeople, (template, people, strangers) => {
      const atParent = strangers.map((each) => ({ ...each, id: `parent ${each.id}` }));
      const expected = cover(template, template.includesParent ? [...people, ...atParent] : people);

      expect(cover(template, people, { atParent })).toEqual(expected);
    }),
  );
});
