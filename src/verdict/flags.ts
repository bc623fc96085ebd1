import type { Flag, Readiness, Standing, Verdict } from "../decision.ts";
import { hasAccepted } from "../handoff/has-accepted.ts";

/** What deserves a second look without moving the status. */
export function flagsOf(decided: {
  readonly standing: Standing;
  readonly verdict: Verdict;
  readonly readiness: Readiness;
  readonly isReadyForSql: boolean;
  readonly ownerId: string | null;
}): readonly Flag[] {
  const { standing, verdict, readiness, isReadyForSql, ownerId } = decided;
  const isAccepted = hasAccepted(standing.handoff);
  const isWorked = standing.status === "mql" || standing.status === "sql";
  const flags: Flag[] = [];
  if (isAccepted && readiness.stale) flags.push("stale");
  if (isAccepted && !isReadyForSql) flags.push("incomplete");
  if (standing.handoff.kind === "expired") flags.push("overdue");
  if (isAccepted && verdict.kind === "disqualified") flags.push("excluded");
  if (isWorked && ownerId === null) flags.push("unowned");
  return flags;
}
