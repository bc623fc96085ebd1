import type { ContactDecision, Handoff } from "../decision.ts";
import { returnReasonLabels } from "../explain/labels.ts";
import { longDate } from "../facts/civil-date.ts";
import { returnReasonOptions } from "../projection/options.ts";
import { queueLabel } from "../handoff/queue.ts";
import { localDate } from "../handoff/wall-clock.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { HandoffView } from "./card-view.ts";

/** The clock of the handoff, and what sales can do about it now. */
export function handoffView(decision: ContactDecision, playbook: Playbook): HandoffView {
  const { status, standing } = decision;
  const { handoff } = standing;
  const isOpen = handoff.kind !== "accepted" && handoff.kind !== "returned";
  const isReturnable = status === "mql" || status === "sql";
  return {
    state: handoff.kind,
    sentence: sentence(handoff, playbook),
    dueAt: handoff.kind === "offered" ? decision.next.dueAt : null,
    isOverdue: handoff.kind === "expired",
    canAccept: status === "mql" && isOpen,
    canReturn: isReturnable,
    canSnooze: handoff.kind === "offered" && handoff.snoozedUntil === null,
    returnReasons: isReturnable ? returnReasonOptions : [],
  };
}

function sentence(handoff: Handoff, playbook: Playbook): string {
  const on = (at: number) => localDate(at, playbook.handoff.calendar.zone);
  switch (handoff.kind) {
    case "none":
      return "Not handed over.";
    case "offered": {
      const queue = queueLabel(handoff, playbook);
      const offered = `Offered to ${queue} on ${on(handoff.at)}`;
      if (handoff.snoozedUntil === null) return `${offered}.`;
      return `${offered}, snoozed until ${longDate(handoff.snoozedUntil)}.`;
    }
    case "expired":
      return `${queueLabel(handoff, playbook)} has neither accepted nor returned it by ${on(handoff.at)}.`;
    case "accepted":
      return handoff.step === 1 && playbook.handoff.second !== null
        ? `Accepted on ${on(handoff.at)}; ${playbook.handoff.second.queue.label} take it over next.`
        : `Accepted by sales on ${on(handoff.at)}.`;
    case "returned": {
      const reason =
        handoff.reason === null ? "" : `: ${returnReasonLabels[handoff.reason].toLowerCase()}`;
      return `Returned by sales on ${on(handoff.at)}${reason}.`;
    }
  }
}
