import { forms } from "../../sandbox/seed/conversions.ts";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";

const { companies, contacts, deals } = demoPortal(Date.UTC(2026, 10, 24, 15, 30));
const valuesOf = (records: typeof companies, name: string) =>
  records.flatMap(({ properties }) => properties[name] ?? []);
const domainOf = (email: string | undefined) => email?.split("@")[1] ?? "";
const isFreeMail = (email: string | undefined) => /@(gmail|yahoo|outlook)\.com$/.test(email ?? "");
const recentForm = (contact: (typeof contacts)[number]) =>
  contact.properties["recent_conversion_event_name"] ?? "";

test.each([
  ["organization_type", 45, 65],
  ["specialty", 60, 80],
  ["service_interest", 45, 70],
  ["jobtitle", 5, 25],
  ["hubspot_owner_id", 35, 60],
  ["recent_conversion_event_name", 28, 40],
  ["hs_lead_status", 40, 70],
])("the share of contacts without %s is between %i and %i percent", (name, least, most) => {
  const missing = 100 - (100 * valuesOf(contacts, name).length) / contacts.length;

  expect(missing).toBeGreaterThan(least);
  expect(missing).toBeLessThan(most);
});

test.each([
  ["specialty", /^(cardio|heart)|^cardiol/i],
  ["organization_type", /hosp|acute/i],
  ["organization_type", /pract|clinic$/i],
  ["organization_type", /idn|health sys|integrated/i],
  ["organization_type", /asc|surg/i],
  ["organization_type", /fqhc|chc|community health|qualified/i],
  ["service_interest", /schedul|appt/i],
  ["service_interest", /referral|ref\./i],
])("%s has five spellings or more of what %s finds", (name, pattern) => {
  const spellings = new Set(valuesOf(contacts, name).filter((value) => pattern.test(value)));

  expect(spellings.size).toBeGreaterThanOrEqual(5);
});

test.each([
  "Assistant to the CFO",
  "former CIO",
  "Physician Assistant",
  "Practice Manager – IT",
  "VP, Supply Chain & Finance",
  "Interim CNO",
  "Chief of Staff",
  "CMO",
  "CNO, RN, MSN, FACHE",
  "Practice Administrator, MBA, FACHE",
  "OFFICE MANAGER",
  "MHA Student",
])("somebody's job title is %s", (title) => {
  expect(valuesOf(contacts, "jobtitle")).toContain(title);
});

test.each(Object.values(forms))("somebody converted on %s", (form) => {
  expect(contacts.filter((contact) => recentForm(contact) === form).length).toBeGreaterThan(5);
});

test("newsletters and partners bring more people than demo and pricing requests", () => {
  const countOf = (pattern: RegExp) =>
    contacts.filter((contact) => pattern.test(recentForm(contact))).length;

  const cheap = countOf(/Newsletter|Syndicated/);
  const serious = countOf(/Demo|Pricing|Consultation/);

  expect(cheap).toBeGreaterThan(2.5 * serious);
  expect(serious).toBeGreaterThan(80);
});

test("of the leads from partners a third or more are nobody's staff", () => {
  const syndicated = contacts.filter((contact) => /Syndicated/.test(recentForm(contact)));
  const staff = syndicated.filter(({ key }) => key.startsWith("company-"));

  expect(syndicated.length).toBeGreaterThan(200);
  expect(staff.length / syndicated.length).toBeLessThan(0.66);
  expect(syndicated.some(({ properties }) => isFreeMail(properties["email"]))).toBe(true);
});

test("a tenth of the people whose address is a company's are not associated with it", () => {
  const domains = new Set(valuesOf(companies, "domain"));
  const atCompany = contacts.filter(({ properties }) => domains.has(domainOf(properties["email"])));
  const forgotten = atCompany.filter(({ company }) => company === undefined);

  expect(forgotten.length / atCompany.length).toBeGreaterThan(0.07);
  expect(forgotten.length / atCompany.length).toBeLessThan(0.2);
});

test.each([
  ["write from free mail", 200, ({ properties }: Contact) => isFreeMail(properties["email"])],
  ["are students", 30, ({ properties }: Contact) => /student/i.test(properties["jobtitle"] ?? "")],
  ["look for a job", 5, ({ properties }: Contact) => properties["service_interest"] === "careers"],
  ["are patients who want an appointment", 20, isPatient],
  [
    "work for the competitor",
    3,
    ({ properties }: Contact) => domainOf(properties["email"]) === "slotwise.example",
  ],
  ["advise others", 20, ({ properties }: Contact) => /consult/i.test(properties["jobtitle"] ?? "")],
  ["opted out", 40, ({ properties }: Contact) => properties["hs_email_optout"] === "true"],
  ["bounced", 30, ({ properties }: Contact) => properties["hs_email_bounce"] === "1"],
  ["wrote a message", 50, ({ properties }: Contact) => properties["how_can_we_help"] !== undefined],
  [
    "answered sales",
    30,
    ({ properties }: Contact) => properties["hs_sales_email_last_replied"] !== undefined,
  ],
  [
    "have a buying role",
    30,
    ({ properties }: Contact) => properties["hs_buying_role"] !== undefined,
  ],
])("some contacts %s (at least %i)", (_, least, isOne) => {
  expect(contacts.filter(isOne).length).toBeGreaterThanOrEqual(least);
});

test("some people are there twice, under two addresses", () => {
  const names = contacts.map(({ properties }) =>
    `${properties["firstname"]} ${properties["lastname"]}`.toLowerCase(),
  );

  expect(names.length - new Set(names).size).toBeGreaterThanOrEqual(25);
});

test("customers have contacts that still look like leads", () => {
  const customers = new Set(
    companies
      .filter(({ properties }) => properties["lifecyclestage"] === "customer")
      .map(({ key }) => key),
  );
  const stages = valuesOf(
    contacts.filter(({ company }) => customers.has(company ?? "")),
    "lifecyclestage",
  );

  expect(customers.size).toBeGreaterThanOrEqual(20);
  expect(stages).toEqual(expect.arrayContaining(["customer", "lead"]));
});

test("some are MQL with nothing ever asked or read", () => {
  const groundless = contacts.filter(
    (contact) =>
      contact.properties["lifecyclestage"] === "marketingqualifiedlead" &&
      recentForm(contact) === "",
  );

  expect(groundless.length).toBeGreaterThan(30);
});

test("in late deals some people are SQL and some were never marked", () => {
  const late = deals.filter(({ properties }) =>
    ["decisionmakerboughtin", "contractsent"].includes(properties["dealstage"] ?? ""),
  );
  const involved = new Set(late.flatMap((deal) => deal.contacts));
  const stages = valuesOf(
    contacts.filter(({ key }) => involved.has(key)),
    "lifecyclestage",
  );

  expect(stages).toEqual(expect.arrayContaining(["salesqualifiedlead", "lead"]));
});

test("many accounts and deals hang on one person", () => {
  const lonely = companies.filter(
    ({ key }) => contacts.filter(({ company }) => company === key).length === 1,
  );

  expect(lonely.length).toBeGreaterThan(30);
  expect(deals.filter((deal) => deal.contacts.length === 1).length).toBeGreaterThan(50);
});

test("nearly half of the companies are independent practices, and a few would never buy", () => {
  const kinds = companies.map(({ key }) =>
    key.replace(/^company-|-\d+$/g, "").replace(/-\d+$/, ""),
  );
  const countOf = (...names: string[]) => kinds.filter((kind) => names.includes(kind)).length;

  expect(countOf("independent-practice") / companies.length).toBeCloseTo(0.45, 1);
  expect(countOf("hospital", "health-system")).toBeGreaterThan(30);
  expect(
    countOf("device-maker", "pharma", "staffing", "it-vendor", "consulting", "competitor"),
  ).toBe(13);
  expect(new Set(kinds).size).toBe(19);
});

test("most companies have no NPI; of the others some are right and some wrong", () => {
  const npis = valuesOf(companies, "npi");
  const right = npis.filter((npi) => /^\d{10}$/.test(npi) && luhnSum(`80840${npi}`) % 10 === 0);

  expect(npis.length).toBeLessThan(90);
  expect(right.length).toBeGreaterThan(15);
  expect(npis.length - right.length).toBeGreaterThan(5);
});

test("the pipeline holds deals of every stage", () => {
  expect(new Set(valuesOf(deals, "dealstage"))).toEqual(
    new Set([
      "appointmentscheduled",
      "qualifiedtobuy",
      "presentationscheduled",
      "decisionmakerboughtin",
      "contractsent",
      "closedwon",
      "closedlost",
    ]),
  );
  expect(new Set(valuesOf(deals, "pipeline"))).toEqual(new Set(["default"]));
});

type Contact = (typeof contacts)[number];

function isPatient({ properties }: Contact): boolean {
  const wants = /appointment|doctor/i.test(properties["service_interest"] ?? "");
  return wants && properties["jobtitle"] === undefined && isFreeMail(properties["email"]);
}

function luhnSum(digits: string): number {
  return digits
    .split("")
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0);
}
