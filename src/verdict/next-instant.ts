import type { Standing } from "../decision.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import type { Signal } from "../facts/signal.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { endOfDay } from "../handoff/wall-clock.ts";
import { nextStepPassesAt } from "../readiness/checklist.ts";
import { intentCrossing } from "../scoring/crossing.ts";

/** The next instant (epoch milliseconds) at which time alone changes the decision. */
export function nextInstant(situation: {
  readonly facts: ContactFacts;
  readonly standing: Standing;
  readonly signals: readonly Signal[] | null;
  readonly playbook: Playbook;
  readonly now: number;
}): number | null {
  const { facts, standing, signals, playbook, now } = situation;
  const { profile, properties } = facts;
  const isOut = standing.status === "disqualified" || standing.status === "customer";
  const instants = [
    ...clocks(standing),
    nextStepPassesAt(facts, playbook),
    facts.inputs.override && endOfDay(facts.inputs.override.until, playbook.handoff.calendar.zone),
    isOut ? null : intentCrossing({ profile, properties, signals }, playbook, now),
  ];
  const ahead = instants.filter((at) => at !== null).filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

function clocks({ handoff, status }: Standing): readonly (number | null)[] {
  if (handoff.kind === "offered") return [handoff.firstTouchDueAt, handoff.decisionDueAt];
  return handoff.kind === "returned" && status === "recycled" ? [handoff.reenterAt] : [];
}
