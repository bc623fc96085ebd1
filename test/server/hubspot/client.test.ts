import type { Call } from "../../../server/hubspot/call.ts";
import { createHttp } from "../../../server/hubspot/client.ts";
import { apiBase, hubspotError, mockHubSpot } from "../http-mock.ts";
import { thrownBy } from "./thrown-by.ts";

const request = createHttp({ apiBase });
const path = "/crm/objects/2026-09/contacts";
const read: Call = { method: "GET", path, token: "secret-token", portalId: "42" };
const write: Call = { ...read, method: "POST", path: `${path}/batch/update`, json: { inputs: [] } };

test("a call carries the token, the query and JSON", async () => {
  mockHubSpot()
    .post(write.path, { inputs: [] })
    .query({ archived: "false" })
    .matchHeader("authorization", "Bearer secret-token")
    .matchHeader("content-type", "application/json")
    .reply(200, { results: [] });

  const answer = await request({ ...write, query: { archived: "false" } });

  expect(answer).toEqual({ status: 200, body: { results: [] }, allowance: null });
});

test("a form is sent as a form, never in the query", async () => {
  mockHubSpot()
    .post("/oauth/2026-09/token", "grant_type=refresh_token&refresh_token=a%26b")
    .matchHeader("content-type", "application/x-www-form-urlencoded")
    .reply(200, {});
  const form = { grant_type: "refresh_token", refresh_token: "a&b" };

  const answer = await request({ method: "POST", path: "/oauth/2026-09/token", form });

  expect(answer.status).toBe(200);
});

test("an answer without a body is null", async () => {
  mockHubSpot().delete("/appinstalls/2026-09/external-install").reply(204);

  const answer = await request({ method: "DELETE", path: "/appinstalls/2026-09/external-install" });

  expect(answer).toEqual({ status: 204, body: null, allowance: null });
});

test.each([
  ["GET", 401, "hubspot_unauthorized"],
  ["GET", 403, "hubspot_forbidden"],
  ["GET", 404, "hubspot_not_found"],
  ["POST", 400, "hubspot_rejected"],
  ["POST", 409, "hubspot_rejected"],
] as const)(
  "%s answered with %d is %s, and trying again is no use",
  async (method, status, code) => {
    const call = method === "GET" ? read : write;
    mockHubSpot().intercept(call.path, method).reply(status, hubspotError({}));

    const error = await thrownBy(request(call));

    expect(error.code).toBe(code);
    expect(error.retry).toBe("never");
  },
);

test.each([
  ["POST", 423, "hubspot_unavailable", 2000],
  ["POST", 477, "hubspot_unavailable", 60_000],
  ["GET", 500, "hubspot_unavailable", 2000],
  ["GET", 503, "hubspot_unavailable", 2000],
  ["POST", 500, "hubspot_unavailable", 2000],
  ["POST", 521, "hubspot_unavailable", 2000], // the edge did not reach HubSpot
  ["POST", 502, "hubspot_outcome_unknown", 2000],
  ["POST", 503, "hubspot_outcome_unknown", 2000],
  ["POST", 504, "hubspot_outcome_unknown", 2000],
  ["POST", 524, "hubspot_outcome_unknown", 2000],
] as const)(
  "%s answered with %d is %s, to retry after %d ms",
  async (method, status, code, afterMs) => {
    const call = method === "GET" ? read : write;
    mockHubSpot().intercept(call.path, method).reply(status, "<html>Sorry</html>");

    const error = await thrownBy(request(call));

    expect(error.code).toBe(code);
    expect(error.retry).toEqual({ afterMs });
  },
);

test.each([
  ["ten seconds", { policyName: "TEN_SECONDLY_ROLLING" }, 3000],
  ["one second", { message: "You have reached your secondly limit." }, 1000],
  ["a day", { policyName: "DAILY" }, 900_000],
  ["nobody knows what", {}, 1000],
])("the limit of %s asks for its own pause", async (_limit, said, afterMs) => {
  mockHubSpot().post(write.path).reply(429, hubspotError(said));

  const error = await thrownBy(request(write));

  expect(error.code).toBe("hubspot_rate_limited");
  expect(error.retry).toEqual({ afterMs });
});

test.each([429, 423, 477, 503])("a pause that HubSpot names with %d is kept", async (status) => {
  mockHubSpot().get(path).reply(status, {}, { "retry-after": "7" });

  const error = await thrownBy(request(read));

  expect(error.retry).toEqual({ afterMs: 7000 });
});

test.each(["/batch/read", "/search"])(
  "POST %s changes nothing, so it may be repeated",
  async (end) => {
    mockHubSpot().post(`${path}${end}`).reply(502, "<html>Bad gateway</html>");

    const error = await thrownBy(request({ ...write, path: `${path}${end}` }));

    expect(error.code).toBe("hubspot_unavailable");
  },
);

test("an error names the call, the portal and the correlation id, and no secret", async () => {
  mockHubSpot()
    .get(path)
    .reply(400, hubspotError({ message: "Bad cursor" }));

  const error = await thrownBy(request(read));

  expect(error.message).toBe(
    `HubSpot answered 400 to GET ${path} for portal 42: Bad cursor (correlation id c-1)`,
  );
});

test("the correlation id of a header does where the body has none", async () => {
  mockHubSpot().get(path).reply(500, "oops", { "x-hubspot-correlation-id": "c-2" });

  const error = await thrownBy(request(read));

  expect(error.message).toContain("(correlation id c-2)");
});

test("missing scopes are named", async () => {
  const context = { requiredGranularScopes: ["crm.objects.deals.read"] };
  const errors = [{ message: "One or more of the following scopes are required.", context }];
  mockHubSpot()
    .get(path)
    .reply(403, hubspotError({ category: "MISSING_SCOPES", errors }));

  const error = await thrownBy(request(read));

  expect(error.message).toContain("Missing scopes: crm.objects.deals.read.");
});

test.each([
  ["GET", "ECONNRESET", "hubspot_unavailable"],
  ["POST", "ECONNRESET", "hubspot_outcome_unknown"],
  ["POST", "ECONNREFUSED", "hubspot_unavailable"], // nothing was sent
] as const)("%s that ends with %s is %s", async (method, code, expected) => {
  const call = method === "GET" ? read : write;
  const failure = Object.assign(new Error("connection failed"), { code });
  mockHubSpot().intercept(call.path, method).replyWithError(failure);

  const error = await thrownBy(request(call));

  expect(error.code).toBe(expected);
  expect(error.retry).toEqual({ afterMs: 1000 });
});

test.each([
  ["GET", "hubspot_unavailable"],
  ["POST", "hubspot_outcome_unknown"],
] as const)("%s without an answer in time is %s", async (method, expected) => {
  const call = method === "GET" ? read : write;
  mockHubSpot().intercept(call.path, method).delay(200).reply(200, {});

  const error = await thrownBy(request({ ...call, timeoutMs: 20 }));

  expect(error.code).toBe(expected);
  expect(error.message).toContain("no answer in 20 ms");
});
