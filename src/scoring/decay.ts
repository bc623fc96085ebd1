import type { Signal } from "../facts/signal.ts";
import type { Playbook } from "../playbook/playbook.ts";

const dayMs = 86_400_000;

/** Points and half-life of a signal: by its offer's stage where the playbook says so, else by kind. */
export function worthOf(
  signal: Signal,
  playbook: Playbook,
): { readonly points: number; readonly halfLifeDays: number } {
  const rule = playbook.intent.signals[signal.kind];
  const stage = playbook.offers.find(({ id }) => id === signal.offerId)?.stage;
  return (stage && rule.byStage?.[stage]) ?? rule;
}

/** Real points that a signal has left at an instant. What lies in the future is as fresh as now. */
export function pointsLeft(signal: Signal, playbook: Playbook, now: number): number {
  const { points, halfLifeDays } = worthOf(signal, playbook);
  const ageDays = Math.max(0, now - signal.at) / dayMs;
  return points * 2 ** (-ageDays / halfLifeDays);
}

/**
 * The signals that count: each once, none that was returned already. The order is always the same,
 * because the sum of real numbers depends on it.
 */
export function countedSignals(
  signals: readonly Signal[],
  evidenceFrom: number | null,
): readonly Signal[] {
  const counted = signals.filter(({ at }) => evidenceFrom === null || at > evidenceFrom);
  const byId = new Map(counted.map((signal) => [signal.id, signal]));
  return [...byId.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * Signals with the strongest first, measured at the newest of them: the order changes when a signal
 * comes in, never because time goes by. Those that had less than a point left are not among them.
 */
export function strongestSignals(
  signals: readonly Signal[],
  playbook: Playbook,
): readonly Signal[] {
  const newest = Math.max(...signals.map(({ at }) => at));
  return signals
    .map((signal) => ({ signal, points: pointsLeft(signal, playbook, newest) }))
    .filter(({ points }) => points >= 1)
    .toSorted((a, b) => b.points - a.points || b.signal.at - a.signal.at)
    .map(({ signal }) => signal);
}
