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
  let sum = 0;
  for (const { points } of parts.contributions) sum += points;
  const lower = clamp(sum);
  const upper = clamp(parts.upper);
  const contributions =
    lower === sum ? parts.contributions : [...parts.contributions, cutOff(lower - sum)];
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

function cutOff(points: number): Contribution {
  const label = points < 0 ? `No more than ${maximum} points` : "No fewer than 0 points";
  return { id: "cap", label, points, evidence: null, at: null };
}
