import { publish } from "../../server/assess/publish.ts";
import { readPlaybook } from "../../server/store/playbooks.ts";
import { eventually } from "../build/eventually.ts";
import { lookAtSources, settled } from "./settled.ts";
import { smallPortal } from "./small-portal.ts";
import { startStack, type Stack } from "./stack.ts";

const own = {
  objectType: "contacts",
  name: "pilot_site",
  label: "Pilot site",
  type: "string",
  fieldType: "text",
} as const;

let stack: Stack;
let portalId: string;
let dana: string;
beforeAll(async () => {
  stack = await startStack({
    seed: (now) => {
      const portal = smallPortal(now);
      return { ...portal, properties: [...portal.properties, own] };
    },
    // The look at what was modified finds nothing: only the journal tells of the portal's own property.
    switches: { journalPublishMs: 10, searchIndexLagMs: 3_600_000 },
  });
  await stack.install();
  const { services } = stack.server;
  await settled(services);
  ({ portal_id: portalId } = await services.db
    .selectFrom("portals")
    .select("portal_id")
    .executeTakeFirstOrThrow());
  dana = await stack.person.find("contacts", "email", "dana.whitfield@lakesidefamily.example");
  const playbook = await readPlaybook(services.db, portalId, 1);
  await publish(services, portalId, {
    ...playbook,
    properties: [{ id: "contact.pilot_site", label: "Pilot site", kind: "text" }],
  });
  await lookAtSources(services);
}, 120_000);
afterAll(() => stack.close());

const mirrored = async (id: string) =>
  (
    await stack.server.services.db
      .selectFrom("records")
      .select("properties")
      .where("object_id", "=", id)
      .executeTakeFirstOrThrow()
  ).properties["pilot_site"];

const journalOf = () =>
  stack.server.services.db
    .selectFrom("sources")
    .select(["cursor", "unavailable"])
    .where("source", "=", "journal")
    .executeTakeFirstOrThrow();

test("the journal tells of a property that the portal made itself, once, and remembers how far it got", async () => {
  const { services } = stack.server;
  await stack.person.change("contacts", dana, { pilot_site: "yes" });
  await eventually(
    async () => {
      await lookAtSources(services);
      return mirrored(dana);
    },
    (value) => value === "yes",
  );
  const after = await journalOf();
  const reads = () =>
    stack.calls.filter(({ path }) => path.endsWith("/contacts/batch/read")).length;
  const before = reads();

  await lookAtSources(services);

  expect(await journalOf()).toEqual(after);
  expect(reads()).toBe(before);
  expect(after.unavailable).toBeNull();
}, 60_000);

test("an offset that HubSpot has forgotten is no end: what is kept is read from its beginning", async () => {
  const { services } = stack.server;
  const { cursor } = await journalOf();
  const lost = JSON.stringify({
    ...(cursor as object),
    offset: "0b1e1f6e-0000-4000-8000-000000000000",
  });
  await services.db
    .updateTable("sources")
    .set({ cursor: lost })
    .where("source", "=", "journal")
    .execute();

  await lookAtSources(services);

  expect(await journalOf()).toEqual({ cursor, unavailable: null });
}, 60_000);

test("a portal whose journal cannot be read goes on without it", async () => {
  const { services } = stack.server;
  const { portal } = stack.sandbox;
  stack.sandbox.faults.add({
    path: "/webhooks-journal/*",
    callers: "everyone",
    nth: 1,
    chance: 1,
    seed: 1,
    fault: { kind: "status", status: 503 },
  });

  await lookAtSources(services);
  await stack.person.change("contacts", dana, { jobtitle: "Office Manager" });

  await eventually(
    async () => portal.shelves["0-1"].get(dana)?.values["medqual_scored_at"],
    (scored) => scored !== undefined,
  );
  const row = await services.db
    .selectFrom("sources")
    .select("failures")
    .where("source", "=", "journal")
    .executeTakeFirstOrThrow();
  expect(row.failures).toBeGreaterThan(0);
}, 60_000);
