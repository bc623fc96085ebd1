import type { HandoffStep, ReturnReason, Standing, Status } from "../decision.ts";
import type { Route } from "../playbook/playbook.ts";

/** What can happen to where a contact stands. Instants are epoch milliseconds. */
export type StandingEvent =
  | { readonly kind: "heard"; readonly word: Standing["heard"] }
  /** HubSpot no longer shows the word that ours replaced. */
  | { readonly kind: "replaced" }
  | { readonly kind: "moved"; readonly to: Status; readonly at: number }
  | {
      readonly kind: "offered";
      readonly at: number;
      readonly route: Route;
      readonly step: HandoffStep;
      readonly firstTouchDueAt: number;
      readonly decisionDueAt: number;
    }
  | {
      readonly kind: "snoozed";
      readonly until: number;
      readonly firstTouchDueAt: number;
      readonly decisionDueAt: number;
    }
  | {
      readonly kind: "expired";
      readonly at: number;
      readonly route: Route;
      readonly step: HandoffStep;
    }
  | { readonly kind: "accepted"; readonly at: number; readonly step: HandoffStep }
  | {
      readonly kind: "returned";
      readonly at: number;
      readonly to: "recycled" | "disqualified" | "customer";
      readonly reason: ReturnReason | null;
      readonly reenterAt: number | null;
      /** Signals up to here were returned with it. */
      readonly evidenceFrom: number;
    };

/** Where a contact stands that was never decided before. */
export function initialStanding(now: number): Standing {
  return {
    status: "nurture",
    since: now,
    handoff: { kind: "none" },
    heard: null,
    superseded: null,
    snoozed: null,
    evidenceFrom: null,
  };
}

/** The standing after an event. Total: what decides sees to it that only legal events happen. */
export function evolveStanding(standing: Standing, event: StandingEvent): Standing {
  switch (event.kind) {
    case "heard":
      return { ...standing, heard: event.word };
    case "replaced":
      return { ...standing, superseded: null };
    case "moved":
      return { ...standing, status: event.to, since: event.at, handoff: kept(standing, event.to) };
    case "offered": {
      const { heard } = standing;
      const superseded = heard === "accepted" || heard === "returned" ? heard : standing.superseded;
      const word = event.step === 1 ? "offered" : "offered_next";
      const handoff = { ...event, snoozedUntil: null };
      return { ...standing, handoff, heard: word, superseded };
    }
    case "snoozed": {
      const { until, firstTouchDueAt, decisionDueAt } = event;
      if (standing.handoff.kind !== "offered") return standing;
      const due = { firstTouchDueAt, decisionDueAt, snoozedUntil: until };
      return { ...standing, handoff: { ...standing.handoff, ...due }, snoozed: until };
    }
    case "expired":
      return { ...standing, handoff: event };
    case "accepted":
      return { ...standing, handoff: event, heard: "accepted", superseded: null };
    case "returned": {
      const { at, to, reason, reenterAt, evidenceFrom } = event;
      return {
        ...standing,
        status: to,
        since: at,
        handoff: { kind: "returned", at, reason, reenterAt },
        heard: "returned",
        superseded: null,
        evidenceFrom,
      };
    }
  }
}

/** A handoff belongs to its MQL: it ends with it, unless the MQL becomes an SQL. */
function kept({ handoff }: Standing, to: Status): Standing["handoff"] {
  return to === "sql" ? handoff : { kind: "none" };
}
