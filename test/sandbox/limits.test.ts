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
