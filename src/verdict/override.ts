import type { Inputs, Override } from "../facts/contact-facts.ts";
import { endOfDay } from "../handoff/wall-clock.ts";
import type { StandingContext } from "./standing.ts";

/** A person's word in place of the verdict, until its last day is over in the portal's time. */
export function activeOverride(
  { override }: Inputs,
  { playbook, now }: StandingContext,
): Override | null {
  if (override === null) return null;
  return now < endOfDay(override.until, playbook.handoff.calendar.zone) ? override : null;
}
