import { once } from "../../../server/store/idempotency.ts";
import type { Store } from "../../../server/store/open.ts";
import { openTestStore } from "../../build/store.ts";

let store: Store;
let done: number;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  done = 0;
  await store.db.deleteFrom("idempotency_keys").execute();
});

const press = (request: string, portalId = "1") =>
  store.db
    .transaction()
    .execute((trx) =>
      once(trx, portalId, { key: "a-key", request, now: 1 }, async () => ({ number: ++done })),
    );

test("a repeated request is answered as the first one was, and does nothing", async () => {
  const first = await press("accept");
  const second = await press("accept");

  expect([first, second, done]).toEqual([{ number: 1 }, { number: 1 }, 1]);
});

test("a key that was used for another request is refused", async () => {
  await press("accept");

  await expect(press("return")).rejects.toMatchObject({ code: "conflict" });
});

test("a key means nothing to another portal", async () => {
  await press("accept");
  await press("accept", "2");

  expect(done).toBe(2);
});
