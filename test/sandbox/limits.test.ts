import { allowancesOf } from "../../sandbox/limits/allowances.ts";
import { dailyCount } from "../../sandbox/limits/daily-count.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import {
  anApp,
  call,
  connect,
  portalId,
  start,
  testClock,
  type Reply,
} from "./sandbox-under-test.ts";

const clock = testClock();
const path = "/crm/objects/2026-09/contacts?limit=1";
let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
  token = (await connect(sandbox)).accessToken;
});

beforeEach(() => clock.pass(10_000));

afterAll(() => sandbox.close());

async function calls(count: number): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (let turn = 0; turn < count; turn += 1)
    replies.push(await call(sandbox, path, undefined, { token }));
  return replies;
}

test("110 calls of an app pass within ten seconds, and the next has HubSpot's exact refusal", async () => {
  const replies = await calls(110);

  const [refused] = await calls(1);

  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(refused?.status).toBe(429);
  expect(refused?.body).toEqual({
    status: "error",
    message: "You have reached your ten_secondly_rolling limit.",
    errorType: "RATE_LIMIT",
    correlationId: expect.any(String),
    policyName: "TEN_SECONDLY_ROLLING",
    groupName: `publicapi:public_app-api-calls-ten-secondly:${anApp().appId}:${portalId}`,
  });
});

test("the window rolls: room comes back call by call", async () => {
  await calls(60);
  clock.pass(6_000);
  await calls(50);
  clock.pass(4_000);

  const later = await calls(61);

  expect(later.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 60 }, () => 200),
    429,
  ]);
});

test("answers tell the limit and what is left of it", async () => {
  const [reply] = await calls(1);

  expect(reply?.headers.get("x-hubspot-ratelimit-max")).toBe("110");
  expect(reply?.headers.get("x-hubspot-ratelimit-remaining")).toBe("109");
  expect(reply?.headers.get("x-hubspot-ratelimit-interval-milliseconds")).toBe("10000");
  expect(reply?.headers.get("x-hubspot-ratelimit-daily")).toBeNull();
});

test("the deprecated headers for single seconds come along unless a switch leaves them out", async () => {
  const [first, second] = await calls(2);
  sandbox.portal.changeSwitches({ secondlyHeaders: false });
  const [third] = await calls(1);
  sandbox.portal.changeSwitches({ secondlyHeaders: true });

  const told = [first, second, third].map((reply) => [
    reply?.headers.get("x-hubspot-ratelimit-secondly"),
    reply?.headers.get("x-hubspot-ratelimit-secondly-remaining"),
  ]);
  expect(told).toEqual([
    ["11", "10"],
    ["11", "9"],
    [null, null],
  ]);
});

test("the private app has a limit of its own and a daily one", async () => {
  await calls(110);

  const reply = await call(sandbox, path);

  expect(reply.status).toBe(200);
  expect(reply.headers.get("x-hubspot-ratelimit-max")).toBe("190");
  expect(reply.headers.get("x-hubspot-ratelimit-daily")).toBe("625000");
});

test("association batches stand outside the ten-second limit", async () => {
  await calls(110);

  const reply = await call(
    sandbox,
    "/crm/associations/2026-09/contacts/companies/batch/read",
    { inputs: [{ id: "1" }] },
    { token },
  );

  expect(reply.status).toBe(207);
  expect(reply.headers.get("x-hubspot-ratelimit-max")).toBeNull();
});

test("association batches have a limit of their own", async () => {
  const path = "/crm/associations/2026-09/contacts/companies/batch/read";
  const one = () => call(sandbox, path, { inputs: [{ id: "1" }] }, { token });
  const replies: Reply[] = [];
  for (let turn = 0; turn < 151; turn += 1) replies.push(await one());

  expect(replies.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 150 }, () => 207),
    429,
  ]);
});

test("five searches pass in a second, and the sixth has HubSpot's exact refusal", async () => {
  const search = () => call(sandbox, "/crm/objects/2026-09/contacts/search", {}, { token });
  const replies: Reply[] = [];
  for (let turn = 0; turn < 6; turn += 1) replies.push(await search());

  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(replies[5]?.body).toEqual({
    status: "error",
    message: "You have reached your secondly limit.",
    correlationId: expect.any(String),
    category: "RATE_LIMITS",
  });
});

test("every counter can be looked at", async () => {
  await calls(3);

  const reply = await call(sandbox, "/sandbox/limits");

  expect(reply.field("results")).toContainEqual({
    name: `app ${anApp().appId}`,
    limit: 110,
    left: 107,
    windowMs: 10_000,
  });
});

test("the day of private apps ends at midnight where the account is", () => {
  const count = dailyCount(() => 2, "America/New_York");
  const evening = Date.UTC(2026, 10, 3, 4, 59, 0);
  count.admit(evening);
  count.admit(evening);

  const atOnce = count.admit(evening + 1_000);
  const afterMidnight = count.admit(evening + 61_000);

  expect([atOnce, afterMidnight]).toEqual([undefined, 1]);
});

test.each([
  ["free", 0, 100, 250_000],
  ["professional", 0, 190, 625_000],
  ["enterprise", 0, 190, 1_000_000],
  ["enterprise", 2, 250, 3_000_000],
] as const)("an account with %s and %d add-ons gives private apps %d and %d", (...row) => {
  const [tier, addOns, privateApp, daily] = row;

  expect(allowancesOf(tier, addOns)).toMatchObject({ publicApp: 110, privateApp, daily });
});
