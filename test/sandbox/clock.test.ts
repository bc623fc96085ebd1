import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClock, type ClockReading } from "../../sandbox/clock/clock.ts";
import { openStore } from "../../sandbox/store/table-store.ts";
import { call, start, startOfTest, testClock, until } from "./sandbox-under-test.ts";
import { anApp, connect, seeded } from "./sandbox-under-test.ts";
import { receiver, subscribedTo } from "./webhook-receiver.ts";

const hour = 3_600_000;
const contact = `/crm/objects/2026-09/contacts/${seeded.cio}`;

function aClock(start?: number) {
  const machine = testClock();
  const table = openStore(undefined).table<ClockReading>("clock");
  return { machine, clock: openClock(table, { machine: machine.now, start }) };
}

test("the clock follows the machine's until it is told otherwise", () => {
  const { clock, machine } = aClock();

  machine.pass(hour);

  expect(clock.now()).toBe(startOfTest + hour);
});

test.each([
  [{ speed: 60 }, 60 * hour],
  [{ frozen: true }, 0],
  [{ now: startOfTest + 5 * hour }, 6 * hour],
  [{ now: startOfTest + 5 * hour, frozen: true }, 5 * hour],
])("after %o an hour of the machine makes %d ms", (change, passed) => {
  const { clock, machine } = aClock();

  clock.change(change);
  machine.pass(hour);

  expect(clock.now()).toBe(startOfTest + passed);
});

test("a frozen clock that goes on does not catch up", () => {
  const { clock, machine } = aClock();

  clock.change({ frozen: true });
  machine.pass(hour);
  clock.change({ frozen: false });
  machine.pass(1_000);

  expect(clock.now()).toBe(startOfTest + 1_000);
});

test("what falls due when the clock is moved is done before anything else, the earliest first", () => {
  const { clock } = aClock(0);
  const done: string[] = [];
  clock.at(200, () => done.push("second"));
  clock.at(100, () => done.push("first"));
  clock.at(900, () => done.push("too early"));
  clock.at(150, () => done.push("called off"))();

  clock.change({ now: 500, frozen: true });

  expect(done).toEqual(["first", "second"]);
  clock.close();
});

test("the clock does not run backwards", () => {
  const { clock } = aClock();

  expect(() => clock.change({ now: startOfTest - 1 })).toThrow("backwards");
});

test("a request moves the clock, and records are dated by it", async () => {
  const sandbox = await start();

  const moved = await call(
    sandbox,
    "/sandbox/clock",
    { now: "2031-05-01T00:00:00Z", advanceMs: 60_000, frozen: true },
    { method: "PATCH" },
  );
  const written = await call(
    sandbox,
    contact,
    { properties: { jobtitle: "CIO" } },
    { method: "PATCH" },
  );
  const back = await call(sandbox, "/sandbox/clock", { now: 0 }, { method: "PATCH" });
  await sandbox.close();

  expect(moved.body).toEqual({ now: "2031-05-01T00:01:00.000Z", speed: 1, frozen: true });
  expect(written.field("updatedAt")).toBe("2031-05-01T00:01:00.000Z");
  expect(back.status).toBe(400);
});

test("a moved clock outlives a restart", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "sandbox-"));
  const first = await start({ dataDir });
  first.clock.change({ now: Date.UTC(2040, 0, 1), frozen: true });
  await first.close();

  const second = await start({ dataDir });
  const now = second.clock.now();
  await second.close();
  rmSync(dataDir, { recursive: true });

  expect(now).toBe(Date.UTC(2040, 0, 1));
});

test("a failed delivery is sent again when the clock gets there", async () => {
  const target = await receiver();
  target.answers.push(500);
  const subscriptions = {
    legacyCrmObjects: [
      { subscriptionType: "contact.propertyChange", propertyName: "jobtitle", active: true },
    ],
  };
  const app = anApp({ webhooks: subscribedTo(target.url, subscriptions) });
  const sandbox = await start({ app });
  const { accessToken: token } = await connect(sandbox, app);
  sandbox.clock.change({ frozen: true });

  await call(sandbox, contact, { properties: { jobtitle: "CIO" } }, { method: "PATCH", token });
  await until(async () => {
    const reply = await call(sandbox, "/sandbox/deliveries");
    return reply.field("results.0.status") === "waiting";
  });
  const before = target.requests.length;
  sandbox.clock.change({ now: sandbox.clock.now() + 2 * 60_000 });
  await until(() => target.requests.length === 2);
  await sandbox.close();
  await target.close();

  expect(before).toBe(1);
  expect(target.requests[1]?.events).toMatchObject([{ attemptNumber: 1 }]);
});
