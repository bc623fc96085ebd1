import { coverCommittee } from "./committee/coverage.ts";
import { judgeDeal } from "./committee/judge-deal.ts";
import type { ContactDecision, DealDecision, Standing } from "./decision.ts";
import { listMissing } from "./explain/missing.ts";
import { reasons } from "./explain/reasons.ts";
import type { ContactFacts, DealFacts } from "./facts/contact-facts.ts";
import { solutionOf, trackOf } from "./handoff/track.ts";
import { nextAction } from "./handoff/next-action.ts";
import type { Playbook } from "./playbook/playbook.ts";
import { assessReadiness, isConfirmed } from "./readiness/checklist.ts";
import { countedSignals } from "./scoring/counted-signals.ts";
import { strongestSignals } from "./scoring/decay.ts";
import { scoreConfirmedFit, scoreFit } from "./scoring/fit.ts";
import { scoreIntent } from "./scoring/intent.ts";
import { activeOverride } from "./verdict/override.ts";
import { flagsOf } from "./verdict/flags.ts";
import { judgeMql } from "./verdict/mql.ts";
import { nextInstant } from "./verdict/next-instant.ts";
import { decideStanding } from "./verdict/standing.ts";
import { evolveStanding, initialStanding } from "./verdict/standing-event.ts";

/** The moment of a decision. `offersFrom` is `null` as long as handoffs are not offered. */
export type ContactMoment = {
  readonly playbook: Playbook;
  readonly now: number;
  readonly offersFrom: number | null;
};

/**
 * Decides where a contact stands. Fit and intent make an MQL; sales' acceptance, a confirmed checklist
 * and a covered committee make an SQL. The same facts, standing and moment give the same decision.
 */
export function evaluateContact(
  facts: ContactFacts,
  standing: Standing | null,
  at: ContactMoment,
): ContactDecision {
  const { playbook, now } = at;
  const { profile, exclusions } = facts;
  const before = standing ?? initialStanding(now);

  const counted = countedSignals(facts.signals, before.evidenceFrom);
  const signals = facts.signalsRead ? counted : null;
  const fit = scoreFit(facts, playbook);
  const isBought = facts.source.kind === "known" && facts.source.value === "syndication";
  const confirmedFit = isBought ? scoreConfirmedFit(facts, playbook) : fit;
  const { properties, contactable, source, domainVerified } = facts;
  const intent = scoreIntent({ profile, properties, signals }, playbook, now);
  const verdict = judgeMql({
    exclusions,
    contactable,
    source,
    domainVerified,
    fit,
    confirmedFit,
    intent,
    signals,
  });

  const strongest = strongestSignals(counted, playbook);
  const readiness = assessReadiness(facts, playbook, now);
  const solution = solutionOf(strongest[0], playbook);
  const committee = coverCommittee(facts.account, profile.organizationType, solution, playbook);
  const isCovered = !playbook.committee.requiredAtSql || committee.completeForSql;
  const isReadyForSql = readiness.complete && isCovered;

  const track = trackOf(strongest[0], source, playbook);
  const { inputs } = facts;
  const override = activeOverride(inputs, at);
  const isCustomer = exclusions.customer.kind === "known" && exclusions.customer.value;
  const newestSignalAt = counted.at(-1)?.at ?? null;
  const isReadyForSecond = isConfirmed(playbook.handoff.second?.after ?? [], readiness);
  const ready = { isReadyForSql, isReadyForSecond };
  const observed = { inputs, verdict, override, isCustomer, ...ready, track, newestSignalAt };
  const after = decideStanding(before, observed, at).reduce(evolveStanding, before);
  // What sales has just returned no longer counts, so the question is asked again without it.
  if (after.evidenceFrom !== before.evidenceFrom) return evaluateContact(facts, after, at);

  const missing = listMissing({ standing: after, verdict, readiness, committee, playbook });
  const decided = {
    standing: after,
    verdict,
    override,
    fit,
    intent,
    readiness,
    committee,
    missing,
  };
  const isStale = readiness.stale;
  const situation = { facts, standing: after, missing, committee, isStale, track, playbook, now };
  const next = nextAction(situation);
  return {
    kind: "contact",
    status: after.status,
    ...decided,
    flags: flagsOf({ ...decided, isReadyForSql, ownerId: next.ownerId }),
    reasons: reasons({ ...decided, strongest, playbook }),
    next,
    nextAt: nextInstant({ facts, standing: after, signals, playbook, now }),
  };
}

/** What a trail entry keeps of a decision, beside the version of the playbook that took it. */
export type TrailInput = {
  readonly facts: ContactFacts;
  readonly standing: Standing | null;
  readonly now: number;
  readonly offersFrom: number | null;
};

/** The decision of a trail entry, by the playbook of its version: the same to the byte. */
export function recompute(input: TrailInput, playbook: Playbook): ContactDecision {
  const { facts, standing, now, offersFrom } = input;
  return evaluateContact(facts, standing, { playbook, now, offersFrom });
}

/** Decides who is missing on a deal at its stage, and who on it has fallen silent. */
export function evaluateDeal(
  facts: DealFacts,
  at: { readonly playbook: Playbook; readonly now: number },
): DealDecision {
  const { account, organizationType, solution } = facts;
  const committee = coverCommittee(account, organizationType, solution, at.playbook);
  return { kind: "deal", committee, ...judgeDeal(facts, committee, at) };
}

export { outcomeKey } from "./explain/outcome-key.ts";
