import type { ReturnReason, Status } from "../decision.ts";
import type { ExclusionId } from "../facts/contact-facts.ts";

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

export const exclusionLabels: Readonly<Record<ExclusionId, string>> = {
  competitor: "Competitor",
  vendor: "Vendor",
  student: "Student",
  job_seeker: "Job seeker",
  patient: "Patient inquiry",
  customer: "Existing customer",
};
