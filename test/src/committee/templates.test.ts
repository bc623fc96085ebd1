import { organizationTypes } from "../../../src/facts/vocabulary.ts";
import { committeeTemplates } from "../../../src/playbook/committee-templates.ts";

const solutions = ["software", "device", "service"] as const;
const templatesFor = (type: string, solution: (typeof solutions)[number]) =>
  committeeTemplates.filter(
    (template) =>
      template.organizationTypes.some((each) => each === type) &&
      template.solutions.includes(solution),
  );

test.each([
  ["independent_practice", "Operations or owner physician", "Champion, Finance"],
  ["multispecialty_group", "Operations, IT", "Finance, Clinical executive or champion, Compliance"],
  ["hospital", "Clinical executive or champion, IT", "Security, Compliance, Finance, Procurement"],
  [
    "health_system",
    "Clinical executive or champion, IT, Executive sponsor",
    "Security, Compliance, Finance, Procurement, GPO, Legal",
  ],
  ["ambulatory_surgery_center", "Operations", "Owner physician, Procurement"],
  ["fqhc", "Executive sponsor, Clinical executive", "Finance, IT"],
  ["payer", "Operations, IT", "Compliance, Procurement"],
  ["clinical_lab", "Department lead", "IT, Quality, Finance"],
  ["imaging_center", "Department lead", "IT, Quality, Finance"],
])("software for %s needs %s, and later %s", (type, atSql, later) => {
  const [template] = templatesFor(type, "software");

  expect(template?.atSql.map(({ label }) => label).join(", ")).toBe(atSql);
  expect(template?.later.map(({ label }) => label).join(", ")).toBe(later);
});

test("every organization that cares, pays or dispenses has one template for each solution", () => {
  // Suppliers are excluded as leads, and nobody can say for all of the others who decides there.
  const without = new Set([
    ..."pharma biotech medtech distributor health_it_vendor staffing".split(" "),
    ..."gpo academic_research other".split(" "),
  ]);
  const counts = Object.keys(organizationTypes).map((type) => [
    type,
    ...solutions.map((solution) => templatesFor(type, solution).length),
  ]);

  expect(counts).toEqual(
    Object.keys(organizationTypes).map((type) =>
      without.has(type) ? [type, 0, 0, 0] : [type, 1, 1, 1],
    ),
  );
});

test("what is needed for SQL weighs more than what is needed later, and nothing is asked for twice", () => {
  for (const { atSql, later } of committeeTemplates) {
    const ids = [...atSql, ...later].map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...atSql.map(({ weight }) => weight))).toBeGreaterThan(
      Math.max(...later.map(({ weight }) => weight)),
    );
  }
});
