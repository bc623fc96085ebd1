import { parseInstant } from "./civil-date.ts";
import {
  type Confirmation,
  handoffWords,
  type Inputs,
  type Override,
  overrideReasons,
  overrideStatuses,
} from "./contact-facts.ts";
import { textIn } from "./read-text.ts";
import type { RecordSnapshot } from "./snapshot.ts";

/** Properties by which people, forms and workflows speak to us. */
export const contactInputs: readonly string[] = [
  "medqual_handoff",
  "medqual_return_reason",
  "medqual_need",
  "medqual_timeline",
  "medqual_authority",
  "medqual_next_step_date",
  "medqual_budget_path",
  "medqual_current_tools",
  "medqual_integration",
  "medqual_compliance",
  "medqual_committee_role",
  "medqual_organization_type",
  "medqual_specialty",
  "medqual_service_interest",
  "medqual_signal",
  "medqual_signal_date",
  "medqual_override",
  "medqual_override_reason",
  "medqual_override_until",
  "medqual_snooze_until",
];

/** What people said about the handoff and the checklist. A next step counts once it has a date. */
export function readInputs(contact: RecordSnapshot): Inputs {
  const nextStepAt = dateIn(contact, "medqual_next_step_date");
  return {
    handoff: handoffIn(contact),
    returnReason: textIn(contact, "medqual_return_reason"),
    override: overrideIn(contact),
    snoozeUntil: dateIn(contact, "medqual_snooze_until"),
    checklist: {
      need: confirmationIn(contact, "medqual_need"),
      timeline: confirmationIn(contact, "medqual_timeline"),
      authority: confirmationIn(contact, "medqual_authority"),
      next_step: nextStepAt === null ? "unknown" : "confirmed",
      budget_path: confirmationIn(contact, "medqual_budget_path"),
      current_tools: confirmationIn(contact, "medqual_current_tools"),
      integration: confirmationIn(contact, "medqual_integration"),
      compliance: confirmationIn(contact, "medqual_compliance"),
    },
    nextStepAt,
  };
}

function handoffIn(contact: RecordSnapshot): Inputs["handoff"] {
  const word = textIn(contact, "medqual_handoff");
  return handoffWords.find((each) => each === word) ?? null;
}

function overrideIn(contact: RecordSnapshot): Override | null {
  const said = textIn(contact, "medqual_override");
  const why = textIn(contact, "medqual_override_reason");
  const status = overrideStatuses.find((each) => each === said);
  const reason = overrideReasons.find((each) => each === why);
  const until = dateIn(contact, "medqual_override_until");
  return status && reason && until !== null ? { status, reason, until } : null;
}

function dateIn(contact: RecordSnapshot, property: string): number | null {
  const text = textIn(contact, property);
  return text === null ? null : parseInstant(text);
}

function confirmationIn(contact: RecordSnapshot, property: string): Confirmation {
  const word = textIn(contact, property);
  return word === "confirmed" || word === "negative" ? word : "unknown";
}
