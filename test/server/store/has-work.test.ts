import { hasWork } from "../../../server/store/has-work.ts";
import { keepInputs } from "../../../server/store/inputs.ts";
import type { Store } from "../../../server/store/open.ts";
import { touch } from "../../../server/store/pending.ts";
import { openTestStore } from "../../build/store.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());

const record = (objectId: string) => ({ objectType: "contacts", objectId }) as const;

test("a record with nothing to do is at rest", async () => {
  expect(await hasWork(store.db, "1", record("1"))).toBe(false);
});

test("what was entered on a card is work, on that record of that portal alone", async () => {
  const entered = { ...record("2"), values: { medqual_need: "confirmed" }, present: {} };
  await store.db
    .transaction()
    .execute((trx) => keepInputs(trx, "1", { ...entered, userId: "7", now: 1 }));

  expect(await hasWork(store.db, "1", record("2"))).toBe(true);
  expect(await hasWork(store.db, "1", record("3"))).toBe(false);
  expect(await hasWork(store.db, "2", record("2"))).toBe(false);
});

test("a record that has to be looked at again is work", async () => {
  const touches = [{ ...record("4"), step: "sync", cause: "test" }] as const;
  await touch(store.db, "1", { touches, lane: "live", now: 1 });

  expect(await hasWork(store.db, "1", record("4"))).toBe(true);
});
