import type { Redis } from "ioredis";
import type { Allowance } from "./call.ts";
import { type Bucket, buckets, mainSpacing } from "./buckets.ts";

/** One of a portal's call budgets, as it is now. */
export type Budget = {
  readonly bucket: Bucket;
  /** The pace that bulk work can keep up. */
  readonly callsPerSecond: number;
  /** What HubSpot's headers last said of it, and when; searches and associations have none. */
  readonly learned: (Allowance & { readonly at: number }) | null;
  /** Calls given out ahead of the pace. */
  readonly ahead: number;
  /** Milliseconds for which HubSpot, after a 429, gets no call at all. */
  readonly closedMs: number;
};

/** What the processes that share this Redis have learned and use of a portal's budgets. */
export async function readBudgets(redis: Redis, portalId: string): Promise<readonly Budget[]> {
  const learned = await readAllowance(redis, portalId);
  const [seconds, micros] = await redis.time();
  const now = Number(seconds) * 1000 + Number(micros) / 1000;
  const read = async (bucket: Bucket): Promise<Budget> => {
    const state = await redis.hgetall(`medqual:budget:${portalId}:${bucket}`);
    const spacingMs =
      bucket === "main" && learned ? mainSpacing(learned) : buckets[bucket].spacingMs;
    const lead = Math.max(0, Number(state["due"] ?? 0) - now);
    return {
      bucket,
      callsPerSecond: Math.round(10_000 / spacingMs) / 10,
      learned: bucket === "main" ? learned : null,
      ahead: Math.round(lead / spacingMs),
      closedMs: Math.max(0, Math.round(Number(state["closed"] ?? 0) - now)),
    };
  };
  return Promise.all((["main", "search", "associations"] as const).map(read));
}

const keptSeconds = 24 * 3600;

/** Kept for those who look: what an answer's headers said. */
export async function keepAllowance(
  redis: Redis,
  portalId: string,
  { max, remaining, intervalMs }: Allowance,
  at: number,
): Promise<void> {
  const key = keyOf(portalId);
  await redis.hset(key, { max, remaining, intervalMs, at });
  await redis.expire(key, keptSeconds);
}

async function readAllowance(redis: Redis, portalId: string): Promise<Budget["learned"]> {
  const { max, remaining, intervalMs, at } = await redis.hgetall(keyOf(portalId));
  if (max === undefined || intervalMs === undefined) return null;
  return {
    max: Number(max),
    remaining: Number(remaining),
    intervalMs: Number(intervalMs),
    at: Number(at),
  };
}

function keyOf(portalId: string): string {
  return `medqual:allowance:${portalId}`;
}
