import { openTestStore } from "../../build/store.ts";
import type { Store } from "../../../server/store/open.ts";
import {
  duePending,
  finishPending,
  postponePending,
  readyToAssess,
  touch,
  type Touch,
} from "../../../server/store/pending.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(() => store.db.deleteFrom("pending").execute());

const contact = (objectId: string, step: Touch["step"] = "sync"): Touch => ({
  objectType: "contacts",
  objectId,
  step,
  cause: "test",
});
const due = (query: Partial<Parameters<typeof duePending>[2]> = {}) =>
  duePending(store.db, "1", { lane: "live", step: "sync", now: 1000, limit: 100, ...query });
const touchAt = (now: number, touches: readonly Touch[], lane: "live" | "bulk" = "live") =>
  touch(store.db, "1", { touches, lane, now });

test("a record touched many times is one row", async () => {
  await touchAt(1, [contact("a"), contact("a"), contact("b")]);
  await touchAt(2, [contact("a")]);

  const rows = await due();

  expect(rows.map((row) => [row.object_id, row.version])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});

test("what is touched while it is worked on is not finished", async () => {
  await touchAt(1, [contact("a"), contact("b")]);
  const rows = await due();
  await touchAt(2, [contact("a")]);

  const finished = await store.db.transaction().execute((trx) => finishPending(trx, "1", rows));

  expect([...finished]).toEqual(["contacts b"]);
  expect((await due()).map((row) => row.object_id)).toEqual(["a"]);
});

test("what is touched while it is synchronised is synchronised again", async () => {
  await touchAt(1, [contact("a"), contact("b")]);
  const rows = await due();
  await touchAt(2, [contact("b")]);

  await store.db.transaction().execute((trx) => readyToAssess(trx, "1", rows));

  expect((await due({ step: "assess" })).map((row) => row.object_id)).toEqual(["a"]);
  expect((await due({ step: "sync" })).map((row) => row.object_id)).toEqual(["b"]);
});

test("live work wins over bulk, and reading again over deciding again", async () => {
  await touchAt(1, [contact("a", "assess")], "bulk");
  await touchAt(2, [contact("a", "sync")], "live");
  await touchAt(3, [contact("a", "assess")], "bulk");

  const rows = await due({ lane: "live", step: "sync" });

  expect(rows.map((row) => row.object_id)).toEqual(["a"]);
});

test("work put off is due at its time, and a new touch brings it forward", async () => {
  await touchAt(1, [contact("a")]);
  const rows = await due();
  await postponePending(store.db, "1", { rows, dueAt: 5000, error: "down", isFault: false });

  const beforeTouch = await due();
  await touchAt(900, [contact("a")]);
  const afterTouch = await due();

  expect(beforeTouch).toEqual([]);
  expect(afterTouch).toMatchObject([{ attempts: 1, faults: 0 }]);
});

test("one portal never sees another's work", async () => {
  await touchAt(1, [contact("a")]);

  const rows = await duePending(store.db, "2", { lane: "live", step: "sync", now: 9, limit: 9 });

  expect(rows).toEqual([]);
});
