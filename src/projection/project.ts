import type { ContactDecision, DealDecision } from "../decision.ts";
import type { ContactFacts, DealFacts } from "../facts/contact-facts.ts";

/** HubSpot takes texts shorter than 65,536 characters; the rest is for its own counting. */
const longestText = 60_000;

/**
 * What a contact's properties should say. Outside `active` mode nothing that people share with us is
 * touched: no lifecycle stage, no lead status, no handoff.
 */
export function projectContact(
  decision: ContactDecision,
  facts: ContactFacts,
  mode: "observe" | "active" | "paused",
  now: number,
): Record<string, string> {
  const { status, fit, intent, readiness, missing, next } = decision;
  const owner = next.side === "none" || facts.ownerId !== null ? "" : " Nobody owns this contact.";
  const results = {
    medqual_status: status,
    medqual_fit: String(fit.lower),
    medqual_intent: String(intent.lower),
    medqual_readiness: String(readiness.score),
    medqual_reasons: asText(decision.reasons),
    medqual_missing: missing.map(({ id }) => id).join(";"),
    medqual_next_action: `${next.text}${owner}`,
    medqual_scored_at: String(now),
  };
  return mode === "active" ? { ...results, ...shared(decision) } : results;
}

/** What a deal's properties should say. */
export function projectDeal(
  decision: DealDecision,
  _facts: DealFacts,
  now: number,
): Record<string, string> {
  return {
    medqual_committee_completeness: String(decision.committee.completeness),
    medqual_missing_roles: decision.missingRoles.map(({ id }) => id).join(";"),
    medqual_scored_at: String(now),
  };
}

function shared({ status, standing }: ContactDecision): Record<string, string> {
  return { ...lifecycleStage(status), ...leadStatus(status, standing.handoff) };
}

function lifecycleStage(status: ContactDecision["status"]): Record<string, string> {
  if (status === "mql") return { lifecyclestage: "marketingqualifiedlead" };
  return status === "sql" ? { lifecyclestage: "salesqualifiedlead" } : {};
}

function leadStatus(
  status: ContactDecision["status"],
  handoff: ContactDecision["standing"]["handoff"],
): Record<string, string> {
  if (status === "disqualified") return { hs_lead_status: "UNQUALIFIED" };
  if (status === "recycled") return { hs_lead_status: "BAD_TIMING" };
  if (handoff.kind === "offered") return { hs_lead_status: "NEW", medqual_handoff: "offered" };
  return handoff.kind === "accepted" ? { hs_lead_status: "IN_PROGRESS" } : {};
}

/** As many whole lines as fit. */
function asText(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text}\n${line}`;
    if (longer.length > longestText) break;
    text = longer;
  }
  return text;
}
