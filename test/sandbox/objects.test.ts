import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, portalId, sdk, seeded, start, testClock } from "./sandbox-under-test.ts";

const clock = testClock();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

afterAll(() => sandbox.close());

async function newContact(properties: Readonly<Record<string, string>>): Promise<string> {
  const reply = await call(sandbox, "/crm/objects/2026-09/contacts", { properties });
  return String(reply.field("id"));
}

test("the SDK creates, reads, changes and archives a contact", async () => {
  const { basicApi } = sdk(sandbox).crm.contacts;

  const made = await basicApi.create({
    properties: { email: "Amy@Clinic.example" },
    associations: [],
  });
  const changed = await basicApi.update(made.id, { properties: { jobtitle: "CIO" } });
  const read = await basicApi.getById(made.id, ["email", "jobtitle", "city", "no_such_property"]);
  await basicApi.archive(made.id);
  const archived = await basicApi.getById(made.id, ["email"], undefined, undefined, true);

  expect(changed.properties["jobtitle"]).toBe("CIO");
  expect(read.properties).toEqual({
    city: null,
    createdate: "2026-11-02T09:00:00.000Z",
    email: "amy@clinic.example",
    hs_object_id: made.id,
    jobtitle: "CIO",
    lastmodifieddate: "2026-11-02T09:00:00.000Z",
  });
  expect(archived.archived).toBe(true);
  await expect(basicApi.getById(made.id)).rejects.toMatchObject({ code: 404 });
});

test("a new contact comes back with all HubSpot adds to it", async () => {
  const reply = await call(sandbox, "/crm/objects/2026-09/0-1", {
    properties: { email: "new@added.example", hs_buying_role: "CHAMPION;END_USER" },
  });

  expect(reply.status).toBe(201);
  expect(reply.headers.get("location")).toBe(
    `/crm/objects/2026-09/0-1/${String(reply.field("id"))}`,
  );
  expect(reply.body).toMatchObject({
    archived: false,
    url: `https://app.hubspot.com/contacts/${portalId}/record/0-1/${String(reply.field("id"))}`,
    properties: {
      email: "new@added.example",
      hs_buying_role: "CHAMPION;END_USER",
      hs_email_domain: "added.example",
      hs_is_contact: "true",
      hs_object_source: "INTEGRATION",
      hs_pipeline: "contacts-lifecycle-pipeline",
      hs_v2_date_entered_lead: "2026-11-02T09:00:00.000Z",
      lifecyclestage: "lead",
    },
  });
  expect(Object.keys(reply.field("properties") as object)).toEqual(
    Object.keys(reply.field("properties") as object).sort(),
  );
});

test("a read that asks for nothing gets the default properties", async () => {
  const company = await call(sandbox, `/crm/objects/2026-09/companies/${seeded.hospital}`);
  const deal = await call(sandbox, `/crm/v3/objects/deals/${seeded.deal}`);

  expect(Object.keys(company.field("properties") as object)).toEqual([
    "createdate",
    "domain",
    "hs_lastmodifieddate",
    "hs_object_id",
    "name",
  ]);
  expect(deal.field("properties")).toMatchObject({
    dealname: "Beds",
    pipeline: "default",
    closedate: null,
  });
});

test("a contact is found by e-mail whatever the case", async () => {
  const reply = await call(
    sandbox,
    "/crm/objects/2026-09/contacts/CIO@mercy.example?idProperty=email",
  );

  expect(reply.field("id")).toBe(seeded.cio);
});

test("an empty value clears, and a checkbox value that starts with ; is added", async () => {
  const id = await newContact({ email: "box@x.example", hs_buying_role: "CHAMPION", city: "Bonn" });

  const properties = { hs_buying_role: ";END_USER;CHAMPION", city: "" };
  const reply = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${id}`,
    { properties },
    { method: "PATCH" },
  );

  expect(reply.field("properties")).toMatchObject({
    hs_buying_role: "CHAMPION;END_USER",
    city: null,
  });
});

test("every write moves the modification date, even one that changes nothing", async () => {
  const id = await newContact({ email: "moved@x.example", city: "Bonn" });
  clock.pass(60_000);

  const same = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${id}`,
    { properties: { city: "Bonn" } },
    { method: "PATCH" },
  );

  expect(same.field("properties.lastmodifieddate")).toBe(new Date(clock.now()).toISOString());
});

test("a deal knows whether it is closed and won", async () => {
  const deal = await sdk(sandbox).crm.deals.basicApi.create({
    properties: { dealname: "Won", dealstage: "closedwon", amount: "250" },
    associations: [],
  });

  expect(deal.properties).toMatchObject({
    hs_is_closed: "true",
    hs_is_closed_won: "true",
    hs_closed_amount: "250",
    pipeline: "default",
  });
});

test("a record can be created with its associations", async () => {
  const made = await sdk(sandbox).crm.contacts.basicApi.create({
    properties: { email: "with@mercy.example" },
    associations: [
      {
        to: { id: seeded.hospital },
        types: [{ associationCategory: "HUBSPOT_DEFINED" as never, associationTypeId: 279 }],
      },
    ],
  });

  const read = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${made.id}?properties=associatedcompanyid`,
  );

  expect(read.field("properties.associatedcompanyid")).toBe(seeded.hospital);
});
