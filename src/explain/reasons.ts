import type { Contribution, ContactDecision, Standing, Verdict } from "../decision.ts";
import { longDate } from "../facts/civil-date.ts";
import type { Signal } from "../facts/signal.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { strongestSignals } from "../scoring/decay.ts";
import { exclusionLabels, returnReasonLabels } from "./labels.ts";
import { signalSentence } from "./signal-sentence.ts";

const mostSignals = 3;

type Decided = Pick<ContactDecision, "standing" | "verdict" | "fit" | "readiness" | "missing"> & {
  /** The signals that count. */
  readonly signals: readonly Signal[];
  readonly playbook: Playbook;
};

/**
 * Why the contact stands where it stands: the status first, then what carried it, the strongest
 * first, with evidence. No decaying number and no relative date, so it changes with the outcome only.
 */
export function reasons(decided: Decided): readonly string[] {
  const { signals, playbook, fit } = decided;
  const shown = strongestSignals(signals, playbook).slice(0, mostSignals);
  return [
    headline(decided),
    ...shown.map(signalSentence),
    ...fit.contributions.filter(({ evidence }) => evidence !== null).map(fitSentence),
  ];
}

function headline(decided: Decided): string {
  const { standing, verdict } = decided;
  const { handoff } = standing;
  switch (standing.status) {
    case "mql":
      if (handoff.kind !== "accepted") return "MQL: the organization fits and shows interest.";
      return `MQL, accepted by sales on ${longDate(handoff.at)}: SQL still needs ${namesOf(decided.missing)}.`;
    case "sql":
      return sqlHeadline(decided);
    case "hold":
      return `On hold: it cannot be decided without ${namesOf(decided.missing)}.`;
    case "nurture":
      return `Nurture: ${notYet(verdict)}.`;
    case "recycled":
      return recycled(standing);
    case "disqualified":
      return `Disqualified: ${exclusion(decided)}.`;
    case "customer":
      return `Customer: ${exclusion(decided)}.`;
  }
}

function sqlHeadline({ standing, readiness, missing }: Decided): string {
  const since = `SQL since ${longDate(standing.since)}`;
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

function recycled({ handoff }: Standing): string {
  if (handoff.kind !== "returned") return "Recycled.";
  const reason = handoff.reason ? ` (${returnReasonLabels[handoff.reason].toLowerCase()})` : "";
  const again = handoff.reenterAt === null ? "" : ` or on ${longDate(handoff.reenterAt)}`;
  return `Recycled: sales returned it on ${longDate(handoff.at)}${reason}; back with a new sign of interest${again}.`;
}

function exclusion({ standing: { handoff }, verdict }: Decided): string {
  if (handoff.kind === "returned") {
    const reason = handoff.reason ? `: ${returnReasonLabels[handoff.reason].toLowerCase()}` : "";
    return `sales returned it on ${longDate(handoff.at)}${reason}`;
  }
  if (verdict.kind !== "disqualified") return "as recorded in HubSpot";
  return `${exclusionLabels[verdict.exclusion].toLowerCase()} (${verdict.evidence.text})`;
}

function fitSentence({ label, evidence }: Contribution): string {
  if (evidence === null) return label;
  const note = evidence.certainty === "inferred" ? ", inferred" : "";
  return `${label}: ${evidence.text}${note}`;
}

function namesOf(missing: Decided["missing"]): string {
  const names = missing.map(({ label }) => label.toLowerCase().replace("ehr", "EHR"));
  const last = names.at(-1) ?? "nothing";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
