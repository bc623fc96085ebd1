import { Redis } from "ioredis";
import { createLimiter } from "../../../server/hubspot/limits.ts";
import { type RedisServer, startRedis } from "../../../server/queue/redis.ts";
import { thrownBy } from "./thrown-by.ts";

let server: RedisServer;
let redis: Redis;
let other: Redis;
beforeAll(async () => {
  server = await startRedis({ wasm: true });
  redis = new Redis(server.url);
  other = new Redis(server.url);
}, 20_000);
afterAll(async () => {
  redis.disconnect();
  other.disconnect();
  await server.stop();
});

let portals = 0;
/** Each test has a portal of its own, and with it budgets that nobody has used. */
const freshPortal = () => ({ portalId: String(++portals) });

async function redisNow(): Promise<number> {
  const [seconds, micros] = await redis.time();
  return Number(seconds) * 1000 + Number(micros) / 1000;
}

const times = <T>(count: number, act: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, act));

test("bulk calls keep their distance, across processes", async () => {
  const portal = freshPortal();
  const limiters = [createLimiter(redis, portal), createLimiter(other, portal)];
  const began = await redisNow();

  await Promise.all(limiters.map((limiter) => times(4, () => limiter.acquire("main", "bulk"))));

  expect((await redisNow()) - began).toBeGreaterThanOrEqual(7 * 98);
});

test("searches keep a distance of their own, whatever the lane", async () => {
  const limiter = createLimiter(redis, freshPortal());
  const began = await redisNow();

  await times(3, () => limiter.acquire("search", "interactive"));

  expect((await redisNow()) - began).toBeGreaterThanOrEqual(2 * 210);
});

test("urgent calls use the burst and no more", async () => {
  const limiter = createLimiter(redis, freshPortal());
  const began = await redisNow();

  await times(10, () => limiter.acquire("main", "interactive"));

  expect((await redisNow()) - began).toBeGreaterThanOrEqual((10 - 1 - 4) * 98);
});

test("a person does not wait for bulk work that came before", async () => {
  const limiter = createLimiter(redis, freshPortal());
  const order: string[] = [];
  const bulk = times(6, async () => {
    await limiter.acquire("main", "bulk");
    order.push("bulk");
  });

  await limiter.acquire("main", "interactive");
  order.push("interactive");
  await bulk;

  expect(order.at(-1)).toBe("bulk");
  expect(order.indexOf("interactive")).toBeLessThan(5);
});

test.each(["bulk", "live"] as const)(
  "%s gets its share while people never pause",
  async (lane) => {
    const limiter = createLimiter(redis, freshPortal());
    let urgent = 0;
    let done = false;
    const crowd = times(8, async () => {
      while (!done && urgent < 40) {
        await limiter.acquire("main", "interactive");
        urgent++;
      }
    });

    await times(2, () => limiter.acquire("main", lane));
    done = true;
    const urgentBefore = urgent;
    await crowd;

    expect(urgentBefore).toBeLessThan(40);
  },
  20_000,
);

test("calls of one lane are granted in the order of asking", async () => {
  const limiter = createLimiter(redis, freshPortal());
  const order: number[] = [];

  await Promise.all(
    [0, 1, 2, 3].map(async (place) => {
      await limiter.acquire("main", "live");
      order.push(place);
    }),
  );

  expect(order).toEqual([0, 1, 2, 3]);
});

test("after a 429 nobody calls for as long as HubSpot asked, in any process", async () => {
  const portal = freshPortal();
  const began = await redisNow();
  await createLimiter(redis, portal).penalize("main", 300);

  await createLimiter(other, portal).acquire("main", "interactive");

  expect((await redisNow()) - began).toBeGreaterThanOrEqual(300);
});

test("a closed bucket closes neither the other buckets nor the other portals", async () => {
  const limiter = createLimiter(redis, freshPortal());
  await limiter.penalize("main", 60_000);

  await limiter.acquire("search", "live");
  await limiter.acquire("associations", "live");
  await createLimiter(redis, freshPortal()).acquire("main", "bulk");
  const error = await thrownBy(limiter.acquire("main", "live"));

  expect(error.code).toBe("hubspot_rate_limited");
});

test("a shorter pause does not end a longer one, and a long one is told instead of waited for", async () => {
  const limiter = createLimiter(redis, freshPortal());
  await limiter.penalize("main", 900_000);
  await limiter.penalize("main", 1);

  const error = await thrownBy(limiter.acquire("main", "bulk"));

  expect(error.code).toBe("hubspot_rate_limited");
  const afterMs = typeof error.retry === "object" ? error.retry.afterMs : 0;
  expect(afterMs).toBeGreaterThan(600_000);
  expect(afterMs).toBeLessThanOrEqual(900_000);
});

test("a portal nobody calls leaves nothing behind", async () => {
  const portal = freshPortal();
  await createLimiter(redis, portal).acquire("main", "bulk");

  const leftMs = await redis.pttl(`medqual:budget:${portal.portalId}:main`);

  expect(leftMs).toBeGreaterThan(0);
  expect(leftMs).toBeLessThan(30_000);
});

test("without Redis a call fails and says when to try again; the next one is not blocked by it", async () => {
  const gone = new Redis({
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    port: 1,
  });
  gone.on("error", () => {});
  const limiter = createLimiter(gone, freshPortal());

  const errors = await Promise.all([
    thrownBy(limiter.acquire("main", "live")),
    thrownBy(limiter.acquire("main", "live")),
  ]);
  gone.disconnect();

  for (const error of errors) {
    expect(error.code).toBe("hubspot_unavailable");
    expect(error.retry).toEqual({ afterMs: 1000 });
  }
});

test("a smaller budget than the usual one slows the pace", async () => {
  const limiter = createLimiter(redis, freshPortal());
  limiter.learn({ max: 48, remaining: 40, intervalMs: 10_000 });
  const began = await redisNow();

  await times(3, () => limiter.acquire("main", "bulk"));

  expect((await redisNow()) - began).toBeGreaterThanOrEqual(2 * 250);
});

test("where somebody else has used the budget up, every process pauses", async () => {
  const portal = freshPortal();
  createLimiter(redis, portal).learn({ max: 110, remaining: 0, intervalMs: 10_000 });
  const began = await redisNow();

  await createLimiter(redis, portal).acquire("main", "interactive");
  await createLimiter(other, portal).acquire("main", "interactive");

  expect((await redisNow()) - began).toBeGreaterThanOrEqual(480);
});
