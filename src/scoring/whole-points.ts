import type { Contribution } from "../decision.ts";

/**
 * Rounds lines to whole points by largest remainder: they sum to `total` exactly, which is their sum
 * rounded, and none is off by a point or more. Strongest first; lines without a whole point are left out.
 */
export function inWholePoints(lines: readonly Contribution[], total: number): Contribution[] {
  let left = total;
  for (const { points } of lines) left -= Math.floor(points);
  const byRemainder = lines.length > 1 ? lines.toSorted((a, b) => rest(b) - rest(a)) : lines;
  const whole: Contribution[] = [];
  for (const [index, { id, label, points: real, evidence, at }] of byRemainder.entries()) {
    const points = Math.floor(real) + (index < left ? 1 : 0);
    if (points !== 0) whole.push({ id, label, points, evidence, at });
  }
  return whole.length > 1 ? whole.sort(strongestFirst) : whole;
}

function rest({ points }: Contribution): number {
  return points - Math.floor(points);
}

function strongestFirst(a: Contribution, b: Contribution): number {
  return b.points - a.points || (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1);
}
