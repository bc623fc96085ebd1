import type { Dimension, MissingFact, NotYetReason, Verdict } from "../decision.ts";
import { type ContactFacts, exclusionIds } from "../facts/contact-facts.ts";
import type { Signal } from "../facts/signal.ts";

type Outcome = Dimension["outcome"];
type Test = {
  readonly reason: NotYetReason;
  readonly outcome: Outcome;
  /** Facts that would decide it. */
  readonly unknown: readonly MissingFact[];
};

/** Everything the MQL question depends on. `signals` are those that count, `null` when not read. */
export type MqlQuestion = Pick<
  ContactFacts,
  "exclusions" | "contactable" | "source" | "domainVerified"
> & {
  readonly fit: Dimension;
  /** Fit from facts that were stated, not inferred. */
  readonly confirmedFit: Dimension;
  readonly intent: Dimension;
  readonly signals: readonly Signal[] | null;
};

/**
 * Fit AND intent AND the contact may be contacted AND the source's own rule, unless excluded. Any
 * failure is "not yet"; otherwise anything undecided is "hold". Only a met exclusion excludes.
 */
export function judgeMql(question: MqlQuestion): Verdict {
  for (const id of exclusionIds) {
    const exclusion = question.exclusions[id];
    if (exclusion.kind === "known" && exclusion.value)
      return { kind: "disqualified", exclusion: id, evidence: exclusion.evidence };
  }
  const tests = testsOf(question);
  const because = new Set<NotYetReason>();
  const missing = new Set<MissingFact>();
  let isOpen = false;
  for (const { reason, outcome, unknown } of tests) {
    if (outcome === "fails") because.add(reason);
    if (outcome !== "undecided") continue;
    isOpen = true;
    for (const fact of unknown) missing.add(fact);
  }
  if (because.size > 0) return { kind: "not_yet", because: [...because] };
  return isOpen ? { kind: "hold", missing: [...missing] } : { kind: "qualified" };
}

function testsOf(question: MqlQuestion): readonly Test[] {
  const { fit, intent } = question;
  const tests: readonly Test[] = [
    { reason: "fit", outcome: fit.outcome, unknown: fit.unknown },
    { reason: "intent", outcome: intent.outcome, unknown: intent.unknown },
    { reason: "not_contactable", outcome: contactable(question), unknown: ["email"] },
  ];
  const { source } = question;
  const isBought = source.kind === "known" && source.value === "syndication";
  return isBought ? [...tests, ...syndicationRule(question)] : tests;
}

function contactable({ contactable: fact }: MqlQuestion): Outcome {
  if (fact.kind === "unknown") return "undecided";
  return fact.value ? "passes" : "fails";
}

/**
 * Bought leads need a verified business domain, confirmed fit, and a second signal as well: one on an
 * own property, so the syndicated content itself is never it.
 */
function syndicationRule(question: MqlQuestion): readonly Test[] {
  const { domainVerified: domain, confirmedFit, signals } = question;
  const verified = domain.kind === "unknown" ? "undecided" : domain.value ? "passes" : "fails";
  const ownSignal =
    signals === null ? "undecided" : signals.some(({ own }) => own) ? "passes" : "fails";
  const reason = "syndication";
  return [
    { reason, outcome: verified, unknown: ["domain"] },
    { reason, outcome: confirmedFit.outcome, unknown: confirmedFit.unknown },
    { reason, outcome: ownSignal, unknown: [] },
  ];
}
