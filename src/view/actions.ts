import type { ContactDecision } from "../decision.ts";
import { returnReasons } from "../decision.ts";
import { returnReasonLabels } from "../explain/labels.ts";
import { checklistItems } from "../facts/contact-facts.ts";
import { hasAccepted } from "../handoff/has-accepted.ts";
import type { ActionsView } from "./card-view.ts";

export const noActions: ActionsView = { accept: false, returnReasons: [], answers: [] };

/**
 * What the card offers: an MQL is there to be accepted, whoever works it; what was offered or accepted
 * can be returned; and the checklist is open to everybody, like its properties in HubSpot.
 */
export function actionsView(
  { status, standing }: ContactDecision,
  mayHandOver: boolean,
): ActionsView {
  if (status !== "mql" && status !== "sql") return noActions;
  const { kind } = standing.handoff;
  const isTaken = hasAccepted(standing.handoff) && kind !== "offered";
  const isReturnable = kind !== "none" && kind !== "returned";
  return {
    accept: mayHandOver && !isTaken,
    returnReasons:
      mayHandOver && isReturnable
        ? returnReasons.map((value) => ({ value, label: returnReasonLabels[value] }))
        : [],
    answers: checklistItems,
  };
}
