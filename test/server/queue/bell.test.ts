import { Redis } from "ioredis";
import { createLog } from "../../../server/log.ts";
import { createBell } from "../../../server/queue/bell.ts";
import { type RedisServer, startRedis } from "../../../server/queue/redis.ts";

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis({ wasm: true });
}, 20_000);
afterAll(() => redis.stop());

test("many rings during a run become one more run", async () => {
  const runs = [signal(), signal()];
  const release = signal();
  let count = 0;
  const bell = await createBell({
    url: redis.url,
    log: createLog("silent"),
    run: async () => {
      runs[count++]?.send();
      await release.sent;
    },
  });

  await bell.ring("42", "live");
  await runs[0]?.sent;
  for (let i = 0; i < 10; i++) await bell.ring("42", "live");
  release.send();
  await runs[1]?.sent;
  await bell.close();

  expect(count).toBe(2);
});

test("the embedded server answers at once, not on its 100 ms tick", async () => {
  const client = new Redis(redis.url);
  const began = performance.now();

  for (let i = 0; i < 20; i++) await client.ping();
  const tookMs = performance.now() - began;
  client.disconnect(); // before the assertion: an open client keeps jest from exiting

  expect(tookMs).toBeLessThan(500);
});

function signal() {
  let send = () => {};
  const sent = new Promise<void>((resolve) => (send = resolve));
  return { sent, send };
}
