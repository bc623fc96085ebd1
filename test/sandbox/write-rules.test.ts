import { makeRequired } from "../../sandbox/portal/required-properties.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, seeded, start } from "./sandbox-under-test.ts";

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
  ["a rule the sandbox does not keep", "zip", "AFTER_DURATION", 501],
  ["a property that is none", "no_such", "MAX_LENGTH", 404],
])("a rule for %s is refused", async (_, property, ruleType, status) => {
  const reply = await rule(property, ruleType, ["1"]);

  expect(reply.status).toBe(status);
});
