import type { Contribution } from "../decision.ts";

/**
 * Rounds lines to whole points by largest remainder: they sum to `total` exactly, which is their sum
 * rounded, and none is off by a point or more. Strongest first; lines without a whole point are left out.
 */
export function inWholePoints(lines: readonly Contribution[], total: number): Contribution[] {
  const floors: number[] = [];
  const rests: number[] = [];
  let left = total;
  for (const { points } of lines) {
    const floor = Math.floor(points);
    floors.push(floor);
    rests.push(points - floor);
    left -= floor;
  }
  for (; left > 0; left -= 1) {
    const at = largest(rests);
    floors[at] = (floors[at] ?? 0) + 1;
    rests[at] = -1;
  }
  const whole: Contribution[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const points = floors[i] ?? 0;
    if (line === undefined || points === 0) continue;
    const { id, label, evidence, at } = line;
    whole.push({ id, label, points, evidence, at });
  }
  return whole.length > 1 ? whole.sort(strongestFirst) : whole;
}

/** The first of the largest. */
function largest(numbers: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < numbers.length; i += 1)
    if ((numbers[i] ?? 0) > (numbers[best] ?? 0)) best = i;
  return best;
}

function strongestFirst(a: Contribution, b: Contribution): number {
  return b.points - a.points || (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1);
}
