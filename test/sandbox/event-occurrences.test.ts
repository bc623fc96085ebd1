import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, ids, sdk, seeded, start } from "./sandbox-under-test.ts";

const root = "/events/event-occurrences/2026-09";
const days = ["2026-10-01", "2026-10-03", "2026-10-02"] as const;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ switches: { accountTier: "enterprise" } });
  for (const day of days) {
    await call(sandbox, "/sandbox/event-occurrences", {
      contactId: seeded.cio,
      eventType: "e_visited_page",
      at: `${day}T08:00:00Z`,
      properties: { hs_url: "https://northwind.example/beds" },
    });
  }
  const other = { contactId: seeded.nurse, eventType: "pe4711_called", at: "2026-10-04T08:00:00Z" };
  await call(sandbox, "/sandbox/event-occurrences", other);
});

afterAll(() => sandbox.close());

const read = (query: string) => call(sandbox, `${root}?${query}`);
const ofCio = `objectType=contact&objectId=${seeded.cio}`;

test("what a contact did comes latest first, in HubSpot's shape", async () => {
  const reply = await read(`${ofCio}&limit=1`);

  expect(reply.body).toEqual({
    results: [
      {
        id: "sandbox-2",
        eventType: "e_visited_page",
        objectType: "CONTACT",
        objectId: seeded.cio,
        occurredAt: "2026-10-03T08:00:00.000Z",
        properties: { hs_url: "https://northwind.example/beds" },
      },
    ],
    paging: { next: { after: "sandbox-3" } },
  });
});

test.each([
  [`${ofCio}&after=sandbox-3`, ["sandbox-3", "sandbox-1"]],
  [`${ofCio}&sort=occurredAt`, ["sandbox-1", "sandbox-3", "sandbox-2"]],
  [`${ofCio}&occurredAfter=2026-10-02T00:00:00Z`, ["sandbox-2", "sandbox-3"]],
  [`${ofCio}&occurredBefore=2026-10-02T00:00:00Z`, ["sandbox-1"]],
  [`${ofCio}&eventType=pe4711_called`, []],
  ["eventType=pe4711_called", ["sandbox-4"]],
  ["id=sandbox-1", ["sandbox-1"]],
])("%s finds %j", async (query, found) => {
  expect(ids(await read(query))).toEqual(found);
});

test("types of events are those every account has and those that happened", async () => {
  const reply = await read("");
  const types = await call(sandbox, `${root}/event-types`);

  expect(reply.status).toBe(200);
  expect(types.body).toEqual({ eventTypes: ["e_visited_page", "pe4711_called"] });
});

test.each([
  ["objectId=1", 400],
  ["occurredAfter=yesterday", 400],
  ["colour=red", 501],
])("%s is refused with %d", async (query, status) => {
  expect((await read(query)).status).toBe(status);
});

test("the SDK reads the same events by the older path", async () => {
  const page = await sdk(sandbox).events.eventsApi.getPage(undefined, "pe4711_called");

  expect(page.results.map(({ objectId }) => objectId)).toEqual([seeded.nurse]);
});

test("below Enterprise there are none: 403", async () => {
  sandbox.portal.changeSwitches({ accountTier: "professional" });

  const replies = [await read(ofCio), await call(sandbox, `${root}/event-types`)];

  sandbox.portal.changeSwitches({ accountTier: "enterprise" });
  expect(replies.map(({ status }) => status)).toEqual([403, 403]);
});

test("what a forgotten contact did is forgotten too", async () => {
  const made = await call(sandbox, "/crm/objects/2026-09/contacts", {
    properties: { email: "gone@x.example" },
  });
  const contactId = made.field("id");
  await call(sandbox, "/sandbox/event-occurrences", { contactId, eventType: "e_gone" });
  const before = await read("eventType=e_gone");

  await call(sandbox, "/crm/objects/2026-09/contacts/gdpr-delete", { objectId: contactId });

  expect(ids(before)).toHaveLength(1);
  expect(ids(await read("eventType=e_gone"))).toEqual([]);
});
