import { mayHandOver } from "../../../server/act/may-hand-over.ts";
import type { Store } from "../../../server/store/open.ts";
import { openTestStore } from "../../build/store.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  const members = [{ portal_id: "1", user_id: "7" }];
  await store.db.insertInto("queue_members").values(members).execute();
}, 30_000);
afterAll(() => store.close());

const owned = { hs_user_ids_of_all_owners: "21;22" };
test.each([
  ["a member of the queue", "1", "7", {}, true],
  ["an owner of the contact", "1", "22", owned, true],
  ["neither", "1", "8", owned, false],
  ["part of an owner's id", "1", "2", owned, false],
  ["nobody in particular", "1", "", { hs_user_ids_of_all_owners: "" }, false],
  ["anybody, where no member is named", "2", "8", owned, true],
] as const)("%s may hand over: portal %s, user %s", async (_, portalId, userId, contact, may) => {
  expect(await mayHandOver(store.db, portalId, userId, contact)).toBe(may);
});
