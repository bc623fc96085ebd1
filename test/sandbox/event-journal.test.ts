import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import {
  anApp,
  call,
  connect,
  form,
  portalId,
  seeded,
  start,
  until,
  type Reply,
} from "./sandbox-under-test.ts";

const scopes = [
  "developer.webhooks_journal.read",
  "developer.webhooks_journal.subscriptions.read",
  "developer.webhooks_journal.subscriptions.write",
  "developer.webhooks_journal.snapshots.read",
  "developer.webhooks_journal.snapshots.write",
];
const contact = `/crm/objects/2026-09/contacts/${seeded.cio}`;
const subscriptions = "/webhooks-journal/subscriptions/2026-09";
const journal = "/webhooks-journal/journal/2026-09";
const wanted = { subscriptionType: "OBJECT", portalId, objectTypeId: "0-1", actions: ["UPDATE"] };
let sandbox: Sandbox;
let appToken: string;
let portalToken: string;

beforeEach(async () => {
  sandbox = await start({ switches: { journalPublishMs: 20 } });
  portalToken = (await connect(sandbox)).accessToken;
  appToken = await appTokenFor(scopes);
});

afterEach(() => sandbox.close());

async function appTokenFor(wantedScopes: readonly string[]): Promise<string> {
  const reply = await form(sandbox, "/oauth/2026-09/token", {
    grant_type: "client_credentials",
    client_id: anApp().clientId,
    client_secret: anApp().clientSecret,
    scope: wantedScopes.join(" "),
  });
  return String(reply.field("access_token"));
}

function asApp(path: string, body?: unknown, method?: string): Promise<Reply> {
  return call(sandbox, path, body, { token: appToken, ...(method && { method }) });
}

async function write(properties: Readonly<Record<string, string>>, path = contact): Promise<void> {
  await call(sandbox, path, { properties }, { method: "PATCH", token: portalToken });
}

/** The events of the first file after an offset, or of the first of all, once there is one. */
async function eventsAfter(offset?: string) {
  const path = offset === undefined ? `${journal}/earliest` : `${journal}/offset/${offset}/next`;
  let entry = await asApp(path);
  await until(async () => {
    entry = await asApp(path);
    return entry.status === 200;
  });
  const file = await fetch(String(entry.field("url")));
  const content = (await file.json()) as { readonly journalEvents: readonly unknown[] };
  return { offset: String(entry.field("currentOffset")), content, events: content.journalEvents };
}

/** The first events of the journal, from as many files as they came in. */
async function firstEvents(count: number): Promise<readonly unknown[]> {
  let { offset, events } = await eventsAfter();
  while (events.length < count) {
    const more = await eventsAfter(offset);
    offset = more.offset;
    events = [...events, ...more.events];
  }
  return events;
}

test("an empty journal has no content", async () => {
  const replies = await Promise.all(
    ["earliest", "latest"].map((end) => asApp(`${journal}/${end}`)),
  );

  expect(replies.map(({ status }) => status)).toEqual([204, 204]);
});

test("what one write changes is one event of a file, with the properties subscribed to", async () => {
  const properties = ["jobtitle", "city"];
  await asApp(subscriptions, { ...wanted, properties });

  await write({ jobtitle: "CIO", city: "Bonn", firstname: "Ada" });
  const { content, offset } = await eventsAfter();

  expect(content).toEqual({
    offset,
    publishedAt: expect.any(String),
    journalEvents: [
      {
        type: "OBJECT",
        portalId,
        action: "UPDATE",
        occurredAt: expect.any(String),
        objectTypeId: "0-1",
        objectId: Number(seeded.cio),
        propertyChanges: { jobtitle: "CIO", city: "Bonn" },
      },
    ],
  });
});

test("a reader goes from file to file, and at the end there is nothing yet", async () => {
  await asApp(subscriptions, { ...wanted, properties: ["jobtitle"] });
  await write({ jobtitle: "one" });
  const first = await eventsAfter();
  await write({ jobtitle: "two" });

  const second = await eventsAfter(first.offset);
  const end = await asApp(`${journal}/offset/${second.offset}/next`);
  const batch = await asApp(`${journal}/batch/earliest/10`);

  expect(second.events).toMatchObject([{ propertyChanges: { jobtitle: "two" } }]);
  expect(end.status).toBe(204);
  expect(batch.field("results")).toMatchObject([
    { currentOffset: first.offset },
    { currentOffset: second.offset },
  ]);
});

test("an offset is forgotten after three days", async () => {
  await asApp(subscriptions, wanted);
  await write({ jobtitle: "old" });
  const { offset } = await eventsAfter();

  sandbox.clock.change({ now: sandbox.clock.now() + 3 * 86_400_000 + 60_000 });
  appToken = await appTokenFor(scopes);
  const reply = await asApp(`${journal}/offset/${offset}/next`);

  expect(reply.status).toBe(404);
});

test("a file's address holds for minutes, and for nobody's invention", async () => {
  await asApp(subscriptions, wanted);
  await write({ jobtitle: "CIO" });
  await eventsAfter();
  const entry = await asApp(`${journal}/earliest`);
  const url = String(entry.field("url"));

  const forged = await fetch(url.replace(/signature=\w/, "signature=x"));
  sandbox.clock.change({ now: sandbox.clock.now() + 600_000 });
  const late = await fetch(url);

  expect([forged.status, late.status]).toEqual([403, 403]);
});

test("subscriptions are one for each portal and type: the later replaces the earlier", async () => {
  const first = await asApp(subscriptions, { ...wanted, properties: ["city"] });
  const second = await asApp(subscriptions, { ...wanted, properties: ["jobtitle"] });
  const list = await asApp(subscriptions);

  expect(second.field("id")).toBe(first.field("id"));
  expect(list.field("results")).toMatchObject([
    { ...wanted, appId: anApp().appId, properties: ["jobtitle"] },
  ]);
});

test("a portal's subscriptions can be taken away", async () => {
  const made = await asApp(subscriptions, wanted);
  const gone = await asApp(`${subscriptions}/portals/${portalId}`, undefined, "DELETE");
  const again = await asApp(`${subscriptions}/${String(made.field("id"))}`);

  expect([gone.status, again.status]).toEqual([204, 404]);
});

test("a filter lets pass what it holds for", async () => {
  const made = await asApp(subscriptions, { ...wanted, properties: ["jobtitle"] });
  const condition = {
    filterType: "CRM_OBJECT_PROPERTY",
    property: "email",
    operator: "STARTS_WITH",
  };
  await asApp(`${subscriptions}/filters`, {
    subscriptionId: made.field("id"),
    filter: { conditions: [{ ...condition, value: "nurse@" }] },
  });

  await write({ jobtitle: "CIO" });
  await write({ jobtitle: "Nurse" }, `/crm/objects/2026-09/contacts/${seeded.nurse}`);
  const { events } = await eventsAfter();

  expect(events).toMatchObject([{ objectId: Number(seeded.nurse) }]);
});

test("associations and the app's own coming and going are events too", async () => {
  await asApp(subscriptions, {
    subscriptionType: "ASSOCIATION",
    portalId,
    objectTypeId: "0-1",
    actions: ["ASSOCIATION_ADDED"],
    associatedObjectTypeIds: ["0-2"],
  });
  await asApp(subscriptions, { subscriptionType: "APP_LIFECYCLE_EVENT", eventTypeId: "4-1916193" });
  const link = `/crm/objects/2026-09/contacts/${seeded.nurse}/associations/default/companies/${seeded.hospital}`;

  await call(sandbox, link, undefined, { method: "PUT" });
  await call(sandbox, "/appinstalls/2026-09/external-install", undefined, {
    method: "DELETE",
    token: portalToken,
  });
  const events = await firstEvents(3);

  expect(events).toMatchObject([
    { action: "ASSOCIATION_ADDED", associatedObjectId: Number(seeded.hospital) },
    { action: "ASSOCIATION_ADDED", associatedObjectId: Number(seeded.hospital) },
    { action: "APP_UNINSTALL", eventTypeId: "4-1916193", portalId },
  ]);
});

test("a snapshot puts present values into the journal", async () => {
  const snapshot = { portalId, objectId: Number(seeded.cio), objectTypeId: "0-1" };
  const made = await asApp("/webhooks-journal/snapshots/2026-09/crm", {
    snapshotRequests: [{ ...snapshot, properties: ["email"] }],
  });
  const id = String(made.field("snapshotResponses.0.snapshotStatusId"));

  const status = await asApp(`${journal}/status/${id}`);
  const { events } = await eventsAfter();

  expect(status.body).toMatchObject({ id, status: "SUCCESS" });
  expect(events).toMatchObject([
    { action: "SNAPSHOT", propertyChanges: { email: "cio@mercy.example" } },
  ]);
});

test("an account's token does not read the journal, nor does the app's without the scope", async () => {
  const account = await call(sandbox, `${journal}/latest`, undefined, { token: portalToken });
  appToken = await appTokenFor(["developer.webhooks_journal.subscriptions.read"]);
  const scopeless = await asApp(`${journal}/latest`);

  expect([account.status, scopeless.status]).toEqual([401, 403]);
});

test("the older paths of version 4 lead to the same journal and subscriptions", async () => {
  const made = await asApp("/webhooks/v4/subscriptions", wanted);
  await write({ city: "Rome" });
  let entry = await asApp("/webhooks/v4/journal/earliest");
  await until(async () => {
    entry = await asApp("/webhooks/v4/journal/earliest");
    return entry.status === 200;
  });

  const dated = await asApp(`${journal}/earliest`);
  const list = await asApp(subscriptions);
  expect(list.field("results")).toEqual([made.body]);
  expect(entry.field("currentOffset")).toBe(dated.field("currentOffset"));
});
