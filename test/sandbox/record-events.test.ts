import type { Change } from "../../sandbox/portal/change.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { anApp, connect, portalId, seeded, start, until } from "./sandbox-under-test.ts";
import { receiver, subscribedTo, type Receiver } from "./webhook-receiver.ts";

const record = { type: "0-1", id: seeded.cio } as const;
const common = { at: 1_000, source: { type: "CRM_UI", id: "userId:9051" }, record };
let target: Receiver;
let sandbox: Sandbox;

beforeAll(async () => {
  target = await receiver();
  const app = anApp({
    webhooks: subscribedTo(target.url, {
      crmObjects: [
        { subscriptionType: "object.merge", objectType: "contact", active: true },
        { subscriptionType: "object.restore", objectType: "contact", active: true },
      ],
      legacyCrmObjects: [
        { subscriptionType: "contact.merge", active: true },
        { subscriptionType: "contact.deletion", active: true },
      ],
      hubEvents: [{ subscriptionType: "contact.privacyDeletion", active: true }],
    }),
  });
  sandbox = await start({ app });
  await connect(sandbox, app);
});

beforeEach(() => target.requests.splice(0));

afterAll(async () => {
  await sandbox.close();
  await target.close();
});

async function eventsOf(...changes: readonly Change[]) {
  for (const change of changes) sandbox.portal.announce(change);
  await until(() => target.requests.length > 0);
  return target.events();
}

test("a merge names the primary record, the merged ones and the new one", async () => {
  const merged = { kind: "merged", primaryId: "7", mergedIds: ["8", "9"] } as const;

  const events = await eventsOf({ ...common, ...merged, propertiesMoved: 3 });

  const shared = {
    portalId,
    occurredAt: 1_000,
    objectId: Number(seeded.cio),
    primaryObjectId: 7,
    mergedObjectIds: [8, 9],
    newObjectId: Number(seeded.cio),
    numberOfPropertiesMoved: 3,
    changeSource: "CRM_UI",
    sourceId: "userId:9051",
  };
  expect(events).toEqual([
    expect.objectContaining({ ...shared, subscriptionType: "object.merge", objectTypeId: "0-1" }),
    expect.objectContaining({ ...shared, subscriptionType: "contact.merge" }),
  ]);
});

test("a record that comes back from the recycle bin is an event", async () => {
  const events = await eventsOf({ ...common, kind: "restored" });

  expect(events).toMatchObject([
    { subscriptionType: "object.restore", objectId: Number(seeded.cio) },
  ]);
});

test("a privacy deletion is an event beside the deletion it comes with", async () => {
  const events = await eventsOf(
    { ...common, kind: "privacyDeleted" },
    { ...common, kind: "deleted" },
  );

  expect(new Set(events.map((event) => event["subscriptionType"]))).toEqual(
    new Set(["contact.deletion", "contact.privacyDeletion"]),
  );
});
