import type { Contribution, ContactDecision, Verdict } from "../decision.ts";
import type { Signal } from "../facts/signal.ts";
import type { Playbook, TimeZone } from "../playbook/playbook.ts";
import { hasAccepted } from "../handoff/has-accepted.ts";
import { localDate } from "../handoff/wall-clock.ts";
import { exclusionLabels, overrideSentence, returnReasonLabels } from "./labels.ts";
import { signalSentence } from "./signal-sentence.ts";

const mostSignals = 3;

type Decided = Pick<
  ContactDecision,
  "standing" | "verdict" | "override" | "fit" | "readiness" | "missing"
> & {
  /** The signals that count, the strongest first. */
  readonly strongest: readonly Signal[];
  readonly playbook: Playbook;
};

/**
 * Why the contact stands where it stands: the status first, then what carried it, the strongest
 * first, with evidence. No decaying number and no relative date, so it changes with the outcome only.
 */
export function reasons(decided: Decided): readonly string[] {
  const { strongest, fit } = decided;
  return [
    headline(decided),
    ...strongest.slice(0, mostSignals).map((signal) => signalSentence(signal, zoneOf(decided))),
    ...fit.contributions.filter(({ evidence }) => evidence !== null).map(fitSentence),
  ];
}

function headline(decided: Decided): string {
  const { standing, verdict, override } = decided;
  const isOverridden = override !== null && !hasAccepted(standing.handoff);
  if (isOverridden && override.status === standing.status) return overrideSentence(override);
  switch (standing.status) {
    case "mql":
      return mqlHeadline(decided);
    case "sql":
      return sqlHeadline(decided);
    case "hold":
      return `On hold: it cannot be decided without ${namesOf(decided.missing)}.`;
    case "nurture":
      return `Nurture: ${notYet(verdict)}.`;
    case "recycled":
      return recycled(decided);
    case "disqualified":
      return `Disqualified: ${exclusion(decided)}.`;
    case "customer":
      return `Customer: ${exclusion(decided)}.`;
  }
}

function mqlHeadline(decided: Decided): string {
  const { handoff } = decided.standing;
  if (!hasAccepted(handoff)) return "MQL: the organization fits and shows interest.";
  const needs = `SQL still needs ${namesOf(decided.missing)}`;
  if (handoff.kind !== "accepted") return `MQL, accepted by sales and passed on: ${needs}.`;
  return `MQL, accepted by sales on ${localDate(handoff.at, zoneOf(decided))}: ${needs}.`;
}

function sqlHeadline(decided: Decided): string {
  const { standing, readiness, missing } = decided;
  const since = `SQL since ${localDate(standing.since, zoneOf(decided))}`;
  if (readiness.stale) return `${since}: the date of the next step has passed.`;
  if (missing.length > 0) return `${since}, but no longer confirmed: ${namesOf(missing)}.`;
  return `${since}: sales accepted it and everything SQL asks for is confirmed.`;
}

function notYet(verdict: Verdict): string {
  if (verdict.kind !== "not_yet") return "not decided yet";
  const sentences = {
    fit: "the organization does not fit",
    intent: "there is too little interest at present",
    not_contactable: "the contact may not be written to",
    syndication: "a syndicated lead has to prove more",
  } as const;
  return verdict.because.map((reason) => sentences[reason]).join(", and ");
}

function recycled(decided: Decided): string {
  const { handoff } = decided.standing;
  const zone = zoneOf(decided);
  if (handoff.kind !== "returned") return "Recycled.";
  const reason = handoff.reason ? ` (${returnReasonLabels[handoff.reason].toLowerCase()})` : "";
  const again = handoff.reenterAt === null ? "" : ` or on ${localDate(handoff.reenterAt, zone)}`;
  return `Recycled: sales returned it on ${localDate(handoff.at, zone)}${reason}; back with a new sign of interest${again}.`;
}

function exclusion(decided: Decided): string {
  const { verdict } = decided;
  const { handoff } = decided.standing;
  if (handoff.kind === "returned") {
    const reason = handoff.reason ? `: ${returnReasonLabels[handoff.reason].toLowerCase()}` : "";
    return `sales returned it on ${localDate(handoff.at, zoneOf(decided))}${reason}`;
  }
  if (verdict.kind !== "disqualified") return "as recorded in HubSpot";
  return `${exclusionLabels[verdict.exclusion].toLowerCase()} (${verdict.evidence.text})`;
}

function fitSentence({ label, evidence }: Contribution): string {
  if (evidence === null) return label;
  const note = evidence.certainty === "inferred" ? ", inferred" : "";
  return `${label}: ${evidence.text}${note}`;
}

function zoneOf({ playbook }: Decided): TimeZone {
  return playbook.handoff.calendar.zone;
}

function namesOf(missing: Decided["missing"]): string {
  const names = missing.map(({ label }) => label.toLowerCase().replace("ehr", "EHR"));
  const last = names.at(-1) ?? "nothing";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
