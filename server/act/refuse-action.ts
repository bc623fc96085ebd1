import type { ContactDecision } from "../../src/decision.ts";
import { isoDate } from "../../src/facts/civil-date.ts";
import { AppError } from "../errors.ts";
import type { CardAction } from "./card-action.ts";

/** Why a person who is neither in the queue nor the owner only looks on. */
export const onlyMembers =
  "Only the contact's owner and members of the sales queue may accept, return, snooze or override. An admin names the members in settings.";

/** What only the owner and members of the queue may do. */
export function isForMembers(action: CardAction): boolean {
  switch (action.kind) {
    case "accept":
    case "return":
    case "snooze":
    case "override":
    case "end_override":
      return true;
    case "fill":
      return action.property === "medqual_return_reason";
    case "answer":
    case "next_step":
      return false;
  }
}

/** Throws where the action would do nothing as things stand: a past day, or a clock that does not run. */
export function refuseAction(
  action: CardAction,
  decision: ContactDecision | null,
  /** The day it is in the portal, as 2026-11-25. */
  today: string,
): void {
  switch (action.kind) {
    case "snooze": {
      refusePast(action.until, today);
      const handoff = decision?.standing.handoff;
      if (handoff?.kind !== "offered")
        throw new AppError("conflict", "No clock is running that could be snoozed.");
      if (handoff.snoozedUntil !== null)
        throw new AppError("conflict", "This clock was snoozed before; it can be once.");
      return;
    }
    case "override":
      return refusePast(action.until, today);
    case "next_step":
      if (action.date !== null) refusePast(action.date, today);
      return;
    case "accept":
    case "return":
    case "end_override":
    case "answer":
    case "fill":
      return;
  }
}

/** The day it is where clocks are so many minutes ahead of UTC. */
export function dayAt(now: number, utcOffsetMinutes: number): string {
  return isoDate(now + utcOffsetMinutes * 60_000);
}

function refusePast(date: string, today: string): void {
  if (date < today)
    throw new AppError("bad_request", `${date} has passed: choose today or a later day.`);
}
