import { hubspotError, mockHubSpot } from "../http-mock.ts";
import { openGateway, sent } from "./stand-ins.ts";
import { thrownBy } from "./thrown-by.ts";

const deals = "/crm/objects/2026-09/deals";
const update = { id: "9", properties: { medqual_coverage: "50" } };
const unknownProperty = {
  message: 'Property "medqual_coverage" does not exist',
  code: "PROPERTY_DOESNT_EXIST",
  context: { propertyName: ["medqual_coverage"] },
};

test("a missing scope concerns the portal, and the work waits instead of failing", async () => {
  const { gateway, refusals } = openGateway();
  const errors = [{ context: { requiredGranularScopes: ["crm.objects.deals.write"] } }];
  mockHubSpot()
    .post(`${deals}/batch/update`)
    .reply(403, hubspotError({ category: "MISSING_SCOPES", errors }));

  const error = await thrownBy(gateway.update("deals", [update], "bulk"));

  expect(error).toMatchObject({
    code: "hubspot_forbidden",
    retry: { afterMs: 900_000 },
    context: { scopes: "crm.objects.deals.write" },
  });
  expect(refusals).toEqual([[`POST ${deals}/batch/update`, "missing_scopes"]]);
});

test.each<[string, number, Readonly<Record<string, unknown>>, string]>([
  ["any other prohibition", 403, {}, "forbidden"],
  ["a day whose calls are used up", 429, { policyName: "DAILY" }, "daily_limit"],
  ["a property that is gone", 400, { errors: [unknownProperty] }, "property_missing"],
])("%s concerns the portal", async (_what, status, body, code) => {
  const { gateway, refusals } = openGateway();
  mockHubSpot().post(`${deals}/batch/update`).reply(status, hubspotError(body));

  const error = await thrownBy(gateway.update("deals", [update], "bulk"));

  expect(error.retry).toEqual({ afterMs: 900_000 });
  expect(refusals).toEqual([[`POST ${deals}/batch/update`, code]]);
});

test("a property that is gone is recognised inside a batch that succeeded in part", async () => {
  const { gateway, refusals } = openGateway();
  const refused = {
    ...hubspotError({ category: "VALIDATION_ERROR", errors: [unknownProperty] }),
    context: { objectWriteTraceId: ["9"] },
  };
  mockHubSpot()
    .post(`${deals}/batch/update`)
    .reply(207, { results: [sent("8")], errors: [refused] });

  const error = await thrownBy(gateway.update("deals", [update, { ...update, id: "8" }], "bulk"));

  expect(error).toMatchObject({
    code: "hubspot_property_missing",
    context: { properties: "medqual_coverage" },
  });
  expect(refusals).toEqual([[`POST ${deals}/batch/update`, "property_missing"]]);
});

test("a token that is refused even when fresh concerns the portal", async () => {
  const { gateway, refusals } = openGateway();
  mockHubSpot().get(deals).query(true).times(2).reply(401);
  const query = { properties: [], associations: [], after: null, lane: "bulk" } as const;

  await thrownBy(gateway.list("deals", query));

  expect(refusals).toEqual([[`GET ${deals}`, "unauthorized"]]);
});

test.each([
  ["a wrong value", 400, { errors: [{ code: "INVALID_OPTION", message: "no such option" }] }],
  ["too many calls at once", 429, { policyName: "TEN_SECONDLY_ROLLING" }],
  ["an outage", 503, {}],
])("%s does not", async (_what, status, body) => {
  const { gateway, refusals } = openGateway();
  mockHubSpot().post(`${deals}/batch/update`).reply(status, hubspotError(body));

  await gateway.update("deals", [update], "bulk").catch(() => {});

  expect(refusals).toEqual([]);
});
