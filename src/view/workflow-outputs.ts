import type { ContactDecision, DealDecision } from "../decision.ts";
import { statusLabels } from "../explain/labels.ts";

/** What a workflow can branch by, by the names of the action's output fields. */
export type Outputs = Readonly<Record<string, string | number>>;

/** Where a contact stands; numbers are whole points. Lists are for people, parted by semicolons. */
export function qualificationOutputs(decision: ContactDecision): Outputs {
  const { status, fit, intent, readiness, missing, next } = decision;
  return {
    medqual_status: status,
    medqual_status_label: statusLabels[status],
    medqual_fit: fit.lower,
    medqual_intent: intent.lower,
    medqual_readiness: readiness.score,
    medqual_missing: missing.map(({ label }) => label).join("; "),
    medqual_next_action: next.text,
  };
}

/** Whether those who have to agree are there, for a contact's company or for a deal. */
export function committeeOutputs({ committee }: ContactDecision | DealDecision): Outputs {
  const missing = committee.roles.filter(
    ({ state }) => state === "missing" || state === "suggested",
  );
  const { next } = committee;
  return {
    medqual_committee_complete: committee.completeForSql ? "yes" : "no",
    medqual_committee_completeness: committee.completeness,
    medqual_missing_roles: missing.map(({ label }) => label).join("; "),
    medqual_next_contact: next?.person?.name ?? next?.roleLabel ?? "",
  };
}
