import { longDate } from "../facts/civil-date.ts";
import type { ReturnReason, Status } from "../decision.ts";
import type { ExclusionId, Override } from "../facts/contact-facts.ts";

export const statusLabels: Readonly<Record<Status, string>> = {
  nurture: "Nurture",
  hold: "On hold",
  mql: "MQL",
  sql: "SQL",
  recycled: "Recycled",
  disqualified: "Disqualified",
  customer: "Customer",
};

export const returnReasonLabels: Readonly<Record<ReturnReason, string>> = {
  not_a_fit: "Not a fit",
  competitor: "Competitor",
  vendor: "Vendor",
  student: "Student",
  job_seeker: "Job seeker",
  existing_customer: "Existing customer",
  no_need: "No need",
  no_timeline: "No timeline",
  no_authority: "No authority",
  wrong_contact: "Wrong contact",
  duplicate: "Duplicate",
  unreachable: "Unreachable",
};

export const overrideReasonLabels: Readonly<Record<Override["reason"], string>> = {
  known_from_conversation: "Known from a conversation",
  strategic_account: "Strategic account",
  existing_relationship: "Existing relationship",
  wrong_data: "Data is wrong and being corrected",
  legal_or_policy: "Legal or policy",
};

export const exclusionLabels: Readonly<Record<ExclusionId, string>> = {
  competitor: "Competitor",
  vendor: "Vendor",
  student: "Student",
  job_seeker: "Job seeker",
  patient: "Patient inquiry",
  customer: "Existing customer",
};

/** "MQL by override until 30 Nov 2026: strategic account." */
export function overrideSentence({ status, reason, until }: Override): string {
  const why = overrideReasonLabels[reason].toLowerCase();
  return `${statusLabels[status]} by override until ${longDate(until)}: ${why}.`;
}
