import type { Standing, Status, Verdict } from "../decision.ts";
import type { Inputs, Override } from "../facts/contact-facts.ts";
import { hasAccepted } from "../handoff/has-accepted.ts";
import { expire, offer, snooze } from "../handoff/offer.ts";
import { stepOf } from "../handoff/queue.ts";
import type { Track } from "../handoff/track.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { listen } from "./listen.ts";
import { evolveStanding, type StandingEvent } from "./standing-event.ts";

/** What was found out about a contact, as far as its standing depends on it. */
export type Observed = {
  readonly inputs: Pick<Inputs, "handoff" | "returnReason" | "snoozeUntil">;
  readonly verdict: Verdict;
  /** A person's word that stands in for the verdict now. */
  readonly override: Override | null;
  readonly isCustomer: boolean;
  /** Every item and every role that SQL asks for is there. */
  readonly isReadyForSql: boolean;
  /** Everything that the second of two handoffs asks for is there. */
  readonly isReadyForSecond: boolean;
  /** Where an MQL is handed to, and how fast. */
  readonly track: Track;
  /** The newest signal that counts, epoch milliseconds. */
  readonly newestSignalAt: number | null;
};

export type StandingContext = {
  readonly playbook: Playbook;
  readonly now: number;
  /** Handoffs are offered for signals from this instant on; `null`: never. */
  readonly offersFrom: number | null;
};

type Step = (
  standing: Standing,
  observed: Observed,
  context: StandingContext,
) => readonly StandingEvent[];

/** People's words come first, time next, the verdict then; what follows from an MQL comes last. */
const steps: readonly Step[] = [
  listen,
  reenter,
  qualify,
  accept,
  snooze,
  expire,
  offer,
  snooze,
  confirm,
];

/**
 * What happens now. A return ends it, because the rest depends on a verdict without the evidence that
 * was returned. Deciding again on the outcome, with nothing new, gives no event.
 */
export function decideStanding(
  standing: Standing,
  observed: Observed,
  context: StandingContext,
): readonly StandingEvent[] {
  const events: StandingEvent[] = [];
  let current = standing;
  for (const step of steps) {
    for (const event of step(current, observed, context)) {
      events.push(event);
      current = evolveStanding(current, event);
    }
    // The verdict rests on evidence that was returned just now: it has to be found anew.
    if (current.evidenceFrom !== standing.evidenceFrom) break;
  }
  return events;
}

function reenter({ status, handoff }: Standing, _: Observed, { now }: StandingContext) {
  const isOver =
    status === "recycled" &&
    (handoff.kind !== "returned" || handoff.reenterAt === null || handoff.reenterAt <= now);
  return isOver ? [{ kind: "moved", to: "nurture", at: now } as const] : [];
}

/** After acceptance nothing but a sale moves the status here; nobody loses a lead in discovery. */
function qualify(standing: Standing, observed: Observed, { now }: StandingContext) {
  const to = targetOf(standing, observed);
  return to === standing.status ? [] : [{ kind: "moved", to, at: now } as const];
}

function targetOf({ status, handoff }: Standing, observed: Observed): Status {
  const { verdict, isCustomer, override } = observed;
  if (isCustomer) return "customer";
  if (hasAccepted(handoff)) return status;
  if (override !== null) return override.status;
  const isFinal = handoff.kind === "returned" && status !== "recycled";
  if (isFinal) return status;
  switch (verdict.kind) {
    case "disqualified":
      return "disqualified";
    case "qualified":
      return "mql";
    case "hold":
      return status === "recycled" ? status : "hold";
    case "not_yet":
      return status === "recycled" ? status : "nurture";
  }
}

/** An acceptance waits until there is an MQL to accept; it may come after the clock has run out. */
function accept(standing: Standing, { inputs }: Observed, { now }: StandingContext) {
  const { status, handoff, heard, superseded } = standing;
  const isNew = inputs.handoff === "accepted" && heard !== "accepted" && superseded !== "accepted";
  if (!isNew) return [];
  if (handoff.kind === "accepted") return [{ kind: "heard", word: "accepted" } as const];
  return status === "mql" ? [{ kind: "accepted", at: now, step: stepOf(handoff) } as const] : [];
}

/** An SQL needs the last handoff accepted. */
function confirm({ status, handoff }: Standing, observed: Observed, context: StandingContext) {
  const { playbook, now } = context;
  const isTaken =
    handoff.kind === "accepted" && (handoff.step === 2 || playbook.handoff.second === null);
  const isSql = status === "mql" && isTaken && observed.isReadyForSql;
  return isSql ? [{ kind: "moved", to: "sql", at: now } as const] : [];
}
