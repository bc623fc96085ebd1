import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, portalId, seeded, start } from "./sandbox-under-test.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start();
});

afterAll(() => sandbox.close());

test.each([
  [{ no_such: "1" }, "PROPERTY_DOESNT_EXIST", 'Property "no_such" does not exist'],
  [{ email: "nobody" }, "INVALID_EMAIL", "Email address nobody is invalid"],
  [
    { hs_analytics_num_visits: "2" },
    "READ_ONLY_VALUE",
    '"hs_analytics_num_visits" is a calculated property; its value cannot be set.',
  ],
  [{ hs_sales_email_last_replied: "1" }, "READ_ONLY_VALUE", undefined],
  [{ hs_lead_status: "new" }, "INVALID_OPTION", undefined],
  [{ hubspot_owner_id: "777" }, "INVALID_OWNER_ID", "Owner with id 777 does not exist"],
])("the values %j are refused with %s", async (properties, code, message) => {
  const reply = await call(sandbox, "/crm/objects/2026-09/contacts", { properties });

  const [[name, value] = ["", ""]] = Object.entries(properties);
  const said = message ?? reply.field("errors.0.message");
  const items = [
    {
      isValid: false,
      message: said,
      error: code,
      name,
      localizedErrorMessage: said,
      propertyValue: value,
      portalId,
    },
  ];
  expect(reply.status).toBe(400);
  expect(reply.body).toEqual({
    status: "error",
    message: `Property values were not valid: ${JSON.stringify(items)}`,
    correlationId: reply.headers.get("x-hubspot-correlation-id"),
    errors: [{ message: said, code, context: { propertyName: [name] } }],
    category: "VALIDATION_ERROR",
  });
});

test("an option that is none is told the allowed ones", async () => {
  const properties = { numemployees: "7" };

  const reply = await call(sandbox, "/crm/objects/2026-09/contacts", { properties });

  expect(reply.field("errors.0.message")).toMatch(
    /^7 was not one of the allowed options: \[label: "1-5" value: "1-5", label: "5-25"/,
  );
});

test("one bad value refuses the whole record", async () => {
  const properties = { city: "Rome", no_such: "1" };

  await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}`,
    { properties },
    { method: "PATCH" },
  );
  const read = await call(sandbox, `/crm/objects/2026-09/contacts/${seeded.cio}?properties=city`);

  expect(read.field("properties.city")).toBeNull();
});

test("an e-mail address that is taken is a conflict naming its holder", async () => {
  const properties = { email: "CIO@MERCY.EXAMPLE" };

  const reply = await call(sandbox, "/crm/objects/2026-09/contacts", { properties });

  expect(reply.status).toBe(409);
  expect(reply.body).toEqual({
    status: "error",
    message: `Contact already exists. Existing ID: ${seeded.cio}`,
    correlationId: expect.any(String),
    category: "CONFLICT",
  });
});

test("null, of which nothing is known, is refused", async () => {
  const reply = await call(sandbox, "/crm/objects/2026-09/contacts", {
    properties: { city: null },
  });

  expect(reply.status).toBe(400);
  expect(reply.field("message")).toMatch(/^Invalid input JSON/);
});

test.each([
  ["/crm/objects/2026-09/contacts/12", 404, { message: "resource not found" }],
  [
    "/crm/objects/2026-09/contacts/abc",
    404,
    { message: "Object not found.  objectId are usually numeric.", category: "OBJECT_NOT_FOUND" },
  ],
  [
    "/crm/objects/2026-09/horses",
    400,
    { message: "Unable to infer object type from: horses", category: "VALIDATION_ERROR" },
  ],
  ["/crm/objects/2026-09/contacts?limit=101", 400, { category: "VALIDATION_ERROR" }],
  ["/crm/objects/2026-09/contacts?limit=51&propertiesWithHistory=email", 400, {}],
  ["/crm/properties/2026-09/contacts/no_such", 404, { category: "OBJECT_NOT_FOUND" }],
  ["/crm/objects/2026-09/tickets", 501, { category: "SANDBOX_UNSUPPORTED" }],
  ["/crm/objects/2026-09/contacts?sort=email", 501, { category: "SANDBOX_UNSUPPORTED" }],
  ["/crm/lists/2026-09/1", 501, { message: "The sandbox does not do GET /crm/lists/2026-09/1" }],
])("GET %s answers %d", async (path, status, body) => {
  const reply = await call(sandbox, path);

  expect(reply.status).toBe(status);
  expect(reply.body).toMatchObject({ status: "error", ...body });
});

test.each([
  ["{", 400, "VALIDATION_ERROR"],
  ["[]", 400, "VALIDATION_ERROR"],
  ['{"properties":{},"more":1}', 501, "SANDBOX_UNSUPPORTED"],
])("the body %s is refused", async (text, status, category) => {
  const response = await fetch(`${sandbox.url}/crm/objects/2026-09/contacts`, {
    method: "POST",
    headers: { authorization: "Bearer sandbox-admin" },
    body: text,
  });

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ category });
});

test("every answer says what it is in HubSpot's spelling", async () => {
  const reply = await call(sandbox, "/crm/objects/2026-09/contacts");

  expect(reply.headers.get("content-type")).toBe("application/json;charset=utf-8");
  expect(reply.headers.get("x-hubspot-correlation-id")).toMatch(/^[\da-f-]{36}$/);
});
