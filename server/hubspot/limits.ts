import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { AppError } from "../errors.ts";
import type { Allowance } from "./call.ts";
import type { Lane } from "./crm.ts";
import { closeScript, grantScript } from "./limits-script.ts";

/**
 * HubSpot allows 110 calls in 10 s, searches 5 in 1 s, association batches apart from both (100 in
 * 10 s on the smallest plan). A window W sees at most W / spacing + burst + 1 of our calls; the rest
 * is room for the jitter between our permission and HubSpot's counting. The main one is the value
 * until an answer's headers say what this portal really has.
 */
const buckets = {
  main: { spacingMs: 98, burst: 4 },
  search: { spacingMs: 210, burst: 0 },
  associations: { spacingMs: 110, burst: 4 },
} as const;
export type Bucket = keyof typeof buckets;

export type Limiter = {
  /**
   * Waits until a call may be made, in the order of asking within a lane. Throws a retryable
   * `AppError` when Redis is down or HubSpot has closed the bucket for longer than the lane waits.
   */
  readonly acquire: (bucket: Bucket, lane: Lane) => Promise<void>;
  /** After a 429: nobody calls for this many milliseconds, in any process. */
  readonly penalize: (bucket: Bucket, ms: number) => Promise<void>;
  /**
   * What an answer's headers say of the main budget: its size sets the pace from now on, and where
   * almost nothing is left (somebody else uses the same budget) everybody pauses for a moment.
   */
  readonly learn: (allowance: Allowance) => void;
};

/** Calls kept free for the jitter between permission and counting, beside burst and first call. */
const roomForJitter = 3;

/** How long a lane waits for a closed bucket before its caller is told instead. */
export const patienceMs = {
  interactive: 3000,
  live: 10_000,
  bulk: 10_000,
} as const satisfies Record<Lane, number>;

/** `ahead`: the share of the burst that a lane may use; rank 1 is the most urgent. */
const lanes = {
  interactive: { rank: 1, ahead: 1 },
  live: { rank: 2, ahead: 0.5 },
  bulk: { rank: 3, ahead: 0 },
} as const satisfies Record<Lane, unknown>;

/** After so many calls of more urgent lanes a waiting one gets the next, so that none starves. */
const passes = { live: 3, bulk: 5 } as const;

/** One portal's budget, shared by every process on the same Redis. */
export function createLimiter(redis: Redis, portal: { readonly portalId: string }): Limiter {
  const { portalId } = portal;
  const tails = new Map<string, Promise<void>>();
  let mainSpacingMs: number = buckets.main.spacingMs;

  async function run(script: string, bucket: Bucket, args: readonly number[]): Promise<number> {
    try {
      return Number(await redis.eval(script, 1, `medqual:budget:${portalId}:${bucket}`, ...args));
    } catch (cause) {
      throw new AppError(
        "hubspot_unavailable",
        `The call budget of portal ${portalId} could not be asked for in Redis.`,
        { retry: { afterMs: 1000 }, cause },
      );
    }
  }

  async function untilGranted(bucket: Bucket, lane: Lane): Promise<void> {
    const { burst } = buckets[bucket];
    const { rank, ahead } = lanes[lane];
    for (;;) {
      const spacingMs = bucket === "main" ? mainSpacingMs : buckets[bucket].spacingMs;
      const args = [spacingMs, burst, rank, burst * ahead, passes.live, passes.bulk];
      const waitMs = await run(grantScript, bucket, args);
      if (waitMs === 0) return;
      if (waitMs > patienceMs[lane])
        throw new AppError(
          "hubspot_rate_limited",
          `HubSpot takes no more calls (${bucket}) of portal ${portalId} for ${Math.ceil(waitMs / 1000)} s.`,
          { retry: { afterMs: waitMs } },
        );
      await sleep(waitMs);
    }
  }

  return {
    acquire: (bucket, lane) => {
      // One asks at a time for each lane: the others would only ask Redis in vain.
      const queue = `${bucket} ${lane}`;
      const ahead = tails.get(queue) ?? Promise.resolve();
      const turn = ahead.catch(() => {}).then(() => untilGranted(bucket, lane));
      tails.set(queue, turn);
      return turn;
    },
    penalize: async (bucket, ms) => {
      await run(closeScript, bucket, [ms]);
    },
    learn: ({ max, remaining, intervalMs }) => {
      mainSpacingMs = spacingFor(max, intervalMs);
      if (remaining >= roomForJitter - 1) return;
      // Not waited for, and lost without harm: the answer is here, and the next call asks Redis anyway.
      run(closeScript, "main", [intervalMs / 20]).catch(() => {});
    },
  };
}

/** 98 ms at 110 calls in 10 s. */
function spacingFor(max: number, intervalMs: number): number {
  return Math.floor(intervalMs / Math.max(1, max - buckets.main.burst - 1 - roomForJitter));
}
