import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import { operate, type OperationName } from "../../../server/operate/operations.ts";
import type { Operator } from "../../../server/operate/operator.ts";
import { writePlaybookYaml } from "../../../server/playbook/playbook-yaml.ts";
import { readDraft } from "../../../server/store/drafts.ts";
import type { Store } from "../../../server/store/open.ts";
import { park } from "../../../server/store/parked.ts";
import { touch } from "../../../server/store/pending.ts";
import { disconnectPortal } from "../../../server/store/portals.ts";
import { purgePortal } from "../../../server/store/purge.ts";
import { openTestStore } from "../../build/store.ts";
import { connectTestPortal, openServices, portalId } from "../portal-under-test.ts";

const now = Date.UTC(2026, 10, 24, 15);

let store: Store;
let operator: Operator;
let rings: readonly string[];
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  await purgePortal(store.db, portalId, { reason: "test", now });
  await connectTestPortal(store.db);
  const opened = openServices(store.db, { now: () => now });
  operator = { ...opened.services, redis: null };
  rings = opened.rings;
});

const ask = (name: OperationName, asked: unknown) => operate(operator, name, asked);
const contact = (objectId: string) => {
  return { objectType: "contacts", objectId, step: "sync", cause: "test" } as const;
};

test("queues tell what waits, by step and lane, and since when", async () => {
  const live = { touches: [contact("1"), contact("2")], lane: "live", now: now - 5_000 } as const;
  await touch(store.db, portalId, live);
  await touch(store.db, portalId, { touches: [contact("3")], lane: "bulk", now: now + 60_000 });

  expect(await ask("queues", {})).toEqual([
    { portalId, step: "sync", lane: "bulk", waiting: 1, postponed: 0, oldestMs: 0 },
    { portalId, step: "sync", lane: "live", waiting: 2, postponed: 0, oldestMs: 5_000 },
  ]);
});

test("a parked record is listed with its reason, and taken up again once", async () => {
  const entry = { objectType: "contacts", objectId: "7", step: "deliver", at: now } as const;
  await park(store.db, portalId, { ...entry, reason: "HubSpot refuses the phone number." });

  const listed = await ask("parked", { portalId, limit: 10 });
  const first = await ask("retry", { portalId, objectType: "contacts", objectId: "7" });
  const second = await ask("retry", { portalId, objectType: "contacts", objectId: "7" });

  expect(listed).toEqual([{ portalId, ...entry, reason: "HubSpot refuses the phone number." }]);
  expect([first, second]).toEqual([{ retried: 1 }, { retried: 0 }]);
  expect(await ask("queues", {})).toMatchObject([{ step: "sync", lane: "live", waiting: 1 }]);
  expect(rings).toEqual([`${portalId} live`]);
});

test("a resync begins the listing anew and wakes the portal", async () => {
  expect(await ask("resync", { portalId })).toEqual({ portalId, begun: "resync" });
  expect(rings).toEqual([`${portalId} bulk`]);
});

test("a saved webhook body is taken in as if HubSpot had sent it", async () => {
  const event = {
    eventId: 1,
    subscriptionId: 1,
    portalId: Number(portalId),
    appId: 77,
    occurredAt: now,
    subscriptionType: "object.propertyChange",
    attemptNumber: 0,
    objectId: 151,
    objectTypeId: "0-1",
    propertyName: "jobtitle",
    propertyValue: "CIO",
    changeSource: "CRM_UI",
  };

  const taken = await ask("replay", { body: JSON.stringify([event]) });

  expect(taken).toEqual({ events: 1, own: 0, unreadable: 0, unknownPortal: 0, records: 1 });
  expect(await ask("queues", {})).toMatchObject([{ step: "sync", lane: "live", waiting: 1 }]);
});

test("only a portal that is disconnected can be purged, and then nothing of it is left", async () => {
  await expect(ask("purge", { portalId })).rejects.toThrow(`Portal ${portalId} is connected.`);
  await disconnectPortal(store.db, portalId, now);

  expect(await ask("purge", { portalId })).toMatchObject({ portals: 1, playbooks: 1 });
  expect(await ask("status", {})).toEqual([]);
});

test.each([
  ["rescore", { portalId: "99" }, `Portal 99 is not known. There are: ${portalId}.`],
  ["resync", { portalId: "99" }, `Portal 99 is not known. There are: ${portalId}.`],
  ["rescore", { portalId: "x" }, "A portal's id is a number."],
  ["parked", { limit: 0 }, "limit"],
  ["replay", { body: "no json" }, ""],
] as const)("%s of %j is refused with what to do", async (name, asked, message) => {
  await expect(ask(name, asked)).rejects.toThrow(message);
});

describe("a playbook as a text", () => {
  const schemaUrl = "https://app.example.com/playbook.schema.json";
  const stricter = {
    ...hybridPlaybook,
    version: 1,
    fit: { ...hybridPlaybook.fit, minimum: 60 },
  };
  const text = writePlaybookYaml(stricter, schemaUrl);

  test("becomes the draft, with what it changes; the playbook in force stays", async () => {
    const imported = await ask("import", { portalId, text, replaces: false });

    expect(imported).toMatchObject({
      kind: "imported",
      revision: 1,
      changes: ["Fit: minimum 60 instead of 50."],
    });
    expect((await readDraft(store.db, portalId))?.document).toEqual(stricter);
    expect(await ask("export", { portalId })).toEqual({ ...hybridPlaybook, version: 1 });
  });

  test("takes the place of somebody's draft only when told to", async () => {
    await ask("import", { portalId, text, replaces: false });

    await expect(ask("import", { portalId, text, replaces: false })).rejects.toThrow("has a draft");
    expect(await ask("import", { portalId, text, replaces: true })).toMatchObject({ revision: 2 });
  });

  test("is refused with its lines where it is none, and nothing is kept", async () => {
    const spoilt = text.replace("preset: hybrid", "preset: hybird");

    const refused = await ask("import", { portalId, text: spoilt, replaces: false });

    expect(refused).toMatchObject({
      kind: "refused",
      problems: [{ path: ["preset"], line: 4, suggestion: "Did you mean “hybrid”?" }],
    });
    expect(await readDraft(store.db, portalId)).toBeNull();
  });
});
