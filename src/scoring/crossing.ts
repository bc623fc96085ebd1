import { boundsOf } from "../criteria/score.ts";
import type { Signal } from "../facts/signal.ts";
import { type Compiled, compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { pointsLeft } from "./decay.ts";
import { clamp, outcomeOf } from "./dimension.ts";
import { firstInstant } from "./first-instant.ts";
import { factsOf } from "./fit.ts";
import { type Interest, realPoints, signalPoints } from "./intent.ts";

const dayMs = 86_400_000;
const mostSteps = 8;

/**
 * The first instant after `now` (epoch milliseconds) at which decay alone changes what intent says:
 * its outcome, or the band of ten points of either end. `null` when it changes nothing any more.
 */
export function intentCrossing(interest: Interest, playbook: Playbook, now: number): number | null {
  const { signals } = interest;
  if (signals === null || signals.length === 0) return null;
  const ready = compiled(playbook);
  const { low, high } = boundsOf(ready.intentPlan, factsOf(interest));
  const { minimum } = playbook.intent;
  const says = (points: number) => sayingOf(points + low, points + high, minimum);
  const isSame = (a: number, b: number) => says(a) === says(b);

  const present = signalPoints(signals, ready, now);
  if (isSame(present, 0)) return null;
  let least = present;
  while (isSame(present, least - 1)) least -= 1;
  return firstInstant(
    { after: now, guess: guess(least - 0.5, { signals, ready, now }) },
    (at) => signalPoints(signals, ready, at) < least,
  );
}

/** What a person sees of an interval, as one number. */
function sayingOf(sum: number, upperSum: number, minimum: number): number {
  const [lower, upper] = [clamp(sum), clamp(upperSum)];
  const outcome = ["fails", "undecided", "passes"].indexOf(outcomeOf(lower, upper, minimum));
  return outcome * 10_000 + Math.floor(lower / 10) * 100 + Math.floor(upper / 10);
}

/**
 * About when real points fall under `target`: Newton's steps over the logarithm, which for one signal is
 * a straight line. A guess only, because caps bend it; what follows is exact.
 */
function guess(
  target: number,
  {
    signals,
    ready,
    now,
  }: { readonly signals: readonly Signal[]; readonly ready: Compiled; readonly now: number },
): number {
  let at = now;
  for (let step = 0; step < mostSteps; step += 1) {
    const total = realPoints(signals, ready, at);
    const slope = slopeAt(signals, ready, at);
    const days = (Math.log2(total / target) * total) / slope;
    if (!Number.isFinite(days)) return at;
    at = Math.max(now, at + days * dayMs);
    if (Math.abs(days * dayMs) < 1) return at;
  }
  return at;
}

/** Points that are lost per half-life, weighed by how many half-lives a day has. */
function slopeAt(signals: readonly Signal[], ready: Compiled, at: number): number {
  let slope = 0;
  for (const signal of signals) {
    const worth = ready.worthOf(signal);
    if (signal.at <= at) slope += pointsLeft(signal, worth, at) / worth.halfLifeDays;
  }
  return slope;
}
