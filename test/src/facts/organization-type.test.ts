import { inferOrganizationType } from "../../../src/facts/organization-type.ts";

const infer = (name: string | null, industry: string | null = null) =>
  inferOrganizationType(
    name === null ? null : { text: name, property: "company.name" },
    industry === null ? null : { text: industry, property: "company.industry" },
  );

test.each([
  ["St. Mary's Hospital", "hospital", "Hospital"],
  ["Mercy Health System", "health_system", "Health System"],
  ["VA Palo Alto Health Care System", "health_system", "Health Care System"],
  ["Palo Alto VA Health Care System", "government", "VA Health Care System"],
  ["Clay County Health Department", "government", "County Health Department"],
  ["Children's Hospital of Clay County", "specialty_hospital", "Children's Hospital"],
  ["Northgate Cardiology Associates", "independent_practice", "Cardiology Associates"],
  ["Rocky Mountain Orthopedic Surgery Center", "ambulatory_surgery_center", "Surgery Center"],
  ["Open Door Community Health Centers", "fqhc", "Community Health Centers"],
  ["Riverbend ACO", "aco", "ACO"],
  ["Pine Valley Animal Hospital", "other", "Animal Hospital"],
  ["Hospital Software Solutions LLC", "health_it_vendor", "Software"],
  ["Hospital Staffing Partners", "staffing", "Staffing"],
  ["Acme Medical Devices Inc.", "medtech", "Medical Devices"],
  ["Western Hospital Purchasing Group", "gpo", "Purchasing Group"],
])("%j is inferred as %s by its words %j", (name, value, text) => {
  expect(infer(name)).toEqual({
    kind: "known",
    value,
    evidence: { property: "company.name", text, certainty: "inferred" },
  });
});

test.each(["", "Acme", "Smith & Jones LLP", "Johns Medicine", "Clinic"])(
  "%j lets us conclude nothing",
  (name) => {
    expect(infer(name)).toEqual({ kind: "unknown" });
  },
);

test("a supplier's industry decides before the name, a place of care's only after it", () => {
  expect(infer("Mercy Hospital", "MEDICAL_DEVICES")).toMatchObject({ value: "medtech" });
  expect(infer("Mercy Hospital", "MEDICAL_PRACTICE")).toMatchObject({ value: "hospital" });
  expect(infer("Acme", "MEDICAL_PRACTICE")).toMatchObject({ value: "independent_practice" });
  expect(infer("Acme", "HOSPITAL_HEALTH_CARE")).toEqual({ kind: "unknown" });
  expect(infer(null, null)).toEqual({ kind: "unknown" });
});

test.each([
  ["sunriseurgentcare.example", "urgent_care"],
  ["valleydental.example", "dental"],
  ["health.mil", "government"],
  ["county.gov", "government"],
  ["dentalsoftware.example", null],
  ["petdental.example", null],
  ["dentalimaging.example", null],
  ["lakeside.example", null],
])("where name and industry are silent, the domain %s says %s", (text, expected) => {
  const fact = inferOrganizationType({ property: "company.name", text: "Lakeside" }, null, {
    domain: { property: "company.domain", text },
  });

  expect(fact.kind === "known" ? [fact.value, fact.evidence.certainty] : null).toEqual(
    expected === null ? null : [expected, "inferred"],
  );
});

test.each([
  ["2234567893", "Acme Software", "health_it_vendor"],
  ["1234567893", "Acme Software", null],
  ["1234567893", "Lakeside Hospital", "hospital"],
])("with the provider's number %s, %s is %s", (npi, name, expected) => {
  const fact = inferOrganizationType({ property: "company.name", text: name }, null, {
    npi: { property: "company.npi", text: npi },
  });

  expect(fact.kind === "known" ? fact.value : null).toBe(expected);
});
