import type { Contribution } from "../decision.ts";

/**
 * Rounds lines to whole points by largest remainder: they sum to `total` exactly, which is their sum
 * rounded, and none is off by a point or more. Strongest first; lines without a whole point are left out.
 */
export function inWholePoints(
  lines: readonly Contribution[],
  total: number,
): readonly Contribution[] {
  const floors = lines.map((line) => ({ line, points: Math.floor(line.points) }));
  const left = total - floors.reduce((sum, { points }) => sum + points, 0);
  const byRemainder = floors.toSorted(
    (a, b) => b.line.points - b.points - (a.line.points - a.points),
  );
  return byRemainder
    .map(({ line, points }, index) => ({ ...line, points: index < left ? points + 1 : points }))
    .filter(({ points }) => points !== 0)
    .toSorted((a, b) => b.points - a.points || (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1));
}
