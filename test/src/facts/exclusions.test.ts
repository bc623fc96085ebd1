import { exclusionIds } from "../../../src/facts/contact-facts.ts";
import { readExclusions } from "../../../src/facts/exclusions.ts";
import { readProfile } from "../../../src/facts/read-profile.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { unknown } from "../../../src/facts/fact.ts";

type Properties = Readonly<Record<string, string>>;
function read(contact: Properties, company: Properties | null = null) {
  const records = {
    contact: { id: "1", properties: contact },
    company: company && { id: "9", properties: company },
  };
  const profile = { ...readProfile(records, [], playbook), role: unknown };
  return readExclusions(records, profile, playbook.competitorDomains);
}
function metIn(contact: Properties, company: Properties | null = null) {
  const exclusions = read(contact, company);
  return exclusionIds.filter((id) => {
    const fact = exclusions[id];
    return fact.kind === "known" && fact.value;
  });
}

test("of nobody known nothing is known, and nothing excludes", () => {
  expect(Object.values(read({})).map(({ kind }) => kind)).toEqual(
    exclusionIds.map(() => "unknown"),
  );
});

test.each([
  ["competitor", { email: "jo@slotwise.example" }, null],
  ["competitor", { email: "jo@eu.slotwise.example" }, null],
  ["competitor", {}, { domain: "Slotwise.example" }],
  ["vendor", { organization_type: "EHR vendor" }, null],
  ["vendor", {}, { name: "Acme Staffing", industry: "STAFFING_AND_RECRUITING" }],
  ["student", { jobtitle: "Nursing Student" }, null],
  ["student", { jobtitle: "MBA Candidate" }, null],
  ["student", { jobtitle: "Intern", email: "jo@state.edu" }, null],
  ["job_seeker", { jobtitle: "Seeking new opportunities" }, null],
  ["job_seeker", { jobtitle: "Open to work - CFO" }, null],
  ["job_seeker", { service_interest: "Careers" }, null],
  ["job_seeker", { service_interest: "are you hiring?" }, null],
  ["patient", { jobtitle: "Patient" }, null],
  ["patient", { email: "jo@gmail.com", service_interest: "Need an appointment" }, null],
  ["customer", { lifecyclestage: "customer" }, null],
  ["customer", {}, { lifecyclestage: "customer" }],
] as const)("%s: %j at %j", (expected, contact, company) => {
  expect(metIn(contact, company)).toEqual([expected]);
});

test.each([
  [{ email: "jo@notslotwise.example" }, null],
  [{ jobtitle: "Director of Student Health Services" }, null],
  [{ jobtitle: "Intern", email: "jo@lakeside.com" }, null],
  [{ jobtitle: "Career Services Director" }, null],
  [{ jobtitle: "Patient Access Manager" }, null],
  [{ service_interest: "Seeking a scheduling platform" }, null],
  [{ service_interest: "CV scheduling" }, null],
  [{ jobtitle: "Office Manager", service_interest: "appointment reminders" }, null],
  [{ email: "jo@lakeside.com", service_interest: "appointments" }, null],
  [{ lifecyclestage: "opportunity" }, { name: "Northern GPO", industry: "" }],
  [{ organization_type: "GPO" }, null],
] as const)("nothing excludes %j at %j", (contact, company) => {
  expect(metIn(contact, company)).toEqual([]);
});
