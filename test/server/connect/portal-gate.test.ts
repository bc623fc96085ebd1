import { createGate } from "../../../server/connect/portal-gate.ts";
import type { PortalRefusal } from "../../../server/hubspot/portal-refusal.ts";
import { createLog } from "../../../server/log.ts";
import type { Store } from "../../../server/store/open.ts";
import { forgetRefusals, readPortalProblems } from "../../../server/store/portal-problems.ts";
import { touch } from "../../../server/store/pending.ts";
import { openTestStore } from "../../build/store.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(() => store.db.deleteFrom("portal_problems").execute());

let time = 0;
/** As another process has it: each remembers for itself. */
const openGate = () => createGate({ db: store.db, log: createLog("silent"), now: () => time }, "1");

const refusal = (scope: string): PortalRefusal => ({
  code: "missing_scopes",
  what: `lacks ${scope}`,
  cure: "install again",
  retryMs: 900_000,
});
const problems = () => readPortalProblems(store.db, "1");

test("several kinds of call refused for one scope are one problem, as old as the first", async () => {
  const gate = openGate();
  time = 1000;
  await gate.refused("GET /deals", refusal("deals.read"));
  time = 2000;
  await gate.refused("POST /deals/batch/read", refusal("deals.read"));
  await gate.refused("POST /deals/batch/update", refusal("deals.write"));
  await gate.refused("GET /deals", refusal("deals.read"));

  const rest = { code: "missing_scopes", cure: "install again" };
  expect(await problems()).toEqual([
    {
      ...rest,
      what: "lacks deals.read",
      since: 1000,
      kinds: ["GET /deals", "POST /deals/batch/read"],
    },
    { ...rest, what: "lacks deals.write", since: 2000, kinds: ["POST /deals/batch/update"] },
  ]);
});

test("while it lasts no such call is made, by this process or another; other calls are", async () => {
  time = 0;
  const [gate, other] = [openGate(), openGate()];
  await gate.refused("GET /deals", refusal("deals.read"));

  time = 100_000;
  const blocked = {
    code: "hubspot_portal_refused",
    retry: { afterMs: 800_000 },
  };
  await expect(gate.check("GET /deals")).rejects.toMatchObject(blocked);
  await expect(other.check("GET /deals")).rejects.toMatchObject(blocked);
  await expect(other.check("GET /contacts")).resolves.toBeUndefined();

  time = 900_000; // worth another try
  await expect(gate.check("GET /deals")).resolves.toBeUndefined();
});

test("a call of that kind that succeeds solves it, and no other does", async () => {
  const [gate, other] = [openGate(), openGate()];
  await gate.refused("GET /deals", refusal("deals.read"));

  await other.passed("GET /contacts");
  const before = (await problems()).length;
  await other.passed("GET /deals");

  expect([before, await problems()]).toEqual([1, []]);
});

test("connecting anew forgets the problems and brings forward what waited for them", async () => {
  await openGate().refused("GET /deals", refusal("deals.read"));
  const touches = [{ objectType: "deals", objectId: "9", step: "sync", cause: "event" }] as const;
  await touch(store.db, "1", { touches, lane: "live", now: 900_000 });

  await store.db.transaction().execute((trx) => forgetRefusals(trx, "1", 500));

  const waiting = await store.db.selectFrom("pending").select("due_at").execute();
  expect([await problems(), waiting]).toEqual([[], [{ due_at: 500 }]]);
});
