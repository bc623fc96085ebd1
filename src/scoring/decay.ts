import type { Signal } from "../facts/signal.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook, SignalWorth } from "../playbook/playbook.ts";

const dayMs = 86_400_000;

/** Real points that a signal has left at an instant. What lies in the future is as fresh as now. */
export function pointsLeft(signal: Signal, worth: SignalWorth, now: number): number {
  return decayed(worth, signal.at, now);
}

/** What is left at `now` of points given at `at`; both in epoch milliseconds. */
export function decayed({ points, halfLifeDays }: SignalWorth, at: number, now: number): number {
  return now <= at ? points : points * 2 ** (-(now - at) / dayMs / halfLifeDays);
}

/**
 * Signals with the strongest first, measured at the newest of them: the order changes when a signal
 * comes in, never because time goes by. Those that had less than a point left are not among them.
 */
export function strongestSignals(
  signals: readonly Signal[],
  playbook: Playbook,
): readonly Signal[] {
  const { worthOf } = compiled(playbook);
  const newest = Math.max(...signals.map(({ at }) => at));
  return signals
    .map((signal) => ({ signal, points: pointsLeft(signal, worthOf(signal), newest) }))
    .filter(({ points }) => points >= 1)
    .toSorted((a, b) => b.points - a.points || b.signal.at - a.signal.at)
    .map(({ signal }) => signal);
}
