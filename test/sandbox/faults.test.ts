import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { anApp, call, connect, portalId, seeded, start, type Reply } from "./sandbox-under-test.ts";

const path = `/crm/objects/2026-09/contacts/${seeded.cio}`;
let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await start();
  token = (await connect(sandbox)).accessToken;
});

beforeEach(async () => {
  await call(sandbox, "/sandbox/faults", undefined, { method: "DELETE" });
});

afterAll(() => sandbox.close());

function addFault(rule: Readonly<Record<string, unknown>>): Promise<Reply> {
  return call(sandbox, "/sandbox/faults", rule);
}

async function statuses(count: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const response = await fetch(`${sandbox.url}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await response.body?.cancel();
    found.push(response.status);
  }
  return found;
}

test("a rule strikes from the nth matching request on, as often as it says", async () => {
  await addFault({ method: "GET", path: "/crm/objects/*", nth: 2, count: 2, fault: status(503) });

  expect(await statuses(5)).toEqual([200, 503, 503, 200, 200]);
});

test("a rule about other requests strikes none", async () => {
  await addFault({ method: "POST", path: "/crm/objects/*", fault: status(500) });
  await addFault({ path: "/crm/objects/2026-09/companies/*", fault: status(500) });

  expect(await statuses(2)).toEqual([200, 200]);
});

test("people and tests are spared unless a rule says otherwise", async () => {
  await addFault({ fault: status(500), count: 1 });
  const spared = await call(sandbox, path);
  const app = await call(sandbox, path, undefined, { token });
  await addFault({ fault: status(500), count: 1, callers: "everyone" });
  const struck = await call(sandbox, path);

  expect([spared.status, app.status, struck.status]).toEqual([200, 500, 500]);
});

test("the same seed strikes the same requests", async () => {
  const rule = { chance: 0.5, seed: 7, fault: status(500) };
  await addFault(rule);
  const first = await statuses(20);
  await call(sandbox, "/sandbox/faults", undefined, { method: "DELETE" });
  await addFault(rule);

  const second = await statuses(20);

  expect(second).toEqual(first);
  expect(new Set(first)).toEqual(new Set([200, 500]));
});

test.each([
  [
    "TEN_SECONDLY_ROLLING",
    {
      errorType: "RATE_LIMIT",
      policyName: "TEN_SECONDLY_ROLLING",
      groupName: `publicapi:public_app-api-calls-ten-secondly:${anApp().appId}:${portalId}`,
    },
  ],
  ["DAILY", { errorType: "RATE_LIMIT", policyName: "DAILY", requestId: expect.any(String) }],
  ["SECONDLY", { category: "RATE_LIMITS" }],
])("a %s refusal has the body HubSpot gives it", async (policy, body) => {
  await addFault({ fault: { kind: "rateLimit", policy, retryAfterSeconds: 3 } });

  const reply = await call(sandbox, path, undefined, { token });

  expect(reply.status).toBe(429);
  expect(reply.headers.get("retry-after")).toBe("3");
  expect(reply.body).toEqual({
    status: "error",
    correlationId: expect.any(String),
    message: expect.stringContaining("You have reached your"),
    ...body,
  });
});

test.each([423, 477, 500, 503])("a %d is in HubSpot's envelope", async (code) => {
  await addFault({ fault: { ...status(code), retryAfterSeconds: 10 } });

  const reply = await call(sandbox, path, undefined, { token });

  expect(reply.status).toBe(code);
  expect(reply.field("status")).toBe("error");
  expect(reply.headers.get("retry-after")).toBe("10");
});

test.each([502, 504, 524])("a %d is a gateway's page and no JSON", async (code) => {
  await addFault({ fault: status(code) });

  const response = await fetch(`${sandbox.url}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });

  expect(response.status).toBe(code);
  expect(response.headers.get("content-type")).toContain("text/html");
  expect(await response.text()).toContain(String(code));
});

test("a slow answer still comes", async () => {
  await addFault({ fault: { kind: "slow", leastMs: 60, mostMs: 60 } });
  const start = performance.now();

  const found = await statuses(1);

  expect(found).toEqual([200]);
  expect(performance.now() - start).toBeGreaterThan(50);
});

async function patch(jobtitle: string, signal?: AbortSignal): Promise<unknown> {
  const request = fetch(`${sandbox.url}${path}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ properties: { jobtitle } }),
    ...(signal && { signal }),
  });
  return request.then(
    () => "an answer",
    (error: unknown) => error,
  );
}

async function jobtitle(): Promise<unknown> {
  return (await call(sandbox, `${path}?properties=jobtitle`)).field("properties.jobtitle");
}

test("a reset breaks the connection before anything is done", async () => {
  await patch("before");
  await addFault({ fault: { kind: "reset" } });

  const outcome = await patch("reset");

  expect(outcome).toMatchObject({ message: "fetch failed" });
  expect(await jobtitle()).toBe("before");
});

test("a commit without an answer is done all the same", async () => {
  await addFault({ fault: { kind: "commitThenTimeout" } });

  const outcome = await patch("unanswered", AbortSignal.timeout(200));

  expect(outcome).toMatchObject({ name: "TimeoutError" });
  expect(await jobtitle()).toBe("unanswered");
});

test("a connection that breaks after the commit leaves the commit", async () => {
  await addFault({ fault: { kind: "commitThenReset" } });

  const outcome = await patch("broken off");

  expect(outcome).toMatchObject({ message: "fetch failed" });
  expect(await jobtitle()).toBe("broken off");
});

test("rules can be looked at and taken away one by one", async () => {
  const first = await addFault({ fault: status(500) });
  await addFault({ path: "/crm/*", fault: status(502) });
  await statuses(3);

  const before = await call(sandbox, "/sandbox/faults");
  const gone = await call(sandbox, `/sandbox/faults/${String(first.field("id"))}`, undefined, {
    method: "DELETE",
  });
  const after = await call(sandbox, "/sandbox/faults");
  const again = await call(sandbox, "/sandbox/faults/999", undefined, { method: "DELETE" });

  expect(before.field("results")).toMatchObject([
    { path: "*", seen: 3, hits: 3 },
    { path: "/crm/*", seen: 0, hits: 0 },
  ]);
  expect(gone.status).toBe(204);
  expect(after.field("results")).toHaveLength(1);
  expect(again.status).toBe(404);
});

test.each([
  ["/sandbox/faults", { fault: { kind: "reset" }, path: "/x", often: true }],
  ["/sandbox/faults", { fault: { kind: "reset", softly: true } }],
  ["/sandbox/clok", {}],
  ["/sandbox/faults?kind=reset", { fault: { kind: "reset" } }],
])("what a control does not know is refused loudly: %s %o", async (target, body) => {
  const reply = await call(sandbox, target, body);

  expect(reply.status).toBe(501);
  expect(reply.field("category")).toBe("SANDBOX_UNSUPPORTED");
});

function status(code: number) {
  return { kind: "status", status: code };
}
