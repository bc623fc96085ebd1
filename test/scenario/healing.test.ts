import { sql } from "kysely";
import { reassessPortal } from "../../server/assess/reassess-portal.ts";
import { readKey } from "../../server/connect/read-key.ts";
import { createHttp } from "../../server/hubspot/client.ts";
import { uninstall as uninstallApp } from "../../server/hubspot/oauth.ts";
import { createSeal } from "../../server/hubspot/seal.ts";
import { readPortalProblems } from "../../server/store/portal-problems.ts";
import { listAgainNow } from "../../server/store/portals.ts";
import { touch } from "../../server/store/pending.ts";
import { beginNightly } from "../../server/loop/nightly.ts";
import { eventually } from "../build/eventually.ts";
import { settled } from "./settled.ts";
import { smallPortal } from "./small-portal.ts";
import { startStack, type Stack } from "./stack.ts";

// What nobody told us is found all the same, and what a whole portal lacks is one problem.

const email = "dana.whitfield@lakesidefamily.example";
let stack: Stack;
let portalId: string;
beforeAll(async () => {
  stack = await startStack({ seed: smallPortal, approvedFrom: 0 });
  await stack.install();
  await settled(stack.server.services);
  const { db } = stack.server.services;
  portalId = (await db.selectFrom("portals").select("portal_id").executeTakeFirstOrThrow())
    .portal_id;
}, 120_000);
afterAll(() => stack.close());

type Night = Readonly<Record<string, { readonly differing: number; readonly vanished: number }>>;

/** The listing of the night, now; what it found of each type. */
async function listAtNight(): Promise<Night> {
  const { services } = stack.server;
  const { db } = services;
  const begun = services.now();
  await listAgainNow(db, portalId, begun);
  await beginNightly(services);
  const rows = await eventually(
    () => db.selectFrom("listings").selectAll().where("purpose", "=", "nightly").execute(),
    (listings) =>
      listings.length === 3 &&
      listings.every((row) => row.started_at >= begun && row.finished_at !== null),
  );
  await settled(services);
  return Object.fromEntries(
    rows.map(({ object_type, differing, vanished }) => [object_type, { differing, vanished }]),
  );
}
const nothing = { differing: 0, vanished: 0 };

test("a night in which nothing was missed finds nothing, though we wrote to the records ourselves", async () => {
  const before = stack.calls.length;

  const found = await listAtNight();

  const calls = stack.calls.slice(before).filter(({ path }) => !path.endsWith("/search"));
  expect(found).toEqual({ companies: nothing, contacts: nothing, deals: nothing });
  expect(calls.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
}, 60_000);

test("at night a mirror that missed a change is put right, and what vanished is gone", async () => {
  const { db } = stack.server.services;
  const id = await stack.person.find("contacts", "email", email);
  const inMirror = (objectId: string) =>
    db
      .selectFrom("records")
      .select(["properties", "gone"])
      .where("object_type", "=", "contacts")
      .where("object_id", "=", objectId)
      .executeTakeFirstOrThrow();
  const title = (await inMirror(id)).properties["jobtitle"];
  // As if the change to the present title had never been told, nor a deletion.
  await sql`update records set properties = properties || '{"jobtitle": "Former title"}'
    where object_type = 'contacts' and object_id = ${id}`.execute(db);
  await sql`insert into records (portal_id, object_type, object_id, properties, updated_at)
    values (${portalId}, 'contacts', '999999999', '{}', 1)`.execute(db);

  const found = await listAtNight();

  expect(found).toEqual({
    companies: nothing,
    contacts: { differing: 1, vanished: 1 },
    deals: nothing,
  });
  expect((await inMirror(id)).properties["jobtitle"]).toBe(title);
  expect((await inMirror("999999999")).gone).toBe(true);
}, 60_000);

test("a property deleted in HubSpot is one problem of the portal; installing again solves it", async () => {
  const { services } = stack.server;
  const { db } = services;
  const name = "medqual_status";
  const removed = await fetch(`${stack.sandbox.url}/crm/properties/2026-09/contacts/${name}`, {
    method: "DELETE",
    headers: { authorization: "Bearer sandbox-admin" },
  });
  expect(removed.status).toBe(204);

  // Every contact's status is to be written anew.
  await sql`update records set properties = properties - ${name}::text
    where object_type = 'contacts'`.execute(db);
  const again = { cause: "test", now: services.now() };
  await db.transaction().execute((trx) => reassessPortal(trx, portalId, again));
  await services.bell.ring(portalId, "bulk");
  const problems = await eventually(
    () => readPortalProblems(db, portalId),
    (found) => found.length > 0,
  );
  const waiting = await db.selectFrom("outbox").select("object_id").execute();
  const parked = await db.selectFrom("parked").selectAll().execute();
  await stack.install();
  await settled(services);

  expect(problems).toMatchObject([
    { code: "property_missing", what: `Properties are gone from HubSpot: ${name}` },
  ]);
  expect(waiting.length).toBeGreaterThan(0);
  expect(parked).toEqual([]);
  expect(await readPortalProblems(db, portalId)).toEqual([]);
  expect(await db.selectFrom("parked").selectAll().execute()).toEqual([]);
}, 90_000);

test("a portal that removes the app is stopped, and goes on when it installs it again", async () => {
  const { db } = stack.server.services;
  const state = async () =>
    (await db.selectFrom("portals").select("state").executeTakeFirstOrThrow()).state;
  const decisions = async () =>
    (await db.selectFrom("decisions").select("object_id").execute()).length;
  const before = await decisions();
  const id = await stack.person.find("contacts", "email", email);
  await uninstall();

  const touches = [{ objectType: "contacts", objectId: id, step: "sync", cause: "event" }] as const;
  await db.updateTable("portals").set({ access_expires_at: 0 }).execute(); // half an hour later
  await touch(db, portalId, { touches, lane: "live", now: 0 });
  await stack.server.services.bell.ring(portalId, "live");
  await eventually(state, (seen) => seen === "disconnected");
  await stack.install();
  await settled(stack.server.services);

  expect(await state()).toBe("connected");
  expect(await decisions()).toBeGreaterThanOrEqual(before);
}, 90_000);

/** What HubSpot does when an admin removes the app; the app is not told. */
async function uninstall(): Promise<void> {
  const { db } = stack.server.services;
  const portal = await db.selectFrom("portals").selectAll().executeTakeFirstOrThrow();
  const { open } = createSeal(readKey({ key: undefined, dataDir: stack.dataDir }));
  await uninstallApp(createHttp({ apiBase: stack.sandbox.url }), open(portal.access_token));
}
