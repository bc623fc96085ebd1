import { openTestStore } from "../../build/store.ts";
import type { Store } from "../../../server/store/open.ts";
import {
  dueWishes,
  fulfil,
  markSending,
  postponeWishes,
  wish,
} from "../../../server/store/outbox.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(() => store.db.deleteFrom("outbox").execute());

const due = () => dueWishes(store.db, "1", { lane: "live", now: 1000, limit: 100 });
const want = (objectId: string, value: string, type: "contacts" | "deals" = "contacts") =>
  store.db.transaction().execute((trx) =>
    wish(trx, "1", {
      rows: [{ object_type: type, object_id: objectId, desired: { medqual_status: value } }],
      lane: "live",
      now: 1,
    }),
  );
const inTransaction = (act: (trx: Parameters<typeof fulfil>[0]) => Promise<void>) =>
  store.db.transaction().execute(act);

test("a newer wish replaces an older one", async () => {
  await want("a", "hold");
  await want("a", "mql");

  const rows = await due();

  expect(rows).toMatchObject([{ object_id: "a", version: 2, desired: { medqual_status: "mql" } }]);
});

test("a wish that changed while it was sent stays, and its next sending is a fresh one", async () => {
  await want("a", "hold");
  const sent = await due();
  await inTransaction((trx) => markSending(trx, "1", sent));
  await want("a", "mql");

  await inTransaction((trx) => fulfil(trx, "1", sent));

  expect(await due()).toMatchObject([{ sent_version: null, desired: { medqual_status: "mql" } }]);
});

test("a receipt ends the wish", async () => {
  await want("a", "hold");
  const sent = await due();
  await inTransaction((trx) => markSending(trx, "1", sent));

  await inTransaction((trx) => fulfil(trx, "1", sent));

  expect(await due()).toEqual([]);
});

test("after a failure the mark stays: what was being sent has to be looked at first", async () => {
  await want("a", "hold");
  const sent = await due();
  await inTransaction((trx) => markSending(trx, "1", sent));

  await postponeWishes(store.db, "1", { rows: sent, dueAt: 500, error: "timeout", isFault: true });

  expect(await due()).toMatchObject([{ sent_version: 1, attempts: 1 }]);
});

test("a batch holds one object type", async () => {
  await want("1", "hold");
  await want("2", "hold", "deals");

  const rows = await due();

  expect(rows.map((row) => row.object_type)).toEqual(["contacts"]);
});

test("a wish that is being sent stays with the lane that sends it", async () => {
  await store.db.transaction().execute((trx) =>
    wish(trx, "1", {
      rows: [{ object_type: "contacts", object_id: "a", desired: { medqual_status: "hold" } }],
      lane: "bulk",
      now: 1,
    }),
  );
  const sent = await dueWishes(store.db, "1", { lane: "bulk", now: 9, limit: 9 });
  await inTransaction((trx) => markSending(trx, "1", sent));
  await want("a", "mql");
  const whileSending = await due();

  await inTransaction((trx) => fulfil(trx, "1", sent));

  expect(whileSending).toEqual([]);
  expect(await due()).toMatchObject([{ desired: { medqual_status: "mql" } }]);
});
