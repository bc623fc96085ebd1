import { randomFrom } from "../../sandbox/seed/random.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { anApp, call, connect, seeded, start, until } from "./sandbox-under-test.ts";
import { receiver, subscribedTo, type Receiver } from "./webhook-receiver.ts";

const path = `/crm/objects/2026-09/contacts/${seeded.cio}`;
const titles = Array.from({ length: 20 }, (_, index) => `title ${index}`);
let target: Receiver;
let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  target = await receiver();
  const subscriptions = {
    legacyCrmObjects: [
      { subscriptionType: "contact.propertyChange", propertyName: "jobtitle", active: true },
    ],
  };
  const app = anApp({ webhooks: subscribedTo(target.url, subscriptions) });
  sandbox = await start({ app, random: randomFrom(5).next });
  token = (await connect(sandbox, app)).accessToken;
});

afterEach(async () => {
  await sandbox.close();
  await target.close();
});

/** Sets the faults, then one job title after the other, and returns those that arrived. */
async function arrivals(faults: Readonly<Record<string, unknown>>, count: number) {
  await call(sandbox, "/sandbox/deliveries/faults", faults, { method: "PATCH" });
  for (const jobtitle of titles) {
    await call(sandbox, path, { properties: { jobtitle } }, { method: "PATCH", token });
  }
  await until(() => target.events().length >= count);
  return target.events().map((event) => event["propertyValue"]);
}

test("duplicated events come twice, the same in everything", async () => {
  const arrived = await arrivals({ duplicated: 1, delayMs: 50 }, 40);

  const [first] = target.events();
  const twin = target.events().findLast(({ propertyValue }) => propertyValue === titles[0]);
  expect(arrived).toHaveLength(40);
  expect(new Set(arrived)).toEqual(new Set(titles));
  expect(twin).toEqual(first);
});

test("delayed events are overtaken by later ones", async () => {
  const arrived = await arrivals({ delayed: 0.5, delayMs: 400 }, 20);

  expect(new Set(arrived)).toEqual(new Set(titles));
  expect(arrived).not.toEqual(titles);
});

test("shuffled deliveries hold the same events in another order", async () => {
  const arrived = await arrivals({ shuffled: true }, 20);

  expect(new Set(arrived)).toEqual(new Set(titles));
  expect(arrived).not.toEqual(titles);
});

test("lost events never come, the others do", async () => {
  await arrivals({ lost: 0.5 }, 1);
  await call(sandbox, "/sandbox/deliveries/faults", { lost: 0 }, { method: "PATCH" });
  await call(sandbox, path, { properties: { jobtitle: "last" } }, { method: "PATCH", token });
  await until(() => target.events().some(({ propertyValue }) => propertyValue === "last"));

  expect(target.events().length).toBeGreaterThan(1);
  expect(target.events().length).toBeLessThan(titles.length + 1);
});

test("what is held back comes when the clock gets there", async () => {
  await call(
    sandbox,
    "/sandbox/deliveries/faults",
    { delayed: 1, delayMs: 3_600_000 },
    { method: "PATCH" },
  );
  await call(sandbox, path, { properties: { jobtitle: "late" } }, { method: "PATCH", token });
  const before = await call(sandbox, "/sandbox/deliveries");

  await call(sandbox, "/sandbox/clock", { advanceMs: 3_600_000 }, { method: "PATCH" });
  await until(() => target.events().length === 1);

  expect(before.field("results")).toEqual([]);
  expect(target.events()).toMatchObject([{ propertyValue: "late" }]);
});
