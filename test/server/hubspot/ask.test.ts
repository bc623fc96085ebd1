import type { Lane } from "../../../server/hubspot/crm.ts";
import { hubspotError, mockHubSpot } from "../http-mock.ts";
import { openGateway, sent } from "./stand-ins.ts";
import { thrownBy } from "./thrown-by.ts";

const contacts = "/crm/objects/2026-09/contacts";
const asked = { properties: ["email"], lane: "live" } as const;
const everything = { ...asked, associations: [], after: null } as const;
const lanes: readonly Lane[] = ["interactive", "live"];

test("a token that HubSpot refuses is renewed once", async () => {
  const { gateway, renewed, acquired } = openGateway();
  const hubspot = mockHubSpot();
  hubspot.get(contacts).query(true).matchHeader("authorization", "Bearer first").reply(401);
  hubspot
    .get(contacts)
    .query(true)
    .matchHeader("authorization", "Bearer second")
    .reply(200, { results: [] });

  await gateway.list("contacts", everything);

  expect(renewed).toEqual(["first"]);
  expect(acquired).toHaveLength(2);
});

test("a renewed token that is refused as well ends the call", async () => {
  const { gateway, renewed } = openGateway();
  mockHubSpot().get(contacts).query(true).times(2).reply(401);

  const error = await thrownBy(gateway.list("contacts", everything));

  expect(error.code).toBe("hubspot_unauthorized");
  expect(renewed).toEqual(["first"]);
});

test.each(lanes)("too many calls close the bucket, and %s calls again", async (lane) => {
  const { gateway, penalties, acquired } = openGateway();
  const limit = hubspotError({ policyName: "TEN_SECONDLY_ROLLING" });
  mockHubSpot().get(contacts).query(true).reply(429, limit).get(contacts).query(true).reply(200, {
    results: [],
  });

  await gateway.list("contacts", { ...everything, lane });

  expect(penalties).toEqual(["main 3000"]);
  expect(acquired).toHaveLength(2);
});

test("bulk work that came too fast goes back to its queue", async () => {
  const { gateway, penalties } = openGateway();
  mockHubSpot().get(contacts).query(true).reply(429, hubspotError({}));

  const error = await thrownBy(gateway.list("contacts", { ...everything, lane: "bulk" }));

  expect(error.code).toBe("hubspot_rate_limited");
  expect(penalties).toEqual(["main 1000"]);
});

test("a used-up day is told at once", async () => {
  const { gateway, penalties } = openGateway();
  mockHubSpot()
    .get(contacts)
    .query(true)
    .reply(429, hubspotError({ policyName: "DAILY" }));

  const error = await thrownBy(gateway.list("contacts", everything));

  expect(error.retry).toEqual({ afterMs: 900_000 });
  expect(penalties).toEqual(["main 900000"]);
});

test("calling again has an end", async () => {
  const { gateway, penalties } = openGateway();
  mockHubSpot().get(contacts).query(true).times(4).reply(429, hubspotError({}));

  const error = await thrownBy(gateway.list("contacts", everything));

  expect(error.code).toBe("hubspot_rate_limited");
  expect(penalties).toHaveLength(4);
});

test("a read is made again while HubSpot is away, three times in all", async () => {
  const { gateway, pauses } = openGateway();
  mockHubSpot().post(`${contacts}/batch/read`).times(3).reply(503);

  const error = await thrownBy(gateway.read("contacts", ["1"], asked));

  expect(error.code).toBe("hubspot_unavailable");
  expect(pauses).toEqual([2000, 4000]);
});

test.each([
  [500, "hubspot_unavailable"],
  [504, "hubspot_outcome_unknown"],
])("a write answered with %d is not made again", async (status, code) => {
  const { gateway, pauses } = openGateway();
  mockHubSpot().post(`${contacts}/batch/update`).reply(status);
  const updates = [{ id: "1", properties: { medqual_fit: "80" } }];

  const error = await thrownBy(gateway.update("contacts", updates, "live"));

  expect(error.code).toBe(code);
  expect(pauses).toEqual([]);
});

test("an answer of another shape is told by its place, not by its content", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .get(contacts)
    .query(true)
    .reply(200, { results: [sent("1", { properties: { email: { secret: "ann" } } })] });

  const error = await thrownBy(gateway.list("contacts", everything));

  expect(error.code).toBe("hubspot_unexpected_answer");
  expect(error.message).toContain("results.0.properties.email");
  expect(error.message).not.toContain("ann");
});

test("what the headers say of the budget is learned, from calls of the main budget only", async () => {
  const { gateway, learned } = openGateway();
  const headers = {
    "X-HubSpot-RateLimit-Max": "190",
    "X-HubSpot-RateLimit-Remaining": "180",
    "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
  };
  const none = { results: [] };
  mockHubSpot()
    .get(contacts)
    .query(true)
    .reply(200, none, headers)
    .post(`${contacts}/search`)
    .reply(200, none, headers);

  await gateway.list("contacts", everything);
  await gateway.modifiedSince("contacts", { ...asked, since: 0, after: null });

  expect(learned).toEqual([{ max: 190, remaining: 180, intervalMs: 10_000 }]);
});
