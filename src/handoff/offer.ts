import type { Standing } from "../decision.ts";
import type { Observed, StandingContext } from "../verdict/standing.ts";
import type { StandingEvent } from "../verdict/standing-event.ts";
import { clockOf, stepOf } from "./queue.ts";
import { instantOf } from "./wall-clock.ts";
import { addWorkingTime } from "./working-time.ts";

/**
 * One offer for one MQL; another when interest that sales must see follows one that marketing works;
 * and, where the playbook asks for it, a second handoff once the first was accepted and worked.
 */
export function offer(
  standing: Standing,
  observed: Observed,
  context: StandingContext,
): readonly StandingEvent[] {
  const { status, handoff } = standing;
  if (status !== "mql" || context.offersFrom === null) return [];
  const { second, queues } = context.playbook.handoff;
  if (handoff.kind === "accepted") {
    const isPassedOn = second !== null && handoff.step === 1 && observed.isReadyForSecond;
    return isPassedOn ? [offered(2, observed, context)] : [];
  }
  const { newestSignalAt, track } = observed;
  if (newestSignalAt === null || newestSignalAt < context.offersFrom) return [];
  if (handoff.kind === "none") return [offered(1, observed, context)];
  const isOpen = handoff.kind === "offered" || handoff.kind === "expired";
  if (!isOpen || handoff.step === 2) return [];
  const isRaised =
    queues[handoff.route].side === "marketing" && queues[track.route].side === "sales";
  return isRaised ? [offered(1, observed, context)] : [];
}

/** Stops an offer's clock once: it starts again when the working day of that date begins. */
export function snooze(
  { handoff, snoozed }: Standing,
  observed: Observed,
  context: StandingContext,
): readonly StandingEvent[] {
  const until = observed.inputs.snoozeUntil;
  if (handoff.kind !== "offered" || handoff.snoozedUntil !== null) return [];
  if (until === null || until === snoozed) return [];
  const starts = instantOf(until, context.playbook.handoff.calendar.zone);
  if (starts <= context.now) return [];
  return [{ kind: "snoozed", until, ...due(stepOf(handoff), starts, { observed, context }) }];
}

/** A clock that has run out is shown to both sides; the offer stands. */
export function expire(
  { handoff }: Standing,
  _: Observed,
  { now }: StandingContext,
): readonly StandingEvent[] {
  if (handoff.kind !== "offered" || handoff.decisionDueAt > now) return [];
  const { decisionDueAt: at, route, step } = handoff;
  return [{ kind: "expired", at, route, step }];
}

function offered(step: 1 | 2, observed: Observed, context: StandingContext): StandingEvent {
  const { now } = context;
  const route = step === 2 ? "sales" : observed.track.route;
  return { kind: "offered", at: now, route, step, ...due(step, now, { observed, context }) };
}

function due(
  step: 1 | 2,
  from: number,
  by: { readonly observed: Observed; readonly context: StandingContext },
) {
  const { playbook } = by.context;
  const { firstTouch, decision } = clockOf(step, by.observed.track, playbook);
  const { calendar } = playbook.handoff;
  return {
    firstTouchDueAt: addWorkingTime(from, firstTouch, calendar),
    decisionDueAt: addWorkingTime(from, decision, calendar),
  };
}
