import type { ContactDecision, Flag } from "../decision.ts";
import { overrideSentence, statusLabels } from "../explain/labels.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import type { Records } from "../facts/read-text.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { handoverBrief } from "../handoff/brief.ts";
import { overrideOptions, overrideReasonOptions } from "../projection/options.ts";
import type { ContactCardView } from "./card-view.ts";
import { committeeView } from "./committee.ts";
import { fieldNotes } from "./field-notes.ts";
import { gapsView } from "./gaps.ts";
import { handoffView } from "./handoff.ts";
import { readinessView } from "./readiness.ts";
import { scoreView } from "./score.ts";
import { statusTones } from "./tones.ts";

const flagSentences: Readonly<Record<Flag, string>> = {
  stale: "The date of the next step has passed.",
  incomplete: "Sales has accepted, but not everything SQL asks for is confirmed.",
  overdue: "Nobody accepted or returned this lead in time.",
  unowned: "Nobody who works here owns this lead, and its queue names no one to fall back on.",
  excluded: "Something on this record disqualifies it. Return it, or correct the record.",
};
const sides = { sales: "Sales", marketing: "Marketing", none: "Nobody" } as const;

/**
 * What the card of a contact draws: finished sentences, and the numbers behind them. With the records
 * it also tells of values that only probably mean something.
 */
export function contactCardView(
  decision: ContactDecision,
  facts: ContactFacts,
  at: { readonly playbook: Playbook; readonly now: number; readonly records?: Records },
): ContactCardView {
  const { playbook } = at;
  const { status, standing, next } = decision;
  const { companyId } = facts.account;
  const [summary = "", ...reasons] = decision.reasons;
  return {
    kind: "contact",
    name: facts.name,
    status,
    statusLabel: statusLabels[status],
    tone: decision.flags.length > 0 ? "warning" : statusTones[status],
    since: standing.since,
    summary,
    flags: decision.flags.map((flag) => flagSentences[flag]),
    override: {
      sentence: decision.override && overrideSentence(decision.override),
      statuses: overrideOptions,
      reasons: overrideReasonOptions,
    },
    next: { ...next, side: sides[next.side] },
    handoff: handoffView(decision, playbook),
    gaps: gapsView(decision, facts, at),
    brief: handoverBrief(decision, facts, playbook),
    fields: fieldNotes(facts, at),
    reasons,
    fit: scoreView("Fit", decision.fit),
    intent: scoreView("Intent", decision.intent),
    readiness: readinessView(decision.readiness),
    committee: committeeView({
      committee: decision.committee,
      account: facts.account,
      isRequiredAtSql: playbook.committee.requiredAtSql,
      addTo: companyId === null ? null : { objectTypeId: "0-2", objectId: companyId },
    }),
    changesAt: decision.nextAt,
  };
}
