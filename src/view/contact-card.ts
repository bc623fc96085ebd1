import type { ContactDecision, Flag, Readiness } from "../decision.ts";
import { overrideSentence, statusLabels } from "../explain/labels.ts";
import { questionsFor } from "../explain/why-not-questions.ts";
import { whyNot } from "../explain/why-not.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { handoverBrief } from "../handoff/brief.ts";
import type { ContactCardView, WhyNotView } from "./card-view.ts";
import { committeeView } from "./committee.ts";
import { fieldNotes } from "./field-notes.ts";
import { handoffView } from "./handoff.ts";
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

/** What the card of a contact draws: finished sentences, and the numbers behind them. */
export function contactCardView(
  decision: ContactDecision,
  facts: ContactFacts,
  at: { readonly playbook: Playbook; readonly now: number },
): ContactCardView {
  const { playbook } = at;
  const { status, standing, next, readiness } = decision;
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
    override: decision.override && overrideSentence(decision.override),
    next: { ...next, side: sides[next.side] },
    handoff: handoffView(decision, playbook),
    whyNot: whyNotView(decision, facts, at),
    brief: handoverBrief(decision, facts, playbook),
    fields: fieldNotes(facts),
    reasons,
    missing: decision.missing,
    fit: scoreView("Fit", decision.fit),
    intent: scoreView("Intent", decision.intent),
    readiness: {
      score: readiness.score,
      sentence: readinessSentence(readiness),
      lines: readiness.lines.map(({ caveat, hint, ...line }) => ({
        ...line,
        hint: caveat ?? hint,
      })),
    },
    committee: committeeView({
      committee: decision.committee,
      account: facts.account,
      isRequiredAtSql: playbook.committee.requiredAtSql,
    }),
    changesAt: decision.nextAt,
  };
}

function whyNotView(
  decision: ContactDecision,
  facts: ContactFacts,
  at: { readonly playbook: Playbook; readonly now: number },
): WhyNotView | null {
  const answer = whyNot(facts, decision, at);
  if (answer === null) return null;
  const { committee } = decision;
  const questions = questionsFor(answer.changes, { facts, committee, playbook: at.playbook });
  const target = answer.target.toUpperCase();
  return { title: `What ${target} still needs`, questions };
}

function readinessSentence({ lines, complete }: Readiness): string {
  const required = lines.filter((line) => line.required);
  const confirmed = required.filter(({ state }) => state === "confirmed").length;
  if (complete) return `All ${required.length} required items are confirmed.`;
  return `${confirmed} of ${required.length} required items are confirmed.`;
}
