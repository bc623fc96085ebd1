import { insertLine } from "../criteria/insert-line.ts";
import { scorePlan } from "../criteria/score.ts";
import type { Contribution, Dimension } from "../decision.ts";
import { kindPositions, type Signal, signalKinds, signalLabels } from "../facts/signal.ts";
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
  let lines: Contribution[] = [];
  let points = ready.mostSignalPoints;
  if (signals !== null) {
    const left = signals.map((signal) => pointsLeft(signal, ready.worthOf(signal), now));
    const sums = sumsByKind(signals, left);
    points = Math.round(capped(sums, ready));
    lines = inWholePoints(realLines(signals, { left, sums, ready }), points);
  }
  for (const line of criteria.contributions) insertLine(lines, line);
  return dimension({
    contributions: lines,
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
  return capped(sumsByKind(signals, left), ready);
}

const noSums: readonly number[] = signalKinds.map(() => 0);

/** What the signals of each kind have left, in the order of the kinds. */
function sumsByKind(signals: readonly Signal[], left: readonly number[]): readonly number[] {
  const sums = noSums.slice();
  for (let i = 0; i < signals.length; i += 1) {
    const kind = signals[i]?.kind;
    if (kind === undefined) continue;
    const at = kindPositions[kind];
    sums[at] = (sums[at] ?? 0) + (left[i] ?? 0);
  }
  return sums;
}

/** Kinds are added in one order, since sums of real numbers depend on it. */
function capped(sums: readonly number[], { caps }: Compiled): number {
  let total = 0;
  for (let i = 0; i < sums.length; i += 1) total += Math.min(sums[i] ?? 0, caps[i] ?? 0);
  return total;
}

/** Lines in real points, the caps of kinds among them. */
function realLines(
  signals: readonly Signal[],
  {
    left,
    sums,
    ready,
  }: {
    readonly left: readonly number[];
    readonly sums: readonly number[];
    readonly ready: Compiled;
  },
): readonly Contribution[] {
  const lines = signals.map(({ id, label, at }, i): Contribution => {
    return { id, label, points: left[i] ?? 0, evidence: null, at };
  });
  for (let i = 0; i < sums.length; i += 1) {
    const sum = sums[i] ?? 0;
    const most = ready.caps[i] ?? 0;
    const kind = signalKinds[i];
    if (sum <= most || kind === undefined) continue;
    const label = `${signalLabels[kind]}: no more than ${most} points`;
    lines.push({ id: `cap_${kind}`, label, points: most - sum, evidence: null, at: null });
  }
  return lines;
}
