import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { AppError } from "../errors.ts";
import { type Answer, type Call, isRead, type Request } from "./call.ts";
import type { Lane } from "./crm.ts";
import type { Bucket } from "./buckets.ts";
import { type Limiter, patienceMs } from "./limits.ts";
import { portalRefusal, type PortalRefusal } from "./portal-refusal.ts";
import { parseAnswer } from "./shapes.ts";

/** Remembers which kinds of call (method and path) HubSpot refuses a whole portal. */
export type Gate = {
  /** Throws, without a call, while this kind is known to be refused. */
  readonly check: (kind: string) => Promise<void>;
  readonly refused: (kind: string, refusal: PortalRefusal) => Promise<void>;
  readonly passed: (kind: string) => Promise<void>;
};

export type AskParts = {
  readonly request: Request;
  readonly limiter: Limiter;
  readonly portalId: string;
  /** A token that is valid for some minutes. */
  readonly token: () => Promise<string>;
  /** After HubSpot refused `refused`: another one. */
  readonly renew: (refused: string) => Promise<string>;
  /** A token of the app itself, for what belongs to no portal. */
  readonly appToken?: () => Promise<string>;
  readonly pause?: (ms: number) => Promise<unknown>;
  readonly gate: Gate;
};

/** A call with the budget it draws on. */
export type BudgetedCall = Omit<Call, "token" | "portalId"> & {
  readonly lane: Lane;
  readonly bucket?: Bucket;
};

/** Makes the call and parses what comes back; `complaint` finds a refusal inside a 2xx answer. */
export type Ask = <T>(
  call: BudgetedCall,
  shape: z.ZodType<T>,
  complaint?: (answer: T) => AppError | null,
) => Promise<T>;

const readTries = 3;
const rateTries = 4;

/**
 * Budget, token, patience: what every call needs around it. A call that HubSpot did not take (429) is
 * made again for everybody who waits; a read is made again when HubSpot was away. A write whose
 * outcome is open never is: whoever asked must look first.
 */
export function createAsk(parts: AskParts): Ask {
  const { request, limiter, portalId, token, renew, gate, pause = sleep } = parts;

  async function send(call: BudgetedCall, bearer: string): Promise<Answer> {
    const { lane, bucket = "main", ...rest } = call;
    await limiter.acquire(bucket, lane);
    try {
      const answer = await request({ ...rest, token: bearer, portalId });
      if (answer.allowance && bucket === "main") limiter.learn(answer.allowance);
      return answer;
    } catch (error) {
      if (codeOf(error) === "hubspot_rate_limited") await limiter.penalize(bucket, delayOf(error));
      throw error;
    }
  }

  async function authorized(call: BudgetedCall): Promise<Answer> {
    const bearer = await token();
    try {
      return await send(call, bearer);
    } catch (error) {
      if (codeOf(error) !== "hubspot_unauthorized") throw error;
      return await send(call, await renew(bearer));
    }
  }

  /** A refusal of the whole portal is no record's fault: its work waits as long as it lasts. */
  async function asPortalProblem(kind: string, error: unknown): Promise<unknown> {
    const refusal = portalRefusal(error);
    if (!(error instanceof AppError) || refusal === null) return error;
    await gate.refused(kind, refusal);
    const { code, message, context } = error;
    return new AppError(code, message, {
      retry: { afterMs: refusal.retryMs },
      cause: error,
      context,
    });
  }

  return async (call, shape, complaint = () => null) => {
    const kind = `${call.method} ${call.path}`;
    // Somebody who waits for the answer may try: the problem may be solved.
    if (call.lane !== "interactive") await gate.check(kind);
    for (let tries = 1; ; tries++) {
      try {
        const answer = parseAnswer(call, shape, (await authorized(call)).body);
        const complained = complaint(answer);
        if (complained) throw complained;
        await gate.passed(kind);
        return answer;
      } catch (thrown) {
        const error = await asPortalProblem(kind, thrown);
        if (!isWorthAnother(error, call, tries)) throw error;
        // After a 429 the closed bucket is what makes us wait, together with everybody else.
        if (codeOf(error) === "hubspot_unavailable") await pause(delayOf(error) * tries);
      }
    }
  };
}

function isWorthAnother(error: unknown, call: BudgetedCall, tries: number): boolean {
  if (delayOf(error) > patienceMs[call.lane]) return false;
  if (codeOf(error) === "hubspot_unavailable") return isRead(call) && tries < readTries;
  // Bulk work has a queue of its own to go back to.
  return codeOf(error) === "hubspot_rate_limited" && call.lane !== "bulk" && tries < rateTries;
}

function codeOf(error: unknown): string | null {
  return error instanceof AppError ? error.code : null;
}

function delayOf(error: unknown): number {
  return error instanceof AppError && typeof error.retry === "object" ? error.retry.afterMs : 0;
}
