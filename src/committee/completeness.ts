import type { Coverage } from "../decision.ts";
import type { Person } from "../facts/contact-facts.ts";
import type { CommitteeTemplate, RoleRequirement } from "../playbook/playbook.ts";

/**
 * Σ weight × min(1, people ÷ needed) ÷ Σ weight, in percent: over all roles, over those needed for
 * SQL and over the later ones. Rounded down, so that only a complete committee is 100.
 */
export function completenessOf(
  { atSql, later }: Pick<CommitteeTemplate, "atSql" | "later">,
  people: readonly Person[],
): Pick<Coverage, "completeness" | "required" | "optional"> {
  return {
    completeness: share([...atSql, ...later], people) ?? 0,
    required: share(atSql, people),
    optional: share(later, people),
  };
}

function share(requirements: readonly RoleRequirement[], people: readonly Person[]): number | null {
  const whole = requirements.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  const reached = requirements.reduce((sum, requirement) => {
    return sum + requirement.weight * filledShare(requirement, people);
  }, 0);
  // Thirds of a weight add up to a little less than the whole.
  return Math.floor((reached / whole) * 100 + 1e-9);
}

function filledShare({ roles, people: needed }: RoleRequirement, people: readonly Person[]) {
  const there = people.filter((person) => person.roles.some((role) => roles.includes(role))).length;
  return needed === 0 ? 1 : Math.min(1, there / needed);
}
