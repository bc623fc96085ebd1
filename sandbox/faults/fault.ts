/** What can go wrong between HubSpot and an app without either being wrong. */
export type Fault =
  | {
      readonly kind: "rateLimit";
      readonly policy: RateLimitPolicy;
      readonly retryAfterSeconds?: number | undefined;
    }
  | {
      readonly kind: "status";
      readonly status: FaultStatus;
      readonly retryAfterSeconds?: number | undefined;
    }
  /** The answer is late by a time between both, of the machine's clock. */
  | { readonly kind: "slow"; readonly leastMs: number; readonly mostMs: number }
  /** The connection breaks before anything is done. */
  | { readonly kind: "reset" }
  /** It is done, and then no answer ever comes. */
  | { readonly kind: "commitThenTimeout" }
  /** It is done, and then the connection breaks. */
  | { readonly kind: "commitThenReset" };

export const rateLimitPolicies = ["TEN_SECONDLY_ROLLING", "DAILY", "SECONDLY"] as const;
export type RateLimitPolicy = (typeof rateLimitPolicies)[number];

export const faultStatuses = [423, 477, 500, 502, 503, 504, 521, 522, 523, 524, 525, 526] as const;
export type FaultStatus = (typeof faultStatuses)[number];

/** To which requests a fault happens, and to how many of them. */
export type FaultRule = {
  readonly id: number;
  /** `GET`, `POST` …; any when not given. */
  readonly method?: string | undefined;
  /** The path of requests; an asterisk stands for any characters. */
  readonly path: string;
  /** The app alone, or the private app (people and tests) as well. */
  readonly callers: "app" | "everyone";
  /** The first matching request it happens to, counted from 1. */
  readonly nth: number;
  /** To how many requests it happens at most; no limit when not given. */
  readonly count?: number | undefined;
  /** Share of the matching requests it happens to, by chance. */
  readonly chance: number;
  /** Where that chance starts from; the same start hits the same requests. */
  readonly seed: number;
  readonly fault: Fault;
};

export type NewFaultRule = Omit<FaultRule, "id">;
