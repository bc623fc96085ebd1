import type { Criterion } from "../../../src/criteria/criterion.ts";
import { checkPlaybook } from "../../../src/playbook/check/check-playbook.ts";
import type { PortalProperties } from "../../../src/playbook/check/check-properties.ts";
import { pathText } from "../../../src/playbook/check/problem.ts";
import { hybridPlaybook as hybrid } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";

describe("against the properties of a portal", () => {
  const property = (name: string, type = "string", options: readonly string[] = []) => ({
    name,
    type,
    options,
  });
  const portal: PortalProperties = {
    contact: [
      property("email"),
      property("jobtitle"),
      property("medqual_specialty"),
      property("service_interest"),
      property("organization_type"),
      property("lead_grade", "enumeration", ["A", "B"]),
    ],
    company: [property("numberofemployees", "number"), property("country")],
  };
  const grade = (id: string, value: string): Criterion => ({
    id,
    label: "Grade",
    points: 0,
    fact: `contact.${id}`,
    condition: { operator: "EQ", value },
  });
  const grading = (kind: "choice" | "number", value: string, id = "lead_grade"): Playbook => ({
    ...hybrid,
    fit: { ...hybrid.fit, criteria: [grade(id, value), ...hybrid.fit.criteria] },
    properties: [{ id: `contact.${id}`, label: "Grade", kind }],
  });
  const found = (playbook: Playbook) =>
    checkPlaybook(playbook, portal)
      .filter(({ severity }) => severity === "error")
      .map(({ path, suggestion }) => [pathText(path), suggestion]);

  test("what is there and of its kind is fine", () => {
    expect(found(grading("choice", "A"))).toEqual([]);
  });

  test("an unknown property is named with the nearest", () => {
    expect(found(grading("choice", "A", "lead_grades"))).toEqual([
      ["properties[0].id", "Did you mean “contact.lead_grade”?"],
    ]);
  });

  test("an unknown option and another kind are errors", () => {
    expect(found(grading("number", "C"))).toEqual([
      ["properties[0].kind", "Set its kind to choice."],
      ["fit.criteria[0]", "Use one of: A, B."],
      ["fit.criteria[0].condition", "Change the limit, or remove the condition."],
    ]);
  });

  test("a fact without any source of this portal is worth a warning", () => {
    const paths = checkPlaybook(hybrid, portal).map(({ path }) => pathText(path));

    expect(paths).toContain("factSources.ehr");
    expect(paths).not.toContain("factSources.size");
  });
});
