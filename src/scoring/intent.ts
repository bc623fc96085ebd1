import type { Contribution, Dimension } from "../decision.ts";
import { type Signal, type SignalKind, signalKinds, signalLabels } from "../facts/signal.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { countedSignals, pointsLeft } from "./decay.ts";
import { dimension, maximum } from "./dimension.ts";
import { firstInstant } from "./first-instant.ts";
import { inWholePoints } from "./whole-points.ts";

/**
 * Interest shown, in whole points. `signals` is `null` when their source was not read: the interest
 * is then unknown, not zero. Signals up to `evidenceFrom` do not count.
 */
export function scoreIntent(
  signals: readonly Signal[] | null,
  playbook: Playbook,
  now: number,
  evidenceFrom: number | null,
): Dimension {
  const { minimum } = playbook.intent;
  if (signals === null)
    return dimension({ contributions: [], upper: maximum, minimum, unknown: [] });
  const lines = realLines(countedSignals(signals, evidenceFrom), playbook, now);
  const contributions = inWholePoints(lines);
  const upper = contributions.reduce((sum, { points }) => sum + points, 0);
  return dimension({ contributions, upper, minimum, unknown: [] });
}

/**
 * The first instant after `now` (epoch milliseconds) at which decay takes the whole score below the
 * minimum, or below its present band of ten points. `null` when decay changes nothing any more.
 */
export function intentCrossing(
  signals: readonly Signal[] | null,
  playbook: Playbook,
  now: number,
  evidenceFrom: number | null,
): number | null {
  if (signals === null) return null;
  const counted = countedSignals(signals, evidenceFrom);
  const { minimum } = playbook.intent;
  const scoreAt = (at: number) => wholeTotal(realLines(counted, playbook, at));
  const score = scoreAt(now);
  const band = Math.floor(score / 10) * 10;
  const floor = score >= minimum ? Math.max(minimum, band) : band;
  if (floor <= 0) return null;
  return firstInstant(now, (at) => scoreAt(at) < floor);
}

function wholeTotal(lines: readonly Contribution[]): number {
  return Math.round(lines.reduce((sum, { points }) => sum + points, 0));
}

/** Lines in real points, the caps among them, so that they sum to the real score. */
function realLines(
  counted: readonly Signal[],
  playbook: Playbook,
  now: number,
): readonly Contribution[] {
  const kinds = signalKinds.flatMap((kind) => linesOfKind(kind, { counted, playbook, now }));
  const sum = kinds.reduce((total, { points }) => total + points, 0);
  const most = `No more than ${maximum} points`;
  return sum > maximum ? [...kinds, cap("cap", most, maximum - sum)] : kinds;
}

function linesOfKind(
  kind: SignalKind,
  among: { readonly counted: readonly Signal[]; readonly playbook: Playbook; readonly now: number },
): readonly Contribution[] {
  const { counted, playbook, now } = among;
  const lines = counted
    .filter((signal) => signal.kind === kind)
    .map((signal): Contribution => {
      const { id, label, at } = signal;
      const points = pointsLeft(signal, playbook, now);
      return { id, label, points, evidence: null, at };
    });
  const sum = lines.reduce((total, { points }) => total + points, 0);
  const most = playbook.intent.signals[kind].cap;
  if (sum <= most) return lines;
  const label = `${signalLabels[kind]}: no more than ${most} points`;
  return [...lines, cap(`cap_${kind}`, label, most - sum)];
}

function cap(id: string, label: string, points: number): Contribution {
  return { id, label, points, evidence: null, at: null };
}
