import { openTestStore } from "../../build/store.ts";
import {
  guardLease,
  LeaseLost,
  releaseLease,
  renewLease,
  takeLease,
} from "../../../server/store/leases.ts";
import type { Store } from "../../../server/store/open.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(() => store.db.deleteFrom("leases").execute());

const take = (holder: string, now: number) =>
  takeLease(store.db, { portalId: "1", name: "live", holder }, { now, ttlMs: 100 });

test("one holder at a time", async () => {
  const first = await take("a", 0);
  const second = await take("b", 50);

  expect(first).toMatchObject({ fencing: 1 });
  expect(second).toBeNull();
});

test("a holder that died is followed, and can commit nothing any more", async () => {
  const dead = await take("a", 0);
  const heir = await take("b", 100);
  if (!dead || !heir) throw new Error("both were to get the lease");

  const commit = store.db.transaction().execute((trx) => guardLease(trx, dead));

  await expect(commit).rejects.toThrow(LeaseLost);
  expect(await renewLease(store.db, dead, 500)).toBe(false);
  expect(await renewLease(store.db, heir, 500)).toBe(true);
});

test("a lease given back is free at once", async () => {
  const first = await take("a", 0);
  if (first) await releaseLease(store.db, first);

  expect(await take("b", 1)).toMatchObject({ fencing: 2 });
});
