import { evaluateContact, evaluateDeal } from "../../../src/evaluate.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { propertyCatalogue, propertyGroup } from "../../../src/projection/catalogue.ts";
import { projectContact, projectDeal } from "../../../src/projection/project.ts";
import { contactFacts, now, stated } from "../verdict/build-facts.ts";

const names = (objectType: string, role: string) =>
  propertyCatalogue
    .filter((each) => each.objectType === objectType && each.role === role)
    .map(({ name }) => name);

test("the catalogue holds what we write and what people may tell us, in one group", () => {
  expect(propertyGroup).toEqual({ name: "medqual", label: "Medqual" });
  expect(names("contacts", "result")).toEqual([
    "medqual_status",
    "medqual_fit",
    "medqual_intent",
    "medqual_readiness",
    "medqual_reasons",
    "medqual_missing",
    "medqual_next_action",
    "medqual_scored_at",
  ]);
  expect(names("contacts", "input")).toHaveLength(20);
  expect(names("companies", "input")).toEqual(["medqual_organization_type"]);
  expect(names("deals", "result")).toEqual([
    "medqual_committee_completeness",
    "medqual_missing_roles",
    "medqual_scored_at",
  ]);
  expect(names("deals", "input")).toEqual(["medqual_solution"]);
});

test.each(propertyCatalogue.map((each) => [`${each.objectType}.${each.name}`, each] as const))(
  "%s is described in one sentence, its options have distinct values and labels",
  (_, { description, options = [], type }) => {
    const values = new Set(options.map(({ value }) => value));
    const labels = new Set(options.map(({ label }) => label));

    expect(description).toMatch(/^[A-Z][^.]+\.$/u);
    expect([values.size, labels.size]).toEqual([options.length, options.length]);
    expect(options.length > 0).toBe(type === "enumeration");
  },
);

test("everything projected is a result of the catalogue", () => {
  const facts = contactFacts();
  const decision = evaluateContact(facts, null, { playbook, now, offersFrom: null });
  const deal = {
    ...facts,
    stage: "contractsent",
    isClosed: false,
    solution: "software" as const,
    organizationType: stated("hospital" as const),
  };
  const { missingRoles, ...rest } = evaluateDeal(deal, { playbook, now });

  const contact = projectContact(decision, facts, { playbook, mode: "observe", now });
  const written = projectDeal({ ...rest, missingRoles }, deal, now);

  expect(Object.keys(contact)).toEqual(names("contacts", "result"));
  expect(Object.keys(written)).toEqual(names("deals", "result"));
  expect(optionsOf("medqual_missing_roles")).toEqual(
    expect.arrayContaining(missingRoles.map(({ id }) => id)),
  );
  expect(optionsOf("medqual_missing")).toEqual(
    expect.arrayContaining(decision.missing.map(({ id }) => id)),
  );
});

function optionsOf(wanted: string): readonly string[] {
  const property = propertyCatalogue.find(({ name }) => name === wanted);
  return (property?.options ?? []).map(({ value }) => value);
}
