import { insertLine } from "../criteria/insert-line.ts";
import { scorePlan } from "../criteria/score.ts";
import type { Contribution, Dimension } from "../decision.ts";
import { type Signal, type SignalKind, signalKinds, signalLabels } from "../facts/signal.ts";
import { type Compiled, compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { pointsLeft } from "./decay.ts";
import { dimension } from "./dimension.ts";
import { factsOf, type Known } from "./fit.ts";
import { inWholePoints } from "./whole-points.ts";

/** What interest is read from. `signals` are those that count, `null` when they were not read. */
export type Interest = Known & { readonly signals: readonly Signal[] | null };

/**
 * Interest shown, in whole points: what is left of each signal, and the playbook's criteria of intent.
 * Signals that were not read are unknown, not zero.
 */
export function scoreIntent(interest: Interest, playbook: Playbook, now: number): Dimension {
  const ready = compiled(playbook);
  const { signals } = interest;
  const criteria = scorePlan(ready.intentPlan, factsOf(interest), ready.labelOf);
  const left = signals?.map((signal) => pointsLeft(signal, ready.worthOf(signal), now)) ?? [];
  const lines = signals === null ? [] : decayedLines(signals, left, ready);
  const points =
    signals === null ? ready.mostSignalPoints : Math.round(summed(signals, left, ready));
  const contributions = lines.length === 0 ? [] : inWholePoints(lines, points);
  for (const line of criteria.contributions) insertLine(contributions, line);
  return dimension({
    contributions,
    upper: points + criteria.upper,
    minimum: playbook.intent.minimum,
    unknown: criteria.unknown.map(({ subject }) => subject),
  });
}

/** Whole points that signals have left together; those of one kind up to its cap. */
export function signalPoints(signals: readonly Signal[], ready: Compiled, now: number): number {
  return Math.round(realPoints(signals, ready, now));
}

/** The same before rounding. */
export function realPoints(signals: readonly Signal[], ready: Compiled, now: number): number {
  const left = signals.map((signal) => pointsLeft(signal, ready.worthOf(signal), now));
  return summed(signals, left, ready);
}

/** Kinds are added in one order, since sums of real numbers depend on it. */
function summed(signals: readonly Signal[], left: readonly number[], ready: Compiled): number {
  let total = 0;
  for (const kind of signalKinds) {
    let sum = 0;
    for (let i = 0; i < left.length; i += 1) if (signals[i]?.kind === kind) sum += left[i] ?? 0;
    if (sum > 0) total += Math.min(sum, ready.capOf(kind));
  }
  return total;
}

/** Lines in real points, the caps of kinds among them. */
function decayedLines(
  signals: readonly Signal[],
  left: readonly number[],
  ready: Compiled,
): readonly Contribution[] {
  const lines: Contribution[] = [];
  const sums = new Map<SignalKind, number>();
  for (const [i, { id, label, at, kind }] of signals.entries()) {
    const points = left[i] ?? 0;
    sums.set(kind, (sums.get(kind) ?? 0) + points);
    lines.push({ id, label, points, evidence: null, at });
  }
  for (const [kind, sum] of sums) {
    const most = ready.capOf(kind);
    const label = `${signalLabels[kind]}: no more than ${most} points`;
    const cap = { id: `cap_${kind}`, label, points: most - sum, evidence: null, at: null };
    if (sum > most) lines.push(cap);
  }
  return lines;
}
