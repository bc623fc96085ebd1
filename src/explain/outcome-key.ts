import type { ContactDecision, DealDecision, Dimension } from "../decision.ts";
import { stepOf } from "../handoff/queue.ts";

/**
 * A stable text of everything a person would call a changed outcome. Two decisions with the same key
 * are one entry in the trail.
 */
export function outcomeKey(decision: ContactDecision | DealDecision): string {
  return decision.kind === "contact" ? contactKey(decision) : dealKey(decision);
}

function contactKey(decision: ContactDecision): string {
  const { status, verdict, standing, readiness, committee } = decision;
  const isOut = status === "disqualified" || status === "customer";
  return JSON.stringify({
    status,
    verdict,
    override: decision.override,
    reasons: decision.reasons,
    missing: decision.missing,
    flags: decision.flags,
    handoff: [standing.handoff.kind, stepOf(standing.handoff)],
    snoozed: standing.snoozed,
    committee: coverageKey(committee),
    fit: bandOf(decision.fit),
    // Nobody waits for the interest of those who are out.
    intent: isOut ? null : bandOf(decision.intent),
    readiness,
  });
}

function dealKey(decision: DealDecision) {
  const { committee, singleThreaded, missingRoles, goneSilent, stalledBecause } = decision;
  const missing = missingRoles.map(({ id }) => id);
  return JSON.stringify({
    committee: coverageKey(committee),
    singleThreaded,
    missing,
    goneSilent: goneSilent.map(({ id }) => id),
    stalledBecause,
  });
}

function coverageKey({ templateId, roles, completeness }: ContactDecision["committee"]) {
  return { templateId, completeness, roles: roles.map(({ id, state }) => [id, state]) };
}

function bandOf({ lower, upper, outcome }: Dimension) {
  return [outcome, Math.floor(lower / 10), Math.floor(upper / 10)];
}
