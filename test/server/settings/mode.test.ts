import { randomUUID } from "node:crypto";
import type { ConnectionAnswer } from "../../../src/view/settings-view.ts";
import type { Store } from "../../../server/store/open.ts";
import { wish } from "../../../server/store/outbox.ts";
import { noteEvents } from "../../../server/store/last-events.ts";
import { openTestStore } from "../../build/store.ts";
import { openDesk, startedAt } from "./settings-desk.ts";

const people = { approvers: { marketing: ["10"], sales: ["20"] }, members: {}, admins: ["30"] };

let store: Store;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  desk = await openDesk(store, { playbook: { people }, approvedFrom: startedAt - 1000 });
});

const set = (userId: string, mode: string) =>
  desk.as(userId).ask<object>("post", "/api/settings/mode", { key: randomUUID(), mode });

test("a pause takes what others share with us out of everything that waits to be written", async () => {
  const desired = { medqual_status: "mql", lifecyclestage: "marketingqualifiedlead" };
  const rows = [{ object_type: "contacts", object_id: "c1", desired }] as const;
  await desk.db
    .transaction()
    .execute((trx) => wish(trx, desk.portalId, { rows, lane: "bulk", now: startedAt }));

  const paused = await set("10", "paused");

  expect(paused.body).toEqual({ mode: "paused" });
  expect(await desk.db.selectFrom("outbox").select(["desired", "version"]).execute()).toEqual([
    { desired: { medqual_status: "mql" }, version: 2 },
  ]);
  expect(desk.rung).toEqual(["42 bulk"]);
});

test("going on returns to what both sides agreed on, with the instant they did", async () => {
  await set("10", "paused");

  const resumed = await set("20", "resumed");

  expect(resumed.body).toEqual({ mode: "active" });
  expect(await desk.db.selectFrom("portals").select("offers_from").executeTakeFirst()).toEqual({
    offers_from: startedAt - 1000,
  });
});

test("what nobody has agreed on is observed again after a pause", async () => {
  desk = await openDesk(store, { playbook: { people } });
  await set("30", "paused");

  expect((await set("30", "resumed")).body).toEqual({ mode: "observe" });
});

test("who is neither approver nor admin can't pause, and nobody goes on without a pause", async () => {
  expect([(await set("99", "paused")).status, (await set("10", "resumed")).status]).toEqual([
    403, 409,
  ]);
});

test("the connection tells its scopes, its last event and what leaving removes", async () => {
  await noteEvents(desk.db, [desk.portalId], startedAt - 90_000);
  await noteEvents(desk.db, [desk.portalId], startedAt - 80_000);

  const { body } = await desk.as("99").ask<ConnectionAnswer>("get", "/api/settings/connection");

  expect(body).toMatchObject({ lastEventAt: startedAt - 90_000, problems: [] });
  expect(body.scopes.filter(({ isGranted }) => isGranted).map(({ scope }) => scope)).toEqual([
    "oauth",
  ]);
  expect(body.removes).toMatchObject({ records: 0, versions: 1 });
  expect(body.removes.properties).toContain("contacts.medqual_status");
});

test.each([
  ["somebody else", "10", "42", 403],
  ["an admin who confirms another account", "30", "41", 400],
])("%s can't disconnect", async (_who, userId, confirm, status) => {
  const asked = { key: randomUUID(), archives: false, confirm };

  const refused = await desk.as(userId).ask("post", "/api/settings/disconnections", asked);

  expect(refused.status).toBe(status);
  expect((await desk.as("30").read()).mode).toBe("active");
});
