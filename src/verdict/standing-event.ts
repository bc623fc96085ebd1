import type { ReturnReason, Standing, Status } from "../decision.ts";
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
      readonly firstTouchDueAt: number;
      readonly decisionDueAt: number;
    }
  | { readonly kind: "expired"; readonly at: number; readonly route: Route }
  | { readonly kind: "accepted"; readonly at: number }
  | {
      readonly kind: "returned";
      readonly at: number;
      readonly to: "recycled" | "disqualified" | "customer";
      readonly reason: ReturnReason | null;
      readonly reenterAt: number | null;
    };

/** Where a contact stands that was never decided before. */
export function initialStanding(now: number): Standing {
  return {
    status: "nurture",
    since: now,
    handoff: { kind: "none" },
    heard: null,
    superseded: null,
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
      return { ...standing, handoff: event, heard: "offered", superseded };
    }
    case "expired":
      return { ...standing, handoff: event };
    case "accepted":
      return { ...standing, handoff: event, heard: "accepted", superseded: null };
    case "returned": {
      const { at, to, reason, reenterAt } = event;
      return {
        status: to,
        since: at,
        handoff: { kind: "returned", at, reason, reenterAt },
        heard: "returned",
        superseded: null,
        evidenceFrom: at,
      };
    }
  }
}

/** A handoff belongs to its MQL: it ends with it, unless the MQL becomes an SQL. */
function kept({ handoff }: Standing, to: Status): Standing["handoff"] {
  return to === "sql" ? handoff : { kind: "none" };
}
