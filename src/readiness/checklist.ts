import type { ChecklistLine, Readiness } from "../decision.ts";
import { type ChecklistItemId, checklistItems, type ContactFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { hintsFrom } from "./hints.ts";

const dayMs = 86_400_000;

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
 * offers which the contact answered add. A next step counts while its date has not passed.
 */
export function assessReadiness(facts: ContactFacts, playbook: Playbook, now: number): Readiness {
  const required = requiredItems(facts, playbook);
  const hints = hintsFrom(facts.signals);
  const passesAt = nextStepPassesAt(facts);
  const isPassed = passesAt !== null && passesAt <= now;
  const lines = checklistItems
    .map((id): ChecklistLine => {
      const said = facts.inputs.checklist[id];
      const isDated = id !== "next_step" || (passesAt !== null && !isPassed);
      const state = said === "confirmed" && !isDated ? "unknown" : said;
      const hint = state === "unknown" ? (hints.get(id) ?? null) : null;
      return { id, label: checklistLabels[id], required: required.has(id), state, hint };
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

/** The instant after the day of the next step, in UTC; `null` without a date. */
export function nextStepPassesAt({ inputs }: ContactFacts): number | null {
  if (inputs.nextStepAt === null) return null;
  return (Math.floor(inputs.nextStepAt / dayMs) + 1) * dayMs;
}

function requiredItems({ signals }: ContactFacts, playbook: Playbook): ReadonlySet<string> {
  const answered = new Set(signals.map(({ offerId }) => offerId));
  const extras = playbook.offers.filter(({ id }) => answered.has(id)).flatMap((o) => o.extras);
  return new Set([...playbook.readiness.required, ...extras]);
}
