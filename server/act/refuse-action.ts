import type { ContactDecision } from "../../src/decision.ts";
import { isoDate } from "../../src/facts/civil-date.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { choices } from "../../src/view/answer-form.ts";
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

/**
 * Throws where the action would do nothing as things stand: a past day, a clock that does not run, a
 * value that this portal has not agreed on.
 */
export function refuseAction(
  action: CardAction,
  decision: ContactDecision | null,
  /** `today` is the day it is in the portal, as 2026-11-25. */
  at: { readonly today: string; readonly playbook: Pick<Playbook, "vocabulary"> },
): void {
  const { today, playbook } = at;
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
      return;
    case "fill":
      return refuseUnfit(action, playbook);
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

function refuseUnfit(
  { property, values }: Extract<CardAction, { readonly kind: "fill" }>,
  playbook: Pick<Playbook, "vocabulary">,
): void {
  const form = choices(playbook).find((each) => each.form.property === property)?.form;
  const known = new Set(form?.options.map(({ value }) => value));
  const strange = values.filter((value) => !known.has(value));
  if (strange.length > 0)
    throw new AppError(
      "bad_request",
      `${strange.join(", ")}: not among the values of ${property}.`,
    );
  if (values.length > 1 && form?.several !== true)
    throw new AppError("bad_request", `${property} has one value.`);
}
