import type { Caller } from "../oauth/caller.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { allowancesOf, type Allowances } from "./allowances.ts";
import { dailyCount } from "./daily-count.ts";
import { tooManyCalls, tooManySearches, tooManyToday } from "./limit-problem.ts";
import { rollingWindow, type RollingWindow } from "./rolling-window.ts";

/** Which of HubSpot's counters a route draws on. */
export type Bucket = "tenSecondly" | "search" | "associations" | "journal" | "none";

export type Limits = {
  /** Counts a call and returns the headers that tell about it; a 429 problem when it is one too many. */
  readonly admit: (bucket: Bucket, caller: Caller) => Readonly<Record<string, string>>;
  /** Every counter as it stands. */
  readonly state: () => readonly LimitState[];
};

export type LimitState = {
  readonly name: string;
  readonly limit: number;
  readonly left: number;
  /** Absent for a day, which ends at midnight in the account's time zone. */
  readonly windowMs?: number;
};

const tenSeconds = 10_000;
const journalPerSecond = 100;

/** HubSpot's limits for the apps of one portal. */
export function openLimits(portal: Portal): Limits {
  const { now } = portal;
  const { portalId, timeZone } = profileOf(portal);
  const windows = new Map<string, RollingWindow>();
  const today = dailyCount(() => allowances().daily, timeZone);
  const associationsToday = dailyCount(() => allowances().associationsDaily, timeZone);

  function allowances(): Allowances {
    return allowancesOf(portal.switches.accountTier, portal.switches.apiAddOns);
  }

  function windowOf(name: string, limit: number, windowMs: number): RollingWindow {
    const known = windows.get(name);
    // A switch that was changed makes the limit another one; what was counted is forgotten.
    const window = known?.limit === limit ? known : rollingWindow(limit, windowMs);
    windows.set(name, window);
    return window;
  }

  function admitCall(caller: Caller): Readonly<Record<string, string>> {
    const isPrivate = caller.kind === "private";
    const { privateApp, publicApp } = allowances();
    const limit = isPrivate ? privateApp : publicApp;
    const window = windowOf(`app ${caller.appId}`, limit, tenSeconds);
    if (isPrivate && today.left(now()) <= 0) throw tooManyToday();
    const left = window.admit(now());
    if (left === undefined) throw tooManyCalls({ ...caller, portalId });
    return {
      "X-HubSpot-RateLimit-Max": String(window.limit),
      "X-HubSpot-RateLimit-Remaining": String(left),
      "X-HubSpot-RateLimit-Interval-Milliseconds": String(window.windowMs),
      ...(portal.switches.secondlyHeaders ? secondlyHeaders(caller, limit) : {}),
      ...(isPrivate ? dailyHeaders(today.admit(now())) : {}),
    };
  }

  /** They tell of a limit that is no longer enforced: a tenth of the ten-second one. */
  function secondlyHeaders({ appId }: Caller, limit: number): Readonly<Record<string, string>> {
    const secondly = Math.floor(limit / 10);
    const second = windowOf(`app ${appId}, the last second, told only`, secondly, 1_000);
    return {
      "X-HubSpot-RateLimit-Secondly": String(secondly),
      "X-HubSpot-RateLimit-Secondly-Remaining": String(second.admit(now()) ?? 0),
    };
  }

  function dailyHeaders(left: number | undefined): Readonly<Record<string, string>> {
    return {
      "X-HubSpot-RateLimit-Daily": String(today.limit()),
      "X-HubSpot-RateLimit-Daily-Remaining": String(left ?? 0),
    };
  }

  function admitAssociations(caller: Caller): void {
    if (!portal.switches.associationsAreLimited) return;
    if (associationsToday.left(now()) <= 0) throw tooManyToday();
    const window = windowOf("associations", allowances().associations, tenSeconds);
    if (window.admit(now()) === undefined) throw tooManyCalls({ ...caller, portalId });
    associationsToday.admit(now());
  }

  return {
    admit: (bucket, caller) => {
      switch (bucket) {
        case "tenSecondly":
          return admitCall(caller);
        case "search": {
          const searches = windowOf("search", portal.switches.searchesPerSecond, 1_000);
          if (searches.admit(now()) === undefined) throw tooManySearches();
          return {};
        }
        case "associations":
          admitAssociations(caller);
          return {};
        case "journal": {
          const reads = windowOf(`journal of app ${caller.appId}`, journalPerSecond, 1_000);
          if (reads.admit(now()) === undefined) throw tooManySearches();
          return {};
        }
        case "none":
          return {};
      }
    },
    state: () => [
      ...[...windows].map(([name, window]) => ({
        name,
        limit: window.limit,
        left: window.left(now()),
        windowMs: window.windowMs,
      })),
      { name: "private apps, today", limit: today.limit(), left: today.left(now()) },
      {
        name: "associations, today",
        limit: associationsToday.limit(),
        left: associationsToday.left(now()),
      },
    ],
  };
}
