import type { ChecklistLine, Readiness } from "../decision.ts";
import { type ChecklistItemId, checklistItems, type ContactFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { endOfDay } from "../handoff/wall-clock.ts";
import { authorityCaveat } from "./authority.ts";
import { hintsFrom } from "./hints.ts";

export const checklistLabels: Readonly<Record<ChecklistItemId, string>> = {
  need: "Need",
  timeline: "Timeline",
  authority: "Authority",
  next_step: "Next step",
  budget_path: "Budget path",
  current_tools: "Current tools",
  integration: "Integration needs",
  compliance: "Compliance needs",
};

/**
 * What sales has confirmed of what SQL asks for: the playbook's required items, and those that the
 * offers which the contact answered add. A next step counts while its date has not passed; authority
 * counts once somebody of the account is known who has it.
 */
export function assessReadiness(facts: ContactFacts, playbook: Playbook, now: number): Readiness {
  const required = requiredItems(facts, playbook);
  const hints = hintsFrom(facts.signals, playbook.handoff.calendar.zone);
  const passesAt = nextStepPassesAt(facts, playbook);
  const caveat = authorityCaveat(facts);
  const isPassed = passesAt !== null && passesAt <= now;
  const lines = checklistItems
    .map((id): ChecklistLine => {
      const said = facts.inputs.checklist[id];
      const isDated = id !== "next_step" || (passesAt !== null && !isPassed);
      const doubt = id === "authority" && said === "confirmed" ? caveat : null;
      const counts = isDated && doubt === null;
      const state = said === "confirmed" && !counts ? "unknown" : said;
      const hint = state === "unknown" ? (hints.get(id) ?? null) : null;
      const label = checklistLabels[id];
      return { id, label, required: required.has(id), state, hint, caveat: doubt };
    })
    .filter((line) => line.required || line.state !== "unknown" || line.hint !== null);
  const asked = lines.filter((line) => line.required);
  const confirmed = asked.filter(({ state }) => state === "confirmed").length;
  return {
    score: asked.length === 0 ? 100 : Math.round((confirmed / asked.length) * 100),
    lines,
    complete: confirmed === asked.length,
    stale: isPassed,
  };
}

/** The instant after the day of the next step, in the portal's time; `null` without a date. */
export function nextStepPassesAt(
  { inputs }: ContactFacts,
  { handoff: { calendar } }: Playbook,
): number | null {
  return inputs.nextStepAt === null ? null : endOfDay(inputs.nextStepAt, calendar.zone);
}

function requiredItems({ signals }: ContactFacts, playbook: Playbook): ReadonlySet<string> {
  const answered = new Set(signals.map(({ offerId }) => offerId));
  const extras = playbook.offers.filter(({ id }) => answered.has(id)).flatMap((o) => o.extras);
  return new Set([...playbook.readiness.required, ...extras]);
}

/** Whether all these items are confirmed. */
export function isConfirmed(items: readonly ChecklistItemId[], { lines }: Readiness): boolean {
  return items.every((item) => lines.some(({ id, state }) => id === item && state === "confirmed"));
}
