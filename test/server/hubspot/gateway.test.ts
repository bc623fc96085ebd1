import { hubspotError, mockHubSpot } from "../http-mock.ts";
import { openGateway, sent } from "./stand-ins.ts";
import { thrownBy } from "./thrown-by.ts";

const contacts = "/crm/objects/2026-09/contacts";
const asked = { properties: ["email"], lane: "live" } as const;
const everything = { ...asked, associations: [], after: null } as const;

test("a listing asks for a page of 100 and hands on the cursor", async () => {
  const { gateway, acquired } = openGateway();
  mockHubSpot()
    .get("/crm/objects/2026-09/deals")
    .query({
      limit: "100",
      properties: "dealname,dealstage",
      associations: "contacts,companies",
      after: "100",
    })
    .reply(200, {
      results: [
        sent("7", {
          associations: {
            contacts: {
              results: [
                { id: "1", type: "deal_to_contact" },
                { id: "1", type: "deal_to_contact_unlabeled" },
              ],
            },
            companies: {
              results: [
                { id: "8", type: "deal_to_company_unlabeled" },
                { id: "9", type: "deal_to_company" },
                { id: "9", type: "deal_to_company_unlabeled" },
              ],
            },
          },
        }),
      ],
      paging: { next: { after: "200", link: "…" } },
    });

  const page = await gateway.list("deals", {
    properties: ["dealname", "dealstage"],
    associations: ["contacts", "companies"],
    after: "100",
    lane: "bulk",
  });

  expect(page.after).toBe("200");
  expect(page.records).toEqual([
    {
      id: "7",
      properties: { email: "7@example.org" },
      updatedAt: Date.UTC(2026, 1, 3, 4, 5, 6, 789),
      archived: false,
      associations: {
        contacts: ["1"],
        companies: ["8", "9"],
        deals: [],
        primaryCompany: "9",
        hasLabels: true,
      },
    },
  ]);
  expect(acquired).toEqual(["main bulk"]);
});

test("a record without associations has none, where they were asked for", async () => {
  const { gateway } = openGateway();
  const query = { limit: "100", properties: "email", associations: "deals" };
  mockHubSpot()
    .get(contacts)
    .query(query)
    .reply(200, { results: [sent("7")] });

  const page = await gateway.list("contacts", { ...everything, associations: ["deals"] });

  const none = {
    contacts: [],
    companies: [],
    deals: [],
    primaryCompany: null,
    hasLabels: false,
  };
  expect(page.records[0]?.associations).toEqual(none);
  expect(page.after).toBeNull();
});

test("a record read without associations says nothing of them", async () => {
  const { gateway } = openGateway();
  mockHubSpot()
    .get(contacts)
    .query({ limit: "100", properties: "email" })
    .reply(200, { results: [sent("7")] });

  const page = await gateway.list("contacts", everything);

  expect(page.records[0]?.associations).toBeNull();
});

test("a batch reads each id once, and missing ones are absent", async () => {
  const { gateway } = openGateway();
  const body = {
    properties: ["email"],
    propertiesWithHistory: [],
    inputs: [{ id: "1" }, { id: "2" }],
  };
  const errors = [hubspotError({ category: "OBJECT_NOT_FOUND", context: { ids: ["2"] } })];
  mockHubSpot()
    .post(`${contacts}/batch/read`, body)
    .reply(207, { results: [sent("1")], errors });

  const records = await gateway.read("contacts", ["1", "2", "1"], asked);

  expect(records.map(({ id }) => id)).toEqual(["1"]);
});

test("a batch read in part only is not taken for absence", async () => {
  const { gateway } = openGateway();
  const errors = [hubspotError({ category: "INTERNAL_ERROR", context: { ids: ["2"] } })];
  mockHubSpot()
    .post(`${contacts}/batch/read`)
    .reply(207, { results: [sent("1")], errors });

  const error = await thrownBy(gateway.read("contacts", ["1", "2"], asked));

  expect(error.code).toBe("hubspot_unavailable");
  expect(error.retry).not.toBe("never");
});

test("nothing to read or to write needs no call", async () => {
  const { gateway, acquired } = openGateway();

  expect(await gateway.read("contacts", [], asked)).toEqual([]);
  expect(await gateway.associations("deals", "contacts", { ids: [], lane: "live" })).toEqual(
    new Map(),
  );
  const result = await gateway.update("contacts", [], "live");

  expect(result).toEqual({ written: [], gone: [], refused: [] });
  expect(acquired).toEqual([]);
});

test.each([
  ["contacts", "lastmodifieddate"],
  ["companies", "hs_lastmodifieddate"],
] as const)("%s are searched by %s, oldest first", async (type, propertyName) => {
  const { gateway, acquired } = openGateway();
  const body = {
    filterGroups: [{ filters: [{ propertyName, operator: "GTE", value: "1790000000000" }] }],
    sorts: [propertyName],
    properties: ["email"],
    limit: 100,
    after: "0",
  };
  mockHubSpot()
    .post(`/crm/objects/2026-09/${type}/search`, body)
    .reply(200, { total: 1, results: [sent("3")], paging: { next: { after: "100" } } });

  const query = { since: 1_790_000_000_000, properties: ["email"], after: null } as const;
  const page = await gateway.modifiedSince(type, { ...query, lane: "live" });

  expect(page.records.map(({ id }) => id)).toEqual(["3"]);
  expect(page.after).toBe("100");
  expect(acquired).toEqual(["search live"]);
});

test("associations are read to the end, with ids as text", async () => {
  const { gateway, acquired } = openGateway();
  const path = "/crm/associations/2026-09/deals/contacts/batch/read";
  const end = (toObjectId: number | string, label: string | null) => ({
    toObjectId,
    associationTypes: [
      { category: "HUBSPOT_DEFINED", typeId: 3, label: null },
      ...(label ? [{ category: "USER_DEFINED", typeId: 36, label }] : []),
    ],
  });
  const none = hubspotError({
    category: "OBJECT_NOT_FOUND",
    subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND",
    context: { fromObjectId: ["6"], fromObjectType: ["deal"], toObjectType: ["contact"] },
  });
  mockHubSpot()
    .post(path, { inputs: [{ id: "5" }, { id: "6" }] })
    .reply(207, {
      results: [{ from: { id: "5" }, to: [end(512, "Buyer")], paging: { next: { after: "abc" } } }],
      errors: [none],
    })
    .post(path, { inputs: [{ id: "5", after: "abc" }] })
    .reply(200, { results: [{ from: { id: "5" }, to: [end("513", null)] }] });

  const found = await gateway.associations("deals", "contacts", { ids: ["5", "6"], lane: "live" });

  expect([...found]).toEqual([
    [
      "5",
      [
        { toId: "512", typeIds: [3, 36], labels: ["Buyer"] },
        { toId: "513", typeIds: [3], labels: [] },
      ],
    ],
  ]);
  expect(acquired).toEqual(["associations live", "associations live"]);
});

test.each([
  ["-05:30", -330],
  ["+02:00", 120],
  ["-00:00", 0],
])("an account at %s is %d minutes from UTC", async (utcOffset, minutes) => {
  const { gateway } = openGateway();
  mockHubSpot()
    .get("/account-info/2026-09/details")
    .reply(200, { portalId: 42, accountType: "STANDARD", timeZone: "US/Eastern", utcOffset });

  const account = await gateway.accountInfo();

  expect(account).toEqual({
    portalId: "42",
    timeZone: "US/Eastern",
    utcOffsetMinutes: minutes,
    accountType: "STANDARD",
  });
});
