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
  const { fit, intent } = question;
  const tests: readonly Test[] = [
    { reason: "fit", outcome: fit.outcome, unknown: fit.unknown },
    { reason: "intent", outcome: intent.outcome, unknown: intent.unknown },
    { reason: "not_contactable", outcome: contactable(question), unknown: ["email"] },
    ...syndicationRule(question),
  ];
  if (tests.some(({ outcome }) => outcome === "fails"))
    return { kind: "not_yet", because: [...new Set(failed(tests))] };
  if (tests.some(({ outcome }) => outcome === "undecided")) {
    const undecided = tests.filter(({ outcome }) => outcome === "undecided");
    return { kind: "hold", missing: [...new Set(undecided.flatMap((test) => test.unknown))] };
  }
  return { kind: "qualified" };
}

function failed(tests: readonly Test[]): readonly NotYetReason[] {
  return tests.filter(({ outcome }) => outcome === "fails").map(({ reason }) => reason);
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
  const { source, domainVerified: domain, confirmedFit, signals } = question;
  if (source.kind === "unknown" || source.value !== "syndication") return [];
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
