import { coverCommittee } from "../../../src/committee/coverage.ts";
import type { Person } from "../../../src/facts/contact-facts.ts";
import { unknown } from "../../../src/facts/fact.ts";
import { type RoleId, roles } from "../../../src/facts/vocabulary.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Playbook, RoleRequirement } from "../../../src/playbook/playbook.ts";
import { now, person, stated } from "../verdict/build-facts.ts";

const hospital = stated("hospital" as const);
const account = (people: readonly Person[]) => ({ companyId: "9", name: "St. Brendan", people });
const cover = (people: readonly Person[], playbook: Playbook = hybridPlaybook) =>
  coverCommittee(account(people), hospital, "software", playbook);

/** One template for hospitals. */
function asking(atSql: readonly RoleRequirement[], later: readonly RoleRequirement[]): Playbook {
  const template = { id: "t", organizationTypes: ["hospital"], solutions: ["software"] } as const;
  const templates = [{ ...template, includesParent: false, atSql, later }];
  return { ...hybridPlaybook, committee: { ...hybridPlaybook.committee, templates } };
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
    person("1", ["physician_champion"], { engagedAt: now }),
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

test("next is the first missing role and somebody whose role nobody knows, the engaged first", () => {
  const known = person("1", ["clinical_executive"]);
  const silent = person("2", []);
  const engaged = person("3", [], { engagedAt: now });

  expect(cover([known, silent, engaged]).next).toEqual({
    roleId: "it",
    roleLabel: "IT",
    person: { id: "3", name: "Person 3", title: null, because: "role unknown" },
  });
  expect(cover([known]).next).toMatchObject({ roleId: "it", person: null });
});

test("next prefers who probably has the role, then a stranger, then somebody who works beside it", () => {
  const beside = person("2", ["clinical_executive"], { engagedAt: now });
  const stranger = person("3", [], { engagedAt: now });
  const hinted = person("4", [], { suggested: ["clinical_executive"] });
  const playbook = asking(
    [requirement("it_executive", 1, 1), requirement("quality_safety", 1, 1)],
    [],
  );
  const next = (...people: readonly Person[]) =>
    cover([person("1", ["it_executive"]), ...people], playbook).next;

  const likely = person("5", [], { suggested: ["quality_safety"] });
  expect(next(beside, stranger, hinted, likely)).toMatchObject({
    roleId: "quality_safety",
    person: { id: "5", because: "suggested" },
  });
  expect(next(beside, stranger, hinted)).toMatchObject({
    person: { id: "3", because: "role unknown" },
  });
  expect(next(beside, hinted)).toMatchObject({ person: { id: "2", because: "same family" } });
  expect(next(hinted)).toMatchObject({ person: null });
});

test("a suggested person fills nothing", () => {
  const hinted = person("1", [], { suggested: ["finance"] });
  const outside = person("2", ["finance"], { engagedAt: now });
  const account = { companyId: "9", name: "St. Brendan", people: [hinted], others: [outside] };

  const coverage = coverCommittee(
    account,
    hospital,
    "software",
    asking([requirement("finance", 1, 1)], []),
  );

  expect(coverage).toMatchObject({ completeness: 0, required: 0, completeForSql: false });
  expect(coverage.roles).toMatchObject([
    { state: "suggested", people: [], suggested: [{ id: "1" }, { id: "2" }] },
  ]);
});

test("required and later roles are counted apart", () => {
  const playbook = asking([requirement("finance", 1, 2)], [requirement("security", 1, 1)]);

  expect(cover([person("1", ["finance"])], playbook)).toMatchObject({
    completeness: 66,
    required: 100,
    optional: 0,
  });
  expect(cover([], asking([requirement("finance", 1, 1)], []))).toMatchObject({ optional: null });
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
