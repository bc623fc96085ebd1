import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { AppError } from "../errors.ts";
import type { Allowance } from "./call.ts";
import type { Lane } from "./crm.ts";
import { type Bucket, buckets, mainSpacing, roomForJitter } from "./buckets.ts";
import { keepAllowance } from "./budgets.ts";
import { closeScript, grantScript } from "./limits-script.ts";

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
  /** The pace of the main budget as this process knows it. */
  readonly callsPerSecond: () => number;
};

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
  let toldAt = 0;
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

  /** For those who look; at most once a second, and lost without harm. */
  function tell(allowance: Allowance): void {
    const at = Date.now();
    if (at - toldAt < 1000) return;
    toldAt = at;
    keepAllowance(redis, portalId, allowance, at).catch(() => {});
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
      mainSpacingMs = mainSpacing({ max, intervalMs });
      tell({ max, remaining, intervalMs });
      if (remaining >= roomForJitter - 1) return;
      // Not waited for, and lost without harm: the answer is here, and the next call asks Redis anyway.
      run(closeScript, "main", [intervalMs / 20]).catch(() => {});
    },
    callsPerSecond: () => 1000 / mainSpacingMs,
  };
}
