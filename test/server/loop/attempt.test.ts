import { deliver } from "../../../server/deliver/deliver.ts";
import { attemptDelivery } from "../../../server/loop/attempt.ts";
import { allDueWishes, wish } from "../../../server/store/outbox.ts";
import type { Store } from "../../../server/store/open.ts";
import { mirrorRecords } from "../../../server/store/records.ts";
import { openTestStore } from "../../build/store.ts";
import { hubspotError, mockHubSpot } from "../http-mock.ts";
import { openGateway, sent } from "../hubspot/stand-ins.ts";
import { beginRun, connectTestPortal, openServices, portalId } from "../portal-under-test.ts";

// What becomes of deliveries that fail, through the real loop step, store and client.

const update = "/crm/objects/2026-09/contacts/batch/update";
const read = "/crm/objects/2026-09/contacts/batch/read";

let store: Store;
let time = 0;
beforeAll(async () => {
  store = await openTestStore();
  await connectTestPortal(store.db);
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  time = 1_000_000;
  for (const table of ["outbox", "records", "parked"] as const)
    await store.db.deleteFrom(table).execute();
});

async function wishFor(ids: readonly string[]): Promise<void> {
  const records = ids.map((id) => ({
    id,
    properties: {},
    updatedAt: 1,
    archived: false,
    associations: null,
  }));
  const rows = ids.map((object_id) => ({
    object_type: "contacts" as const,
    object_id,
    desired: { medqual_status: "mql" },
  }));
  await store.db.transaction().execute(async (trx) => {
    await mirrorRecords(trx, portalId, "contacts", records, () => null);
    await wish(trx, portalId, { rows, lane: "live", now: time });
  });
}

/** One turn of the loop, after all that was put off has become due. */
async function turn(): Promise<void> {
  time += 20 * 60_000;
  const { services } = openServices(store.db, { now: () => time, gateway: openGateway().gateway });
  const { run, lease } = await beginRun(services);
  const due = await allDueWishes(store.db, portalId, { lane: "live", now: time, limit: 100 });
  await attemptDelivery(run, due, (rows) => deliver(run, rows, { lane: "live", lease }));
}

const waiting = () =>
  store.db
    .selectFrom("outbox")
    .select(["object_id", "attempts", "faults"])
    .orderBy("object_id")
    .execute();
const parked = () => store.db.selectFrom("parked").select(["object_id", "step"]).execute();

/** HubSpot answers a write with something that is no answer. */
const nonsense = () => mockHubSpot().post(update).reply(200, { results: "?" });
/** Before a second write it is asked what stands there. */
const nothingThere = (ids: readonly string[]) =>
  mockHubSpot()
    .post(read)
    .reply(200, { results: ids.map((id) => sent(id, { properties: {} })), errors: [] });

test("after an outage a full batch goes out whole, and nobody is suspected", async () => {
  const ids = ["1", "2", "3"];
  await wishFor(ids);
  for (let outage = 0; outage < 10; outage++) {
    if (outage > 0) nothingThere(ids);
    mockHubSpot().post(update).reply(503);
    await turn();
  }
  expect(await waiting()).toEqual(ids.map((object_id) => ({ object_id, attempts: 10, faults: 0 })));

  nothingThere(ids);
  mockHubSpot()
    .post(update, (body: { inputs: unknown[] }) => body.inputs.length === 3)
    .reply(200, { results: ids.map((id) => sent(id)) });
  await turn();

  expect([await waiting(), await parked()]).toEqual([[], []]);
});

test("work behind a problem of the portal waits and is never parked", async () => {
  await wishFor(["1", "2"]);
  for (let tries = 0; tries < 12; tries++) {
    if (tries > 0) nothingThere(["1", "2"]);
    mockHubSpot()
      .post(update)
      .reply(403, hubspotError({ category: "MISSING_SCOPES" }));
    await turn();
  }

  expect(await waiting()).toEqual([
    { object_id: "1", attempts: 12, faults: 0 },
    { object_id: "2", attempts: 12, faults: 0 },
  ]);
  expect(await parked()).toEqual([]);
});

test("a batch that fails on its own account is tried record by record, and the one to blame is parked", async () => {
  await wishFor(["1", "2"]);
  for (let together = 0; together < 3; together++) {
    if (together > 0) nothingThere(["1", "2"]);
    nonsense();
    await turn();
  }
  expect(await waiting()).toMatchObject([{ faults: 3 }, { faults: 3 }]);

  // Apart from each other, the second goes through at once.
  nothingThere(["1"]);
  nonsense();
  nothingThere(["2"]);
  mockHubSpot()
    .post(update)
    .reply(200, { results: [sent("2")] });
  await turn();
  expect(await waiting()).toEqual([{ object_id: "1", attempts: 4, faults: 4 }]);

  for (let alone = 0; alone < 5; alone++) {
    nothingThere(["1"]);
    nonsense();
    await turn();
  }
  expect([await waiting(), await parked()]).toEqual([[], [{ object_id: "1", step: "deliver" }]]);
});
