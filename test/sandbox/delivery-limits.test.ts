import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { anApp, call, connect, start, until } from "./sandbox-under-test.ts";
import { subscribedTo } from "./webhook-receiver.ts";

const waiting: ServerResponse[] = [];
let receiver: Server;
let url: string;

beforeEach(async () => {
  waiting.splice(0);
  receiver = createServer((_request, response) => void waiting.push(response));
  await new Promise<void>((resolve) => {
    receiver.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});

afterEach(() => {
  receiver.closeAllConnections();
  receiver.close();
});

async function open() {
  const subscriptions = {
    legacyCrmObjects: [{ subscriptionType: "contact.creation", active: true }],
  };
  const webhooks = { ...subscribedTo(url, subscriptions), maxConcurrentRequests: 6 };
  const app = anApp({ webhooks });
  const sandbox = await start({ app });
  await connect(sandbox, app);
  return sandbox;
}

test("no more requests are under way than the project allows; the others wait their turn", async () => {
  const sandbox = await open();
  for (let batch = 0; batch < 8; batch += 1) {
    const inputs = Array.from({ length: 100 }, (_, index) => ({
      properties: { email: `p${batch}-${index}@many.example` },
    }));
    await call(sandbox, "/crm/objects/2026-09/contacts/batch/create", { inputs });
  }
  await until(() => waiting.length >= 6);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const atOnce = waiting.length;

  for (const response of waiting.splice(0)) response.end();
  await until(() => waiting.length === 2);
  await sandbox.close();

  expect(atOnce).toBe(6);
});

test("a receiver that does not answer within five seconds has failed", async () => {
  const sandbox = await open();
  await call(sandbox, "/crm/objects/2026-09/contacts", { properties: { email: "a@slow.example" } });
  await until(() => waiting.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 5_000));

  await until(async () => {
    const reply = await call(sandbox, "/sandbox/deliveries");
    return reply.field("results.0.status") === "waiting";
  });
  const deliveries = await call(sandbox, "/sandbox/deliveries");
  await sandbox.close();

  expect(deliveries.field("results.0.attempts.0.outcome")).toBe("no answer within 5000 ms");
}, 15_000);
