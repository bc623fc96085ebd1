import { openTestStore } from "../../build/store.ts";
import { lockFolder } from "../../../server/store/folder-lock.ts";
import type { Store } from "../../../server/store/open.ts";
import { purgeContact } from "../../../server/store/purge.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());

const entry = (objectId: string) => ({
  portal_id: "1",
  object_type: "contacts" as const,
  object_id: objectId,
  sequence: 1,
  decided_at: 1,
  playbook_version: 1,
  cause: "test",
  status: "mql",
  sentence: "MQL",
  input: '{"facts":{}}',
  decision: '{"status":"mql"}',
});
const entriesOf = (objectId: string) =>
  store.db.selectFrom("decisions").selectAll().where("object_id", "=", objectId).execute();

test("the trail can only grow", async () => {
  await store.db.insertInto("decisions").values(entry("a")).execute();

  const change = store.db.updateTable("decisions").set({ status: "sql" }).execute();
  const removal = store.db.deleteFrom("decisions").execute();

  await expect(change).rejects.toThrow("append-only");
  await expect(removal).rejects.toThrow("append-only");
  expect(await entriesOf("a")).toMatchObject([{ status: "mql" }]);
});

test("a forgotten person leaves a redacted entry and a proof, and nobody else is touched", async () => {
  await store.db
    .insertInto("decisions")
    .values([entry("b"), entry("c")])
    .execute();
  await store.db
    .insertInto("signals")
    .values({ portal_id: "1", contact_id: "b", signal_id: "s", signal: "{}" })
    .execute();

  await store.db.transaction().execute((trx) => purgeContact(trx, "1", "b", 99));

  expect(await entriesOf("b")).toMatchObject([{ redacted: true, input: null, decision: null }]);
  expect(await entriesOf("c")).toMatchObject([{ redacted: false }]);
  expect(await store.db.selectFrom("signals").selectAll().execute()).toEqual([]);
  expect(await store.db.selectFrom("deletions").selectAll().execute()).toEqual([
    {
      portal_id: "1",
      object_type: "contacts",
      object_id: "b",
      reason: "privacy deletion",
      at: 99,
      removed: null,
    },
  ]);
});

test("a data folder serves one process at a time", async () => {
  const folder = `.data/test-${process.pid}`;
  const unlock = await lockFolder(folder);

  const second = lockFolder(folder);

  await expect(second).rejects.toThrow("Another process uses the data folder");
  await unlock();
  await (
    await lockFolder(folder)
  )();
});
