import type { ContactDecision, DealDecision, Handoff, Status } from "../decision.ts";
import type { ContactFacts, DealFacts, HandoffWord } from "../facts/contact-facts.ts";
import { hasAccepted } from "../handoff/has-accepted.ts";
import type { Playbook, Projection } from "../playbook/playbook.ts";

/** HubSpot takes texts shorter than 65,536 characters; the rest is for its own counting. */
const longestText = 60_000;

/**
 * What a contact's properties should say. Outside `active` mode nothing that people share with us is
 * touched: no lifecycle stage, no lead status, no handoff, no owner.
 */
export function projectContact(
  decision: ContactDecision,
  facts: ContactFacts,
  at: {
    readonly playbook: Playbook;
    readonly mode: "observe" | "active" | "paused";
    readonly now: number;
  },
): Record<string, string> {
  const { status, fit, intent, readiness, missing, next } = decision;
  const { playbook, mode, now } = at;
  const owner = next.side === "none" || next.ownerId !== null ? "" : " Nobody owns this contact.";
  const results = {
    medqual_status: status,
    medqual_fit: String(fit.lower),
    medqual_intent: String(intent.lower),
    medqual_readiness: String(readiness.score),
    medqual_reasons: asText(decision.reasons),
    medqual_missing: missingValue(missing),
    medqual_next_action: `${next.text}${owner}`,
    medqual_scored_at: String(now),
  };
  return mode === "active" ? { ...results, ...shared(decision, facts, playbook) } : results;
}

/** All of the portal's own properties share one option. */
function missingValue(missing: ContactDecision["missing"]): string {
  const values = missing.map(({ id }) => (id.includes(".") ? "own_property" : id));
  return [...new Set(values)].join(";");
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

function shared(
  decision: ContactDecision,
  facts: ContactFacts,
  { projection }: Playbook,
): Record<string, string> {
  const { status, standing } = decision;
  const stage = status === "mql" || status === "sql" ? projection.lifecycle[status] : null;
  const step = leadStep(status, standing.handoff);
  const leadStatus = step && projection.leadStatus[step];
  const word = offerWord(standing.handoff);
  const owner = newOwner(decision, facts);
  return {
    ...(stage === null ? {} : { lifecyclestage: stage }),
    ...(leadStatus === null ? {} : { hs_lead_status: leadStatus }),
    ...(word === null ? {} : { medqual_handoff: word }),
    ...(owner === null ? {} : { hubspot_owner_id: owner }),
  };
}

function leadStep(status: Status, handoff: Handoff): keyof Projection["leadStatus"] | null {
  if (status === "disqualified" || status === "recycled") return status;
  if (hasAccepted(handoff)) return "accepted";
  return handoff.kind === "offered" ? "offered" : null;
}

function offerWord(handoff: Handoff): HandoffWord | null {
  if (handoff.kind !== "offered") return null;
  return handoff.step === 1 ? "offered" : "offered_next";
}

/** An offered lead that no active owner has goes to whom its queue falls back on. */
function newOwner({ standing, next }: ContactDecision, facts: ContactFacts): string | null {
  const isOwned = facts.ownerId !== null && facts.ownerIsActive;
  return standing.handoff.kind === "offered" && !isOwned ? next.ownerId : null;
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
