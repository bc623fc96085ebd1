import type { Handoff } from "../decision.ts";

/** Whether sales has taken the contact on, even if a second handoff is still open. */
export function hasAccepted(handoff: Handoff): boolean {
  switch (handoff.kind) {
    case "accepted":
      return true;
    case "offered":
    case "expired":
      return handoff.step === 2;
    case "none":
    case "returned":
      return false;
  }
}
