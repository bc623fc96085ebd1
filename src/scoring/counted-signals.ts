import type { Signal } from "../facts/signal.ts";

const dayMs = 86_400_000;

/**
 * The signals that count, oldest first: each thing once, and none that was returned already
 * (`evidenceFrom`, epoch milliseconds). Two of one kind within a day are one thing, unless they answer
 * different offers: a form and its confirmation, a form sent twice, a reply and what it quotes. Of
 * those the one that names an offer stands, else the older. The order of `signals` is irrelevant.
 */
export function countedSignals(
  signals: readonly Signal[],
  evidenceFrom: number | null,
): readonly Signal[] {
  const counted = hasRepeats(signals) ? withoutRepeats(signals) : signals;
  return counted
    .filter(({ at }) => evidenceFrom === null || at > evidenceFrom)
    .sort((a, b) => a.at - b.at || compare(a.id, b.id));
}

function hasRepeats(signals: readonly Signal[]): boolean {
  return signals.some((signal, i) => signals.some((other, j) => j < i && isSame(signal, other)));
}

function withoutRepeats(signals: readonly Signal[]): readonly Signal[] {
  const kept: Signal[] = [];
  for (const signal of signals.toSorted(namedThenOldest)) {
    if (!kept.some((other) => isSame(signal, other))) kept.push(signal);
  }
  return kept;
}

function isSame(a: Signal, b: Signal): boolean {
  if (a.id === b.id) return true;
  if (a.kind !== b.kind || a.own !== b.own || Math.abs(a.at - b.at) >= dayMs) return false;
  return a.offerId === b.offerId || a.offerId === null || b.offerId === null;
}

function namedThenOldest(a: Signal, b: Signal): number {
  const named = Number(b.offerId !== null) - Number(a.offerId !== null);
  return named || a.at - b.at || compare(a.id, b.id) || compare(a.kind, b.kind);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
