import { demoPortal } from "../../sandbox/seed/demo-portal.ts";

const now = Date.UTC(2026, 10, 24, 15, 30);
const portal = demoPortal(now);
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

test("the three worked examples come first", () => {
  const companies = portal.companies.slice(0, 3).map(({ properties }) => properties["name"]);
  const contacts = portal.contacts.slice(0, 6).map(({ properties }) => properties["lastname"]);

  expect(companies).toEqual([
    "Lakeside Family Practice",
    "St. Brendan Regional Hospital",
    "Northgate Cardiology Associates",
  ]);
  expect(contacts).toEqual(["Whitfield", "Oyelaran", "Raman", "Marsh", "Becker", "Ellis"]);
});

test.each([
  {
    name: "Lakeside Family Practice",
    domain: "lakesidefamily.example",
    industry: "MEDICAL_PRACTICE",
    organization_type: "Independent practice",
    numberofemployees: "38",
    number_of_providers: "9",
    ehr_system: "athenahealth",
    state: "Illinois",
  },
  {
    name: "St. Brendan Regional Hospital",
    domain: "stbrendan.example",
    industry: "HOSPITAL_HEALTH_CARE",
    organization_type: "Hospital",
    numberofemployees: "1400",
    ehr_system: "Epic",
    state: "Ohio",
  },
  {
    name: "Northgate Cardiology Associates",
    domain: "northgatecardiology.example",
    industry: "MEDICAL_PRACTICE",
    organization_type: "Cardiology practice",
    numberofemployees: "64",
    number_of_providers: "14",
    ehr_system: "eClinicalWorks",
    state: "Texas",
  },
])("$name is recorded as described", (expected) => {
  const company = portal.companies.find(({ properties }) => properties["name"] === expected.name);

  expect(company?.properties).toEqual({
    ...expected,
    country: "United States",
    lifecyclestage: "lead",
  });
});

test("Dana Whitfield asked for a demo 40 minutes ago", () => {
  const { properties, company } = contact("dana.whitfield@lakesidefamily.example");

  expect(company).toBe("example-1");
  expect(properties).toEqual({
    email: "dana.whitfield@lakesidefamily.example",
    firstname: "Dana",
    lastname: "Whitfield",
    jobtitle: "Practice Manager",
    service_interest: "Online scheduling",
    specialty: "Family medicine",
    hubspot_owner_id: portal.owners[0]?.id,
    ...converted("Scheduling platform demo: Demo request", minutesAgo(40), "PAID_SEARCH"),
  });
});

test("Marcus Oyelaran downloaded a guide 5 hours ago and did not say what he needs", () => {
  const { properties, company } = contact("marcus.oyelaran@stbrendan.example");

  expect(company).toBe("example-2");
  expect(properties).toEqual({
    email: "marcus.oyelaran@stbrendan.example",
    firstname: "Marcus",
    lastname: "Oyelaran",
    jobtitle: "Director of Patient Access",
    ...converted(
      "Referral workflow guide: Guide download - Referral workflows",
      minutesAgo(300),
      "ORGANIC_SEARCH",
    ),
  });
});

test("Priya Raman registered for a webinar 20 hours ago", () => {
  const { properties, company } = contact("priya.raman@northgatecardiology.example");

  expect(company).toBe("example-3");
  expect(properties).toEqual({
    email: "priya.raman@northgatecardiology.example",
    firstname: "Priya",
    lastname: "Raman",
    jobtitle: "Cardiologist, MD",
    specialty: "Cardio",
    service_interest: "Scheduling",
    ...converted(
      "Webinars: Webinar registration - Access in cardiology",
      minutesAgo(1200),
      "EMAIL_MARKETING",
    ),
  });
});

test.each([
  ["example-1", ["Dana"]],
  ["example-2", ["Marcus", "Helen", "Tom"]],
  ["example-3", ["Priya", "Joan"]],
])("nobody else works at %s", (key, expected) => {
  const people = portal.contacts.filter(({ company }) => company === key);

  expect(people.map(({ properties }) => properties["firstname"])).toEqual(expected);
});

test.each([
  "helen.marsh@stbrendan.example",
  "tom.becker@stbrendan.example",
  "joan.ellis@northgatecardiology.example",
])("%s has neither a job title nor a conversion", (email) => {
  const { properties } = contact(email);

  expect(properties["jobtitle"]).toBeUndefined();
  expect(properties["recent_conversion_event_name"]).toBeUndefined();
});

test("the only deal of the examples is Lakeside's, with Dana alone", () => {
  const deals = portal.deals.filter(({ company }) => company?.startsWith("example-"));

  expect(deals).toEqual([
    {
      key: "example-1",
      company: "example-1",
      contacts: ["example-1"],
      createdAt: minutesAgo(30),
      properties: {
        dealname: "Lakeside Family Practice – scheduling",
        dealstage: "appointmentscheduled",
        pipeline: "default",
        hubspot_owner_id: portal.owners[0]?.id,
      },
    },
  ]);
  expect(portal.deals[0]?.key).toBe("example-1");
});

function contact(email: string) {
  const found = portal.contacts.find(({ properties }) => properties["email"] === email);
  if (found === undefined) throw new Error(`nobody has the address ${email}`);
  return found;
}

function converted(event: string, at: string, source: string) {
  return {
    lifecyclestage: "lead",
    hs_analytics_source: source,
    first_conversion_event_name: event,
    first_conversion_date: at,
    recent_conversion_event_name: event,
    recent_conversion_date: at,
    num_conversion_events: "1",
  };
}
