import { parseInstant } from "./civil-date.ts";
import type { Confirmation, Inputs } from "./contact-facts.ts";
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
];

/** What people said about the handoff and the checklist. A next step counts once it has a date. */
export function readInputs(contact: RecordSnapshot): Inputs {
  const date = textIn(contact, "medqual_next_step_date");
  const nextStepAt = date === null ? null : parseInstant(date);
  return {
    handoff: handoffIn(contact),
    returnReason: textIn(contact, "medqual_return_reason"),
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
  return word === "offered" || word === "accepted" || word === "returned" ? word : null;
}

function confirmationIn(contact: RecordSnapshot, property: string): Confirmation {
  const word = textIn(contact, property);
  return word === "confirmed" || word === "negative" ? word : "unknown";
}
