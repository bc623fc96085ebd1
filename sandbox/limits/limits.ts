import type { Caller } from "../oauth/caller.ts";
import { Problem } from "../portal/problem.ts";
import { rollingWindow, type RollingWindow } from "./rolling-window.ts";

/** Which of HubSpot's counters a route draws on. */
export type Bucket = "tenSecondly" | "search" | "none";

export type Limits = {
  /** Counts a call and returns the headers that tell about it; a 429 problem when it is one too many. */
  readonly admit: (bucket: Bucket, caller: Caller) => Readonly<Record<string, string>>;
};

/** A public app gets 110; a private app of a Professional portal 190 and a daily allowance. */
const perTenSeconds = { oauth: 110, private: 190 } as const;
const searchesPerSecond = 5;
const dailyCalls = 625_000;
const dayMs = 86_400_000;

/** HubSpot's limits for the apps of one portal. */
export function openLimits(portalId: () => number, now: () => number): Limits {
  const windows = new Map<number, RollingWindow>();
  const searches = rollingWindow(searchesPerSecond, 1_000);
  const today = { day: 0, calls: 0 };

  function windowOf({ kind, appId }: Caller): RollingWindow {
    const window = windows.get(appId) ?? rollingWindow(perTenSeconds[kind], 10_000);
    windows.set(appId, window);
    return window;
  }

  function admitCall(caller: Caller): Readonly<Record<string, string>> {
    const window = windowOf(caller);
    const left = window.admit(now());
    if (left === undefined) throw tooMany(caller, portalId());
    return {
      "X-HubSpot-RateLimit-Max": String(window.limit),
      "X-HubSpot-RateLimit-Remaining": String(left),
      "X-HubSpot-RateLimit-Interval-Milliseconds": String(window.windowMs),
      ...(caller.kind === "private" ? dailyHeaders() : {}),
    };
  }

  function dailyHeaders(): Readonly<Record<string, string>> {
    const day = Math.floor(now() / dayMs);
    today.calls = today.day === day ? today.calls + 1 : 1;
    today.day = day;
    return {
      "X-HubSpot-RateLimit-Daily": String(dailyCalls),
      "X-HubSpot-RateLimit-Daily-Remaining": String(dailyCalls - today.calls),
    };
  }

  return {
    admit: (bucket, caller) => {
      if (bucket === "tenSecondly") return admitCall(caller);
      if (bucket === "search" && searches.admit(now()) === undefined) throw tooManySearches();
      return {};
    },
  };
}

function tooMany({ kind, appId }: Caller, portalId: number): Problem {
  const group = kind === "private" ? "private_app" : "public_app";
  return new Problem(429, {
    message: "You have reached your ten_secondly_rolling limit.",
    errorType: "RATE_LIMIT",
    policyName: "TEN_SECONDLY_ROLLING",
    groupName: `publicapi:${group}-api-calls-ten-secondly:${appId}:${portalId}`,
  });
}

function tooManySearches(): Problem {
  return new Problem(429, {
    message: "You have reached your secondly limit.",
    category: "RATE_LIMITS",
  });
}
