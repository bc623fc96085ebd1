import type { Status } from "../decision.ts";
import { statusLabels } from "../explain/labels.ts";

/** One line of the trail: what changed, and why. `previous` is `null` for the first decision. */
export function trailSentence(
  previous: Status | null,
  status: Status,
  reasons: readonly string[],
): string {
  const why = reasons[0] ?? statusLabels[status];
  if (previous === null || previous === status) return why;
  return `${statusLabels[previous]} → ${statusLabels[status]}. ${why}`;
}
