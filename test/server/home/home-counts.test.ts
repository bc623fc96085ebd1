import { sql } from "kysely";
import { countPortal } from "../../../server/store/home-counts.ts";
import type { Store } from "../../../server/store/open.ts";
import { purgeContact } from "../../../server/store/purge.ts";
import { openTestStore } from "../../build/store.ts";
import { day, hour, nothingKnown, now, signal, stated } from "../../src/verdict/build-facts.ts";
import { connectTestPortal, portalId } from "../portal-under-test.ts";
import { decideContact, type Look } from "./decide-contact.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await connectTestPortal(store.db);
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.deleteFrom("standings").execute();
  await store.db.transaction().execute(async (trx) => {
    await sql`set local medqual.purge = 'on'`.execute(trx);
    await trx.deleteFrom("decisions").execute();
  });
});

const decide = (id: string, ...looks: Look[]) => decideContact(store.db, portalId, { id, looks });
const count = (since = now - 30 * day) => countPortal(store.db, portalId, { since });
const demo = (at: number) => signal("demo_request", at, { offerId: "demo" });

test("contacts are counted by where they stand, and by how they came there in the period", async () => {
  await decide("1", [now - 40 * day, {}], [now - 2 * day, { signals: [demo(now - 2 * day)] }]);
  await decide("2", [now - 40 * day, {}], [now - 35 * day, { signals: [demo(now - 35 * day)] }]);
  await decide("3", [now - day, {}]);

  const { byStatus, moves } = await count();

  expect(byStatus).toEqual({
    nurture: 1,
    hold: 0,
    mql: 2,
    sql: 0,
    recycled: 0,
    disqualified: 0,
    customer: 0,
  });
  expect(moves).toEqual([{ from: "nurture", to: "mql", count: 1 }]);
});

test("an MQL belongs to the offer of its most valuable signal", async () => {
  const guide = signal("guide_download", now - hour, { offerId: "guide" });
  await decide("1", [now, { signals: [guide, demo(now - day)] }]);
  await decide("2", [now, { signals: [signal("demo_request", now - hour)] }]);
  await decide("3", [now, { signals: [guide] }]);

  const { mqlsByOffer } = await count();

  expect(new Map(mqlsByOffer.map((line) => [line.offerId, line.count]))).toEqual(
    new Map([
      [null, 1],
      ["demo", 1],
      ["guide", 1],
    ]),
  );
});

test("MQLs are counted by source and by what became of their handoff", async () => {
  const asked = { signals: [demo(now - 20 * day)] };
  await decide("1", [now - 20 * day, asked], [now, asked]);
  await decide("2", [now, { signals: [demo(now)], source: stated("partner") }]);

  const { mqlsBySource, mqlsByHandoff, overdue } = await count();

  expect(mqlsBySource).toEqual(
    expect.arrayContaining([
      { source: "own", count: 1 },
      { source: "partner", count: 1 },
    ]),
  );
  expect(mqlsByHandoff).toEqual({ expired: 1, offered: 1 });
  expect(overdue).toMatchObject([{ contactId: "1", name: "Contact 1", route: "sales", step: 1 }]);
});

test("a contact on hold counts for every field that it lacks", async () => {
  const decision = await decide("1", [now, { profile: nothingKnown, signals: [demo(now)] }]);

  const { holdByField, byStatus } = await count();

  expect(byStatus.hold).toBe(1);
  expect(holdByField).toEqual(
    Object.fromEntries((decision?.missing ?? []).map(({ id }) => [id, 1])),
  );
  expect(Object.keys(holdByField)).toContain("organization_type");
});

test("another portal's contacts, deals, and people who were forgotten are in no figure", async () => {
  await decideContact(store.db, "43", { id: "1", looks: [[now, { signals: [demo(now)] }]] });
  await decide("2", [now - day, {}], [now, { signals: [demo(now)] }]);
  await store.db.transaction().execute((trx) => purgeContact(trx, portalId, "2", now));

  expect(await count()).toEqual({
    byStatus: { nurture: 0, hold: 0, mql: 0, sql: 0, recycled: 0, disqualified: 0, customer: 0 },
    since: now - 30 * day,
    moves: [],
    mqlsByOffer: [],
    mqlsBySource: [],
    mqlsByHandoff: {},
    overdue: [],
    holdByField: {},
  });
});
