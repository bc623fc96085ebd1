import fc from "fast-check";
import { coverCommittee } from "../../../src/committee/coverage.ts";
import type { Person } from "../../../src/facts/contact-facts.ts";
import { unknown } from "../../../src/facts/fact.ts";
import { isRole, type RoleId, roles } from "../../../src/facts/vocabulary.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Playbook, RoleRequirement } from "../../../src/playbook/playbook.ts";
import { person, stated } from "../verdict/build-facts.ts";

const hospital = stated("hospital" as const);
const account = (people: readonly Person[]) => ({ companyId: "9", name: "St. Brendan", people });
const cover = (people: readonly Person[], playbook: Playbook = hybridPlaybook) =>
  coverCommittee(account(people), hospital, "software", playbook);

/** One template for hospitals. */
function asking(atSql: readonly RoleRequirement[], later: readonly RoleRequirement[]): Playbook {
  const template = { id: "t", organizationTypes: ["hospital"], solutions: ["software"] } as const;
  const templates = [{ ...template, atSql, later }];
  return { ...hybridPlaybook, committee: { requiredAtSql: true, templates } };
}
const requirement = (id: RoleId, people: number, weight: number): RoleRequirement => ({
  id,
  label: roles[id].label,
  roles: [id],
  people,
  weight,
});

test("a role is engaged, silent or missing, in the template's order", () => {
  const people = [
    person("1", ["physician_champion"], { engaged: true }),
    person("2", ["security"]),
  ];

  const { roles: covered, completeForSql } = cover(people);

  expect(covered.map(({ id, needed, state }) => [id, needed, state])).toEqual([
    ["clinical", "sql", "engaged"],
    ["it", "sql", "silent"],
    ["security", "later", "silent"],
    ["compliance", "later", "missing"],
    ["finance", "later", "missing"],
    ["procurement", "later", "missing"],
  ]);
  expect(completeForSql).toBe(true);
});

test("one person may fill two roles", () => {
  const { roles: covered } = cover([person("1", ["procurement", "finance"])]);

  const filled = covered.filter(({ state }) => state === "silent");
  expect(filled.map(({ id }) => id)).toEqual(["finance", "procurement"]);
});

test.each([
  ["nobody", [], 0],
  ["one of the three people of one role", ["1"], 25],
  ["all three", ["1", "2", "3"], 75],
  ["more than asked for", ["1", "2", "3", "4"], 75],
])("completeness weighs roles: %s", (_, ids, expected) => {
  const playbook = asking([requirement("finance", 3, 3)], [requirement("security", 1, 1)]);

  const { completeness } = cover(
    ids.map((id) => person(id, ["finance"])),
    playbook,
  );

  expect(completeness).toBe(expected);
});

test("a role that lacks one of its people is missing, and keeps the one it has", () => {
  const playbook = asking([requirement("finance", 2, 1)], []);

  const coverage = cover([person("1", ["finance"])], playbook);

  expect(coverage).toMatchObject({ completeForSql: false, completeness: 50 });
  expect(coverage.roles[0]).toMatchObject({ state: "missing", people: [{ id: "1" }] });
});

test("completeness lies between 0 and 100, and is 100 exactly when nothing is missing", () => {
  const anyRole = fc.constantFrom(...Object.keys(roles).filter(isRole));
  const anyRequirement = fc
    .tuple(anyRole, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }))
    .map(([id, people, weight]) => requirement(id, people, weight));
  const some = fc.array(anyRequirement, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(some, some, fc.array(fc.array(anyRole)), (atSql, later, held) => {
      const people = held.map((each, index) => person(String(index), each));

      const { completeness, roles: covered } = cover(people, asking(atSql, later));

      expect(completeness).toBeGreaterThanOrEqual(0);
      expect(completeness).toBeLessThanOrEqual(100);
      expect(completeness === 100).toBe(covered.every(({ state }) => state !== "missing"));
    }),
  );
});

test("next is the first missing role and somebody whose role nobody knows, the engaged first", () => {
  const known = person("1", ["clinical_executive"]);
  const silent = person("2", []);
  const engaged = person("3", [], { engaged: true });

  expect(cover([known, silent, engaged]).next).toEqual({
    roleId: "it",
    roleLabel: "IT",
    person: { id: "3", name: "Person 3" },
  });
  expect(cover([known]).next).toMatchObject({ roleId: "it", person: null });
});

test("an unknown organization type is never covered; one without a template asks for nobody", () => {
  const of = (type: Parameters<typeof coverCommittee>[1]) =>
    coverCommittee(account([]), type, "software", hybridPlaybook);

  expect(of(unknown)).toMatchObject({ templateId: null, roles: [], completeForSql: false });
  expect(of(stated("other" as const))).toMatchObject({ templateId: null, completeForSql: true });
});

test("the solution chooses the template", () => {
  const of = (solution: "software" | "device" | "service") =>
    coverCommittee(account([]), hospital, solution, hybridPlaybook).templateId;

  expect([of("software"), of("device"), of("service")]).toEqual([
    "hospital_software",
    "hospital_device",
    "hospital_service",
  ]);
});
