import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { anApp, call, connect, portalId, start, testClock } from "./sandbox-under-test.ts";

const clock = testClock();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

afterAll(() => sandbox.close());

test("an access token works for 1800 seconds and then says that it is expired", async () => {
  const { accessToken } = await connect(sandbox);
  const issuedAt = clock.now();

  const fresh = await call(sandbox, "/account-info/2026-09/details", undefined, {
    token: accessToken,
  });
  clock.pass(1_800_000);
  const late = await call(sandbox, "/account-info/2026-09/details", undefined, {
    token: accessToken,
  });

  expect(fresh.status).toBe(200);
  expect(late.status).toBe(401);
  expect(late.body).toMatchObject({
    status: "error",
    category: "EXPIRED_AUTHENTICATION",
    context: { "expire time": [new Date(issuedAt + 1_800_000).toISOString()] },
  });
});

test.each(["", "nobody"])("the token %j is not authentication", async (token) => {
  const reply = await call(sandbox, "/crm/objects/2026-09/contacts", undefined, { token });

  expect(reply.status).toBe(401);
  expect(reply.body).toMatchObject({ status: "error", category: "INVALID_AUTHENTICATION" });
  expect(reply.field("correlationId")).toBe(reply.headers.get("x-hubspot-correlation-id"));
});

test("a missing scope is refused with HubSpot's exact body", async () => {
  const few = anApp({ requiredScopes: ["oauth", "crm.objects.contacts.read"] });
  const other = await start({ app: few });
  const { accessToken } = await connect(other, few);

  const allowed = await call(other, "/crm/objects/2026-09/contacts", undefined, {
    token: accessToken,
  });
  const reply = await call(other, "/crm/objects/2026-09/0-3", undefined, { token: accessToken });
  await other.close();

  expect(allowed.status).toBe(200);
  expect(reply.status).toBe(403);
  expect(reply.body).toEqual({
    status: "error",
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    correlationId: expect.any(String),
    errors: [
      {
        message: "One or more of the following scopes are required.",
        context: { requiredGranularScopes: ["crm.objects.deals.read"] },
      },
    ],
    links: { scopes: "https://developers.hubspot.com/scopes" },
    category: "MISSING_SCOPES",
  });
});

test.each([
  [[], true],
  [["crm.objects.leads.read"], false],
])("an account that lacks %j says that its leads are on: %s", async (lacking, on) => {
  const other = await start({ switches: { scopesTheAccountLacks: lacking } });

  const all = await call(other, "/crm/object-library/2026-09/enablement");
  const leads = await call(other, "/crm/v3/object-library/enablement/0-136");
  await other.close();

  expect(all.body).toEqual({ enablementByObjectTypeId: { "0-136": on } });
  expect(leads.body).toEqual({ enablement: on });
});

test("the account tells its own details", async () => {
  const reply = await call(sandbox, "/account-info/2026-09/details");

  expect(reply.body).toMatchObject({
    portalId,
    timeZone: "America/New_York",
    utcOffset: "-05:00",
    utcOffsetMilliseconds: -18_000_000,
  });
});

test.each([
  ["/crm/objects/2026-09/meetings", 200],
  ["/crm/objects/2026-09/notes", 200],
  ["/crm/properties/2026-09/calls", 200],
  ["/crm/objects/2026-09/emails", 403],
  ["/crm/objects/2026-09/leads", 403],
])("an app that may read contacts gets %s answered with %d", async (path, status) => {
  const { accessToken } = await connect(sandbox);

  const reply = await call(sandbox, path, undefined, { token: accessToken });

  expect(reply.status).toBe(status);
});
