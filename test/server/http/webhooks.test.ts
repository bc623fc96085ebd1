import { createHmac } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { readConfig } from "../../../server/config.ts";
import { createApp } from "../../../server/http/app.ts";
import type { Bell } from "../../../server/queue/bell.ts";
import type { Store } from "../../../server/store/open.ts";
import { touch } from "../../../server/store/pending.ts";
import { openTestStore } from "../../build/store.ts";
import { connectTestPortal, openServices, portalId } from "../portal-under-test.ts";

// The webhook endpoint while work is behind, the queue is away, or nothing can be committed.

const secret = "test-secret";
const config = readConfig({
  PORT: "3000",
  PUBLIC_BASE_URL: "https://medqual.example",
  HUBSPOT_CLIENT_ID: "app",
  HUBSPOT_CLIENT_SECRET: secret,
});

let store: Store;
let server: Server;
let ring: Bell["ring"];
beforeAll(async () => {
  store = await openTestStore();
  await connectTestPortal(store.db);
  const { services } = openServices(store.db, { now: Date.now });
  const bell: Bell = { ring: (portal, lane) => ring(portal, lane), close: async () => {} };
  const oauth = { seal: String, exchangeCode: () => Promise.reject(new Error("not used")) };
  server = createApp({ ...services, bell }, config, oauth).listen(0, "127.0.0.1");
  await once(server, "listening");
}, 30_000);
afterAll(async () => {
  server.close();
  await store.close();
});
beforeEach(async () => {
  ring = async () => {};
  await store.db.deleteFrom("pending").execute();
});

async function deliver(objectId: number): Promise<number> {
  const event = {
    portalId: Number(portalId),
    subscriptionType: "object.propertyChange",
    objectTypeId: "0-1",
    objectId,
  };
  const body = JSON.stringify([event]);
  const timestamp = String(Date.now());
  const signature = createHmac("sha256", secret)
    .update(`POST${config.publicBaseUrl}/webhooks/hubspot${body}${timestamp}`)
    .digest("base64");
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/webhooks/hubspot`, {
    method: "POST",
    body,
    headers: {
      "x-hubspot-signature-v3": signature,
      "x-hubspot-request-timestamp": timestamp,
    },
  });
  return response.status;
}

async function isPending(objectId: number): Promise<boolean> {
  const row = await store.db
    .selectFrom("pending")
    .select("object_id")
    .where("object_id", "=", String(objectId))
    .executeTakeFirst();
  return row !== undefined;
}

test("with ten thousand records waiting a delivery is still taken", async () => {
  const touches = Array.from({ length: 10_000 }, (_, i) => ({
    objectType: "contacts" as const,
    objectId: `waiting-${i}`,
    step: "sync" as const,
    cause: "event",
  }));
  await touch(store.db, portalId, { touches, lane: "live", now: 0 });

  expect([await deliver(1), await isPending(1)]).toEqual([200, true]);
});

test.each<[string, Bell["ring"]]>([
  ["does not answer", () => new Promise(() => {})],
  ["refuses", () => Promise.reject(new Error("connection refused"))],
])("a queue that %s costs no delivery", async (_what, broken) => {
  ring = broken;

  expect([await deliver(2), await isPending(2)]).toEqual([200, true]);
});

test("only what could not be committed is answered 5xx, and taken when it comes again", async () => {
  await sql`alter table pending rename to pending_away`.execute(store.db);
  const refused = await deliver(3);
  await sql`alter table pending_away rename to pending`.execute(store.db);
  const again = await deliver(3);

  expect([refused, again, await isPending(3)]).toEqual([500, 200, true]);
});
