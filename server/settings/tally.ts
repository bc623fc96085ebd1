import type { FlipView, WhatIfView } from "../../src/view/settings-view.ts";
import type { TrialDecision } from "./decide-slices.ts";

/** A first page; the counts are of all. */
const mostFlips = 100;

/** Adds up what a draft would change. */
export function createTally(first: WhatIfView) {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const moves = new Map<string, { readonly from: string; readonly to: string; count: number }>();
  const flips: FlipView[] = [];
  let [counted, passing, flipped] = [0, 0, 0];

  function addOne({ id, from, decision, name }: TrialDecision): void {
    const to = decision.status;
    counted += 1;
    if (decision.verdict.kind === "qualified") passing += 1;
    add(before, from);
    add(after, to);
    if (from === to) return;
    flipped += 1;
    const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 };
    move.count += 1;
    moves.set(`${from} ${to}`, move);
    if (flips.length < mostFlips)
      flips.push({ contactId: id, name, from, to, reason: decision.reasons[0] ?? "" });
  }

  return {
    add: (decided: readonly TrialDecision[]): void => decided.forEach(addOne),
    view: (kind: WhatIfView["kind"]): WhatIfView => ({
      ...first,
      kind,
      counted,
      total: Math.max(first.total, counted),
      passing,
      flipped,
      before: Object.fromEntries(before),
      after: Object.fromEntries(after),
      moves: [...moves.values()].toSorted((a, b) => b.count - a.count),
      flips: [...flips],
    }),
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
