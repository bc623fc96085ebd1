import type { ContactDecision, Flag, Readiness, Status } from "../decision.ts";
import { statusLabels } from "../explain/labels.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { ContactCardView, Tone } from "./card-view.ts";
import { committeeView } from "./committee.ts";
import { scoreView } from "./score.ts";

const tones: Readonly<Record<Status, Tone>> = {
  nurture: "default",
  hold: "warning",
  mql: "info",
  sql: "success",
  recycled: "default",
  disqualified: "danger",
  customer: "success",
};
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
  playbook: Playbook,
): ContactCardView {
  const { status, standing, next, readiness } = decision;
  const [summary = "", ...reasons] = decision.reasons;
  return {
    kind: "contact",
    name: facts.name,
    status,
    statusLabel: statusLabels[status],
    tone: decision.flags.length > 0 ? "warning" : tones[status],
    since: standing.since,
    summary,
    flags: decision.flags.map((flag) => flagSentences[flag]),
    next: { text: next.text, side: sides[next.side], dueAt: next.dueAt },
    reasons,
    missing: decision.missing,
    fit: scoreView("Fit", decision.fit),
    intent: scoreView("Intent", decision.intent),
    readiness: {
      score: readiness.score,
      sentence: readinessSentence(readiness),
      lines: readiness.lines,
    },
    committee: committeeView({
      committee: decision.committee,
      account: facts.account,
      isRequiredAtSql: playbook.committee.requiredAtSql,
    }),
    changesAt: decision.nextAt,
  };
}

function readinessSentence({ lines, complete }: Readiness): string {
  const required = lines.filter((line) => line.required);
  const confirmed = required.filter(({ state }) => state === "confirmed").length;
  if (complete) return `All ${required.length} required items are confirmed.`;
  return `${confirmed} of ${required.length} required items are confirmed.`;
}
