import type { Flag, Readiness, Standing, Verdict } from "../decision.ts";

/** What deserves a second look without moving the status. */
export function flagsOf(decided: {
  readonly standing: Standing;
  readonly verdict: Verdict;
  readonly readiness: Readiness;
  readonly isReadyForSql: boolean;
}): readonly Flag[] {
  const { standing, verdict, readiness, isReadyForSql } = decided;
  const isAccepted = standing.handoff.kind === "accepted";
  const flags: Flag[] = [];
  if (isAccepted && readiness.stale) flags.push("stale");
  if (isAccepted && !isReadyForSql) flags.push("incomplete");
  if (standing.handoff.kind === "expired") flags.push("overdue");
  if (isAccepted && verdict.kind === "disqualified") flags.push("excluded");
  return flags;
}
