import { movedBy } from "../../sandbox/portal/period.ts";
import { makeRequired } from "../../sandbox/portal/required-properties.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, seeded, start, testClock } from "./sandbox-under-test.ts";

const contacts = "/crm/objects/2026-09/contacts";
const rules = "/crm/property-validations/2026-09/0-1";
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start();
});

afterEach(() => sandbox.close());

function write(properties: Readonly<Record<string, string>>, root = contacts) {
  return call(sandbox, `${root}/${seeded.cio}`, { properties }, { method: "PATCH" });
}

function rule(property: string, ruleType: string, ruleArguments: readonly string[]) {
  return call(
    sandbox,
    `${rules}/${property}/rule-type/${ruleType}`,
    { ruleArguments },
    { method: "PUT" },
  );
}

test.each([
  ["/crm/objects/2026-09/contacts", 400],
  ["/crm/objects/2026-03/contacts", 201],
  ["/crm/v3/objects/contacts", 201],
])("what new contacts must have is asked for by POST %s with %d", async (path, status) => {
  makeRequired(sandbox.portal, { type: "0-1", name: "city" });

  const reply = await call(sandbox, path, { properties: { email: "new@x.example" } });

  expect(reply.status).toBe(status);
});

test("a missing property is named in HubSpot's words", async () => {
  makeRequired(sandbox.portal, { type: "0-1", name: "city" });

  const reply = await call(sandbox, contacts, { properties: { email: "new@x.example" } });

  expect(reply.body).toMatchObject({
    message: "A value for city must be provided",
    category: "VALIDATION_ERROR",
    errors: [
      {
        message: "A value for city must be provided",
        code: "MISSING_REQUIRED_PROPERTY",
        context: { propertyName: ["city"] },
      },
    ],
  });
});

test("a record that lacks what a rule demands takes no write at all, until it has it", async () => {
  await write({ country: "Peru" });
  const when = { property: "country", values: ["Peru"] };
  makeRequired(sandbox.portal, { type: "0-1", name: "city", when });

  const refused = await write({ jobtitle: "CIO" });
  const older = await write({ jobtitle: "CIO" }, "/crm/v3/objects/contacts");
  const whole = await write({ jobtitle: "CTO", city: "Lima" });

  expect(refused.field("errors.0")).toMatchObject({
    message: "city is required because of a conditional property rule based on [country]",
    code: "MISSING_CONDITIONAL_REQUIRED_PROPERTY",
  });
  expect([older.status, whole.status]).toEqual([200, 200]);
});

test("a value that is kept in another form is warned of, from 2026-09 on", async () => {
  const newer = await write({ email: "CIO@Mercy.example" });
  const older = await write({ email: "CIO@Mercy.example" }, "/crm/v3/objects/contacts");

  expect(newer.field("warnings")).toEqual([
    {
      category: "PROPERTY_VALUE_NORMALIZED",
      context: {
        normalizedValue: "cio@mercy.example",
        propertyName: "email",
        rawValue: "CIO@Mercy.example",
      },
      message: expect.any(String),
    },
  ]);
  expect(older.body).not.toHaveProperty("warnings");
});

test.each([
  ["zip", "ALPHANUMERIC", ["NUMERIC_ONLY"], "10115", "1O115"],
  ["city", "FORMAT", ["CAPITALIZATION"], "New York", "new York"],
  ["city", "MAX_LENGTH", ["4"], "Bonn", "Berlin"],
  ["city", "MIN_LENGTH", ["4"], "Bonn", "Ulm"],
  ["city", "REGEX", ["^B"], "Bonn", "Ulm"],
  ["city", "SPECIAL_CHARACTERS", ["NOT_ALLOWED"], "Bonn", "Bonn!"],
  ["city", "WHITESPACE", ["ALL"], "Bonn", "New York"],
  ["website", "URL", [], "https://a.example/", "a"],
  ["website", "URL_ALLOWED_DOMAINS", ["a.example"], "https://www.a.example/", "https://b.example"],
  ["website", "URL_BLOCKED_DOMAINS", ["b.example"], "https://a.example/", "https://b.example"],
  ["email", "EMAIL_ALLOWED_DOMAINS", ["mercy.example"], "a@mercy.example", "a@x.example"],
  ["email", "EMAIL_BLOCKED_DOMAINS", ["x.example"], "a@mercy.example", "a@x.example"],
  ["phone", "PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE", [], "+49 30 901820", "030 901820"],
  [
    "phone",
    "PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE",
    ["us"],
    "+1 (212) 555-0100",
    "+49 30 901820",
  ],
])("%s with the rule %s %j may be %s but not %s", async (name, type, args, good, bad) => {
  const set = await rule(name, type, args);

  const refused = await write({ [name]: bad });
  const taken = await write({ [name]: good });

  expect(set.status).toBe(204);
  expect(refused.field("errors.0.code")).toBe("PROPERTY_VALIDATION_RULE");
  expect(taken.status).toBe(200);
});

test("numbers and dates have rules of their own", async () => {
  for (const [name, type, fieldType] of [
    ["score", "number", "number"],
    ["visit", "date", "date"],
  ]) {
    const definition = { name, label: name, type, fieldType, groupName: "contactinformation" };
    await call(sandbox, "/crm/properties/2026-09/contacts", definition);
  }
  await rule("score", "MIN_NUMBER", ["1"]);
  await rule("score", "DECIMAL", ["1"]);
  await rule("visit", "DAYS_OF_WEEK", ["MONDAY"]);
  await rule("visit", "START_DATE", [String(Date.UTC(2026, 0, 1))]);

  const replies = [
    await write({ score: "0.5" }),
    await write({ score: "1.25" }),
    await write({ score: "1.5" }),
    await write({ visit: "2026-11-03" }),
    await write({ visit: "2025-11-03" }),
    await write({ visit: "2026-11-02" }),
  ];

  expect(replies.map(({ status }) => status)).toEqual([400, 400, 200, 400, 400, 200]);
});

test("rules are read for all properties, for one, and alone", async () => {
  await rule("zip", "MIN_LENGTH", ["5"]);
  await rule("zip", "MIN_LENGTH", ["4"]);

  const all = await call(sandbox, rules);
  const ofZip = await call(sandbox, `${rules}/zip`);
  const alone = await call(sandbox, `${rules}/zip/rule-type/MIN_LENGTH`);

  const short = { ruleType: "MIN_LENGTH", ruleArguments: ["4"] };
  expect(all.body).toEqual({
    results: [{ propertyName: "zip", propertyValidationRules: [short] }],
  });
  expect(ofZip.body).toEqual({ results: [short] });
  expect(alone.body).toEqual({ ...short, shouldApplyNormalization: false });
});

test.each([
  ["a choice", "hs_lead_status", "MAX_LENGTH", 400],
  ["a rule that is none", "zip", "MOOD", 400],
  ["a type it is not for", "zip", "AFTER_DURATION", 400],
  ["a property that is none", "no_such", "MAX_LENGTH", 404],
])("a rule for %s is refused", async (_, property, ruleType, status) => {
  const reply = await rule(property, ruleType, ["1"]);

  expect(reply.status).toBe(status);
});

test("letters only has the code HubSpot published", async () => {
  await rule("city", "ALPHANUMERIC", ["ALPHA_ONLY"]);

  const refused = await write({ city: "Area 51" });

  expect(refused.field("errors.0")).toEqual({
    message: "Enter only letters",
    code: "INVALID_ALPHA",
    context: { propertyName: ["city"] },
  });
});

/** The sandbox's day is November 2nd 2026. */
test.each([
  ["date", "AFTER_DURATION", "P7D", "2026-11-09", "2026-11-08"],
  ["date", "BEFORE_DURATION", "P1M", "2026-10-02", "2026-10-03"],
  ["datetime", "AFTER_DATETIME_DURATION", "P1Y", "2027-11-02T09:00:00Z", "2027-11-02T08:59:59Z"],
  ["datetime", "BEFORE_DATETIME_DURATION", "P2W", "2026-10-19T09:00:00Z", "2026-10-19T09:00:01Z"],
])("a %s with the rule %s %s may be %s but not %s", async (type, ruleType, period, good, bad) => {
  await sandbox.close();
  sandbox = await start({ now: testClock().now });
  const definition = { name: "visit", label: "Visit", type, groupName: "contactinformation" };
  await call(sandbox, "/crm/properties/2026-09/contacts", { ...definition, fieldType: "date" });
  const set = await rule("visit", ruleType, [period]);

  const taken = await write({ visit: good });
  const refused = await write({ visit: bad });

  expect([set.status, taken.status, refused.status]).toEqual([204, 200, 400]);
});

test.each([
  ["2026-01-31", "P1M", 1, "2026-02-28"],
  ["2024-02-29", "P1Y", 1, "2025-02-28"],
  ["2026-03-31", "P1M", -1, "2026-02-28"],
  ["2026-11-02", "P1Y2M1W3D", 1, "2028-01-12"],
] as const)("%s moved by %s (%d) is %s", (from, period, sign, to) => {
  expect(new Date(movedBy(Date.parse(from), period, sign)).toISOString().slice(0, 10)).toBe(to);
});

test.each([
  ["zip", "ALPHANUMERIC", ["NONE"], 400],
  ["zip", "MAX_LENGTH", ["0"], 400],
  ["zip", "REGEX", ["("], 400],
  ["zip", "EMAIL_ALLOWED_DOMAINS", [], 400],
  ["phone", "PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE", ["USA"], 400],
  ["phone", "PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE", ["aq"], 501],
])("a rule for %s of type %s does not take %j", async (property, ruleType, args, status) => {
  const reply = await rule(property, ruleType, args);

  expect(reply.status).toBe(status);
});

test.each([
  ["hs_lead_status", "NEW "],
  ["hs_buying_role", "CHAMPION; BLOCKER"],
  ["numemployees", "\u200b50"],
])("%s takes no space around %j", async (name, value) => {
  const reply = await write({ [name]: value });

  expect(reply.field("errors.0")).toMatchObject({
    code: "LEADING_TRAILING_WHITESPACE",
    message: `"${value}" includes leading or trailing whitespace.`,
  });
});
