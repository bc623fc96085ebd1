import type { ContactDecision } from "../decision.ts";
import { type ContactFacts, exclusionIds } from "../facts/contact-facts.ts";
import { hasAccepted } from "../handoff/has-accepted.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { countedSignals } from "../scoring/counted-signals.ts";
import { type Change, isCorrection } from "./change.ts";
import { committeeGap } from "./committee-gap.ts";
import { factGaps } from "./fact-gaps.ts";
import { intentGap, neededOfSignals } from "./intent-gap.ts";

export type WhyNot = { readonly target: "mql" | "sql"; readonly changes: readonly Change[] };

type Moment = {
  readonly playbook: Playbook;
  readonly now: number;
  readonly evidenceFrom: number | null;
};

/**
 * The smallest set of changes that takes a contact its next step, to MQL or to SQL: the fewest
 * corrections of what is recorded, then the fewest changes at all. `null` where no change of facts
 * does it: sales has returned the contact for good, it is a customer, a person's override holds, or
 * its signals were not read.
 */
export function whyNot(
  facts: ContactFacts,
  decision: ContactDecision,
  at: { readonly playbook: Playbook; readonly now: number },
): WhyNot | null {
  const { status, standing, override } = decision;
  switch (status) {
    case "mql":
    case "sql":
      return { target: "sql", changes: toSql(facts, decision, at.playbook) };
    case "nurture":
    case "hold":
    case "recycled":
    case "disqualified": {
      const isFinal = status === "disqualified" && standing.handoff.kind === "returned";
      if (isFinal || override !== null || !facts.signalsRead) return null;
      const changes = toMql(facts, { ...at, evidenceFrom: standing.evidenceFrom });
      return changes && { target: "mql", changes };
    }
    case "customer":
      return null;
  }
}

function toMql(facts: ContactFacts, moment: Moment): readonly Change[] | null {
  const { source, contactable, domainVerified, exclusions } = facts;
  const isSyndicated = source.kind === "known" && source.value === "syndication";
  const counted = countedSignals(facts.signals, moment.evidenceFrom);
  const lacksOwn = isSyndicated && !counted.some(({ own }) => own);
  const learned = fewest(facts, moment, { isSyndicated, fewest: lacksOwn ? 1 : 0 });
  if (learned === null) return null;
  const isReachable = contactable.kind === "known" && contactable.value;
  const isVerified = domainVerified.kind === "known" && domainVerified.value;
  const cleared = exclusionIds
    .filter((id) => exclusions[id].kind === "known" && exclusions[id].value)
    .map((exclusion): Change => ({ kind: "clear", exclusion }));
  return [
    ...cleared,
    ...learned.facts,
    ...(isReachable ? [] : [{ kind: "reach" } as const]),
    ...(!isSyndicated || isVerified ? [] : [{ kind: "verify_domain" } as const]),
    ...learned.signals,
  ];
}

type Learned = { readonly facts: readonly Change[]; readonly signals: readonly Change[] };

/** The choice of facts that, with the signals it leaves to be seen, asks for the least. */
function fewest(
  facts: ContactFacts,
  moment: Moment,
  asked: { readonly isSyndicated: boolean; readonly fewest: number },
): Learned | null {
  const { playbook } = moment;
  const needed = neededOfSignals(facts, playbook);
  const bySignals = new Map<number, readonly Change[] | null>();
  const signalsFor = (points: number) => {
    const known = bySignals.get(points);
    if (known !== undefined) return known;
    const found = intentGap(facts, moment, { needed: points, fewest: asked.fewest });
    bySignals.set(points, found);
    return found;
  };
  const ways = factGaps(facts, playbook, asked.isSyndicated).flatMap((option): Learned[] => {
    const signals = signalsFor(needed - option.intent);
    return signals === null ? [] : [{ facts: option.changes, signals }];
  });
  return ways.toSorted(fewerFirst)[0] ?? null;
}

/** Corrections weigh most; of as many changes, those that need fewer facts. */
function fewerFirst(a: Learned, b: Learned): number {
  const corrections = (way: Learned) => way.facts.filter(isCorrection).length;
  const all = (way: Learned) => way.facts.length + way.signals.length;
  return corrections(a) - corrections(b) || all(a) - all(b) || a.facts.length - b.facts.length;
}

function toSql(
  facts: ContactFacts,
  { standing, readiness, committee }: ContactDecision,
  playbook: Playbook,
): readonly Change[] {
  const { handoff } = standing;
  const isLast =
    standing.status === "sql" ||
    (handoff.kind === "accepted" && (handoff.step === 2 || playbook.handoff.second === null));
  const first = hasAccepted(handoff) ? [] : [{ kind: "accept", step: 1 } as const];
  const second = playbook.handoff.second === null ? [] : [{ kind: "accept", step: 2 } as const];
  const required = readiness.lines.filter((line) => line.required);
  // What sales has confirmed already needs no second word, only the person it rests on.
  const unsaid = required.filter(({ state, caveat }) => state !== "confirmed" && caveat === null);
  return [
    ...(isLast ? [] : [...first, ...second]),
    ...unsaid.map(({ id }) => ({ kind: "confirm", item: id }) as const),
    ...committeeGap(facts, playbook, {
      committee: playbook.committee.requiredAtSql && !committee.completeForSql,
      authority: required.some(({ id }) => id === "authority"),
    }),
  ];
}
