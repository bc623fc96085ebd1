import type { Coverage, DealDecision, RoleCoverage } from "../decision.ts";
import type { DealFacts } from "../facts/contact-facts.ts";

/** HubSpot's own stages after qualification, where everybody of the committee is needed. */
const laterStages: ReadonlySet<string> = new Set([
  "presentationscheduled",
  "decisionmakerboughtin",
  "contractsent",
]);

/** What is missing on an open deal at its stage; a closed one misses nobody. */
export function judgeDeal(
  { stage, isClosed, account }: DealFacts,
  committee: Coverage,
): Pick<DealDecision, "singleThreaded" | "missingRoles" | "stalledBecause"> {
  if (isClosed) return { singleThreaded: false, missingRoles: [], stalledBecause: null };
  const isLate = laterStages.has(stage);
  const missingRoles = committee.roles.filter(
    ({ needed, state }) => state === "missing" && (needed === "sql" || isLate),
  );
  return {
    singleThreaded: account.people.length === 1,
    missingRoles,
    stalledBecause: isLate ? stalledBecause(missingRoles) : null,
  };
}

/** Past qualification, a role that had to be there before it is what holds the deal up. */
function stalledBecause(missingRoles: readonly RoleCoverage[]): string | null {
  const labels = missingRoles.filter(({ needed }) => needed === "sql").map(({ label }) => label);
  if (labels.length === 0) return null;
  return `Stalled because nobody speaks for ${labels.join(" and ")}.`;
}
