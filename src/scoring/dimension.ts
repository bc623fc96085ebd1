import type { Contribution, Dimension } from "../decision.ts";
import type { Subject } from "../facts/contact-facts.ts";

/** Most that a dimension shows, whatever its lines add up to. */
export const maximum = 100;

/** A dimension from its lines and its bounds; a bound outside 0–100 is cut off by a line of its own. */
export function dimension(parts: {
  readonly contributions: readonly Contribution[];
  readonly upper: number;
  readonly minimum: number;
  readonly unknown: readonly Subject[];
}): Dimension {
  const { minimum } = parts;
  const sum = parts.contributions.reduce((total, { points }) => total + points, 0);
  const lower = clamp(sum);
  const upper = clamp(parts.upper);
  const contributions = [...parts.contributions, ...cutOff(lower - sum)];
  const outcome = outcomeOf(lower, upper, minimum);
  return { lower, upper, minimum, outcome, contributions, unknown: parts.unknown };
}

/** What an interval says of a minimum. */
export function outcomeOf(lower: number, upper: number, minimum: number): Dimension["outcome"] {
  if (lower >= minimum) return "passes";
  return upper < minimum ? "fails" : "undecided";
}

/** Within 0 and the maximum. */
export function clamp(points: number): number {
  return Math.min(maximum, Math.max(0, points));
}

function cutOff(points: number): readonly Contribution[] {
  if (points === 0) return [];
  const label = points < 0 ? `No more than ${maximum} points` : "No fewer than 0 points";
  return [{ id: "cap", label, points, evidence: null, at: null }];
}
