import { writeInputs } from "../../../server/act/write-inputs.ts";
import { attemptInputs } from "../../../server/loop/attempt.ts";
import { dueInputs, keepInputs } from "../../../server/store/inputs.ts";
import type { Store } from "../../../server/store/open.ts";
import { openTestStore } from "../../build/store.ts";
import { mockHubSpot } from "../http-mock.ts";
import { openGateway, sent } from "../hubspot/stand-ins.ts";
import { beginRun, connectTestPortal, openServices, portalId } from "../portal-under-test.ts";

// What people entered on a card, on its way to HubSpot.

const contacts = "/crm/objects/2026-09/contacts";
const pressedAt = Date.parse("2026-05-01T10:00:00Z");
const later = "2026-05-01T10:05:00.000Z";
const earlier = "2026-05-01T09:00:00.000Z";

let store: Store;
let time = pressedAt;
beforeAll(async () => {
  store = await openTestStore();
  await connectTestPortal(store.db);
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  time = pressedAt;
  for (const table of ["inputs", "pending", "parked"] as const)
    await store.db.deleteFrom(table).execute();
});

/** Somebody presses while the record shows `present`. */
const press = (value: string, present: string | null = null) =>
  store.db.transaction().execute((trx) =>
    keepInputs(trx, portalId, {
      objectType: "contacts",
      objectId: "1",
      values: { medqual_need: value },
      present: { medqual_need: present },
      userId: "9",
      now: time,
    }),
  );

async function turn(): Promise<void> {
  time += 20 * 60_000;
  const { services } = openServices(store.db, { now: () => time, gateway: openGateway().gateway });
  const { run, lease } = await beginRun(services);
  const rows = await dueInputs(store.db, portalId, { now: time, limit: 100 });
  await attemptInputs(run, rows, () => writeInputs(run, rows, lease));
}

const waiting = () => store.db.selectFrom("inputs").select(["value", "sent", "attempts"]).execute();

const shows = (value: string | null, updatedAt: string) =>
  mockHubSpot()
    .post(`${contacts}/batch/read`)
    .reply(200, { results: [sent("1", { properties: { medqual_need: value }, updatedAt })] });
const takes = (value: string) =>
  mockHubSpot()
    .post(`${contacts}/batch/update`, (body: { inputs: { properties: unknown }[] }) =>
      body.inputs.every(({ properties }) =>
        JSON.stringify(properties).includes(`"medqual_need":"${value}"`),
      ),
    )
    .reply(200, { results: [sent("1")] });

test("while HubSpot is down the entry waits, and reaches it afterwards", async () => {
  await press("confirmed");
  mockHubSpot().post(`${contacts}/batch/read`).times(3).reply(503);
  await turn();
  shows(null, earlier);
  mockHubSpot().post(`${contacts}/batch/update`).reply(503);
  await turn();
  expect(await waiting()).toEqual([{ value: "confirmed", sent: "confirmed", attempts: 2 }]);

  shows(null, earlier);
  takes("confirmed");
  await turn();

  expect(await waiting()).toEqual([]);
});

test("a lost answer is no reason to write twice", async () => {
  await press("confirmed");
  shows(null, earlier);
  mockHubSpot().post(`${contacts}/batch/update`).reply(504);
  await turn();

  shows("confirmed", later);
  await turn();

  expect(await waiting()).toEqual([]);
});

test.each<[string, string | null, string, "kept" | "written"]>([
  ["changed in HubSpot after the press: that is the later word", "negative", later, "kept"],
  [
    "changed in HubSpot before the press: the press is the later word",
    "negative",
    earlier,
    "written",
  ],
  ["another property changed after the press: the entry is still wanted", null, later, "written"],
])("%s", async (_what, there, updatedAt, outcome) => {
  await press("confirmed");
  shows(there, updatedAt);
  if (outcome === "written") takes("confirmed");

  await turn();

  const pending = await store.db.selectFrom("pending").select(["object_id", "step"]).execute();
  expect([await waiting(), pending]).toEqual([[], [{ object_id: "1", step: "sync" }]]);
});

test("of two presses the later counts, also when the first is under way", async () => {
  await press("confirmed");
  time += 1000;
  await press("negative");
  shows(null, earlier);
  takes("negative");

  await turn();

  expect(await waiting()).toEqual([]);
});
