import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import type { Switches } from "../../sandbox/switches.ts";
import { anApp, call, connect, portalId, seeded, start, until } from "./sandbox-under-test.ts";
import { expectedSignatures, receiver, subscribedTo, type Receiver } from "./webhook-receiver.ts";

const object = (subscriptionType: string, objectType: string, propertyName?: string) => ({
  subscriptionType,
  objectType,
  ...(propertyName === undefined ? {} : { propertyName }),
  active: true,
});

const subscriptions = {
  crmObjects: [
    object("object.creation", "contact"),
    object("object.deletion", "contact"),
    object("object.propertyChange", "contact", "jobtitle"),
    object("object.propertyChange", "contact", "hs_sales_email_last_replied"),
    object("object.associationChange", "contact"),
    object("object.associationChange", "company"),
    { ...object("object.propertyChange", "contact", "city"), active: false },
  ],
  legacyCrmObjects: [
    { subscriptionType: "contact.propertyChange", propertyName: "jobtitle", active: true },
    { subscriptionType: "company.creation", active: true },
  ],
};
const path = `/crm/objects/2026-09/contacts/${seeded.cio}`;
let target: Receiver;
let sandbox: Sandbox;
let token: string;

async function open(switches: Partial<Switches> = {}): Promise<void> {
  const app = anApp({ webhooks: subscribedTo(target.url, subscriptions) });
  sandbox = await start({ app, switches, timeCompression: 60_000 });
  token = (await connect(sandbox, app)).accessToken;
}

beforeEach(async () => {
  target = await receiver();
});

afterEach(async () => {
  await sandbox.close();
  await target.close();
});

function setJobTitle(jobtitle: string): Promise<unknown> {
  return call(sandbox, path, { properties: { jobtitle } }, { method: "PATCH", token });
}

test("a change comes in both formats, marked as the app's own, and signed", async () => {
  await open();

  await setJobTitle("CIO");
  await until(() => target.events().length === 2);

  const common = {
    eventId: expect.any(Number),
    subscriptionId: expect.any(Number),
    portalId,
    appId: 1_000_001,
    occurredAt: expect.any(Number),
    attemptNumber: 0,
    objectId: Number(seeded.cio),
    propertyName: "jobtitle",
    propertyValue: "CIO",
    changeSource: "INTEGRATION",
    sourceId: "1000001",
  };
  const [request] = target.requests;
  expect(request?.events).toEqual([
    { ...common, subscriptionType: "object.propertyChange", objectTypeId: "0-1" },
    { ...common, subscriptionType: "contact.propertyChange" },
  ]);
  if (request === undefined) throw new Error("nothing was received");
  const signatures = expectedSignatures(target.url, request);
  expect(request.headers["x-hubspot-signature"]).toBe(signatures.v1);
  expect(request.headers["x-hubspot-signature-version"]).toBe("v1");
  expect(request.headers["x-hubspot-signature-v3"]).toBe(signatures.v3);
  expect(Math.abs(Date.now() - signatures.timestamp)).toBeLessThan(10_000);
});

test("what a person does in HubSpot is marked as theirs", async () => {
  await open();

  await call(sandbox, path, { properties: { jobtitle: "CMO" } }, { method: "PATCH", as: 9052 });
  await until(() => target.events().length === 2);

  expect(target.events()[0]).toMatchObject({ changeSource: "CRM_UI", sourceId: "userId:9052" });
});

test("a value that stays the same is no event", async () => {
  await open();
  await setJobTitle("CIO");
  await setJobTitle("CIO");
  await setJobTitle("CTO");

  await until(() => target.events().length >= 4);

  expect(target.events().map((event) => event["propertyValue"])).toEqual([
    "CIO",
    "CIO",
    "CTO",
    "CTO",
  ]);
});

test("creation and deletion are events, and values given at creation are changes", async () => {
  await open();

  const properties = { email: "new@event.example", jobtitle: "CNO", city: "Bonn" };
  const made = await call(sandbox, "/crm/objects/2026-09/contacts", { properties });
  const id = String(made.field("id"));
  await call(sandbox, `/crm/objects/2026-09/contacts/${id}`, undefined, { method: "DELETE" });
  await until(() => target.events().length === 4);

  const kinds = target.events().map((event) => [event["subscriptionType"], event["changeFlag"]]);
  expect(kinds).toEqual([
    ["object.creation", "CREATED"],
    ["object.propertyChange", undefined],
    ["contact.propertyChange", undefined],
    ["object.deletion", "DELETED"],
  ]);
});

test("values given at creation are no changes when the switch says so", async () => {
  await open({ creationFiresPropertyChanges: false });

  const properties = { email: "new@event.example", jobtitle: "CNO" };
  await call(sandbox, "/crm/objects/2026-09/contacts", { properties });
  await setJobTitle("CIO");
  await until(() => target.events().length >= 3);

  expect(target.events().map((event) => event["subscriptionType"])).toEqual([
    "object.creation",
    "object.propertyChange",
    "contact.propertyChange",
  ]);
});

test("an association with a first company is four events: two directions, and the primary one", async () => {
  await open();
  const link = `/crm/objects/2026-09/contacts/${seeded.nurse}/associations/default/companies/${seeded.hospital}`;

  await call(sandbox, link, undefined, { method: "PUT", token });
  await until(() => target.events().length === 4);

  const events = target
    .events()
    .map((event) => [
      event["associationType"],
      event["fromObjectId"],
      event["associationTypeId"],
      event["isPrimaryAssociation"],
      event["associationRemoved"],
    ]);
  const nurse = Number(seeded.nurse);
  const hospital = Number(seeded.hospital);
  expect(events).toEqual([
    ["CONTACT_TO_COMPANY", nurse, 1, true, false],
    ["COMPANY_TO_CONTACT", hospital, 2, true, false],
    ["CONTACT_TO_COMPANY", nurse, 279, false, false],
    ["COMPANY_TO_CONTACT", hospital, 280, false, false],
  ]);
});

test("many changes travel in batches of at most a hundred", async () => {
  await open();
  const inputs = Array.from({ length: 100 }, (_, index) => ({
    properties: { email: `p${index}@many.example`, jobtitle: "Nurse" },
  }));

  await call(sandbox, "/crm/objects/2026-09/contacts/batch/create", { inputs }, { token });
  await until(() => target.events().length === 300);

  expect(target.requests.map(({ events }) => events.length)).toEqual([100, 100, 100]);
});

test.each([500, 404, 302])(
  "a delivery answered with %d is sent again, signed anew",
  async (status) => {
    await open();
    target.answers.push(status, status);

    await setJobTitle("CIO");
    await until(() => target.requests.length === 3);

    const attempts = target.requests.map(({ events }) => events[0]?.["attemptNumber"]);
    expect(attempts).toEqual([0, 1, 2]);
    for (const request of target.requests) {
      const { v3 } = expectedSignatures(target.url, request);
      expect(request.headers["x-hubspot-signature-v3"]).toBe(v3);
    }
  },
);

test("after ten retries a delivery is given up", async () => {
  await open();
  target.answers.push(...Array.from({ length: 11 }, () => 500));

  await setJobTitle("CIO");
  await until(async () => {
    const reply = await call(sandbox, "/sandbox/deliveries");
    return reply.field("results.0.status") === "given up";
  });

  expect(target.requests).toHaveLength(11);
});

test.each([
  [false, 0],
  [true, 1],
])(
  "that a reply came is an event only when calculated properties fire: %s",
  async (fires, count) => {
    await open({ calculatedPropertiesFireWebhooks: fires });

    await call(sandbox, "/sandbox/email-replies", { contactId: seeded.cio });
    await setJobTitle("CIO");
    await until(() => target.events().length === count + 2);

    const replied = target
      .events()
      .filter((event) => event["propertyName"] === "hs_sales_email_last_replied");
    expect(replied).toHaveLength(count);
  },
);

test("a portal without the app sends nothing", async () => {
  await open();
  await call(sandbox, "/appinstalls/2026-09/external-install", undefined, {
    method: "DELETE",
    token,
  });

  await call(sandbox, path, { properties: { jobtitle: "CIO" } }, { method: "PATCH" });
  const reply = await call(sandbox, "/sandbox/deliveries");

  expect(reply.body).toEqual({ results: [] });
});
