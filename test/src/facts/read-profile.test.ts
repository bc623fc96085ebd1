import { readProfile } from "../../../src/facts/read-profile.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";

type Properties = Readonly<Record<string, string | null>>;
const read = (contact: Properties, company: Properties = {}) =>
  readProfile(
    { contact: { id: "1", properties: contact }, company: { id: "9", properties: company } },
    [],
    playbook,
  );

test("what nobody wrote down is unknown, whatever the fact", () => {
  const facts = read({}, { number_of_beds: "", state: "  " });

  expect([...new Set(Object.values(facts).map(({ kind }) => kind))]).toEqual(["unknown"]);
});

test.each([
  ["beds", { number_of_beds: "420" }, 420, "stated"],
  ["beds", { number_of_beds: "1,200" }, 1200, "normalised"],
  ["sites", { number_of_locations: "10-20" }, 10, "normalised"],
  ["size", { numberofemployees: "1000+" }, 1000, "normalised"],
  ["region", { state: "TX" }, "US-TX", "normalised"],
  ["region", { state: "texas" }, "US-TX", "normalised"],
  ["region", { state: "Québec" }, "CA-QC", "normalised"],
  ["country", { country: "U.S.A." }, "US", "normalised"],
  ["careSetting", { care_setting: "Ambulatory" }, ["outpatient"], "normalised"],
  ["careSetting", { care_setting: "inpatient; ED" }, ["inpatient", "emergency"], "normalised"],
] as const)("%s is read from %j", (fact, company, value, certainty) => {
  const facts = read({}, company);

  expect(facts[fact]).toMatchObject({ kind: "known", value, evidence: { certainty } });
});

test.each([
  ["beds", { number_of_beds: "many" }],
  ["region", { state: "Bavaria" }],
  ["careSetting", { care_setting: "blue" }],
] as const)("%s that says nothing we know stays unknown: %j", (fact, company) => {
  expect(read({}, company)[fact]).toEqual({ kind: "unknown" });
});

test("the type of an organization lets us infer the setting, where nobody stated it", () => {
  const surgery = { medqual_organization_type: "ambulatory_surgery_center" };

  expect(read({}, surgery).careSetting).toMatchObject({
    value: ["outpatient"],
    evidence: { certainty: "inferred", property: "company.medqual_organization_type" },
  });
  expect(read({ care_setting: "home care" }, surgery).careSetting).toMatchObject({
    value: ["home"],
  });
  expect(read({}, { medqual_organization_type: "payer" }).careSetting.kind).toBe("unknown");
});
