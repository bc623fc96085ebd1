import type { Coverage, RoleCoverage } from "../decision.ts";
import type { Account, Person } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { OrganizationType } from "../facts/vocabulary.ts";
import type {
  CommitteeTemplate,
  Playbook,
  RoleRequirement,
  Solution,
} from "../playbook/playbook.ts";

/**
 * Which roles of the committee the people of an account fill. An unknown organisation type is never
 * covered: nobody can say who has to agree. A known one without a template asks for nobody.
 */
export function coverCommittee(
  account: Account,
  organizationType: Fact<OrganizationType>,
  solution: Solution,
  playbook: Playbook,
): Coverage {
  const template = templateFor(organizationType, solution, playbook);
  if (template === null) {
    const completeForSql = organizationType.kind === "known";
    return { templateId: null, roles: [], completeness: 0, completeForSql, next: null };
  }
  const atSql = template.atSql.map((each) => cover(each, "sql", account));
  const later = template.later.map((each) => cover(each, "later", account));
  const roles = [...atSql, ...later];
  return {
    templateId: template.id,
    roles,
    completeness: completeness([...template.atSql, ...template.later], roles),
    completeForSql: atSql.every(({ state }) => state !== "missing"),
    next: nextContact(roles, account),
  };
}

function templateFor(
  organizationType: Fact<OrganizationType>,
  solution: Solution,
  { committee }: Playbook,
): CommitteeTemplate | null {
  if (organizationType.kind === "unknown") return null;
  const { value } = organizationType;
  const template = committee.templates.find(
    (each) => each.organizationTypes.includes(value) && each.solutions.includes(solution),
  );
  return template ?? null;
}

function cover(
  requirement: RoleRequirement,
  needed: RoleCoverage["needed"],
  account: Account,
): RoleCoverage {
  const { id, label, roles } = requirement;
  const filling = account.people
    .filter((person) => person.roles.some((role) => roles.includes(role)))
    .toSorted(engagedFirst);
  return {
    id,
    label,
    roles,
    needed,
    state: stateOf(filling, requirement.people),
    people: filling.map((person) => ({ id: person.id, name: person.name, title: person.title })),
  };
}

function stateOf(filling: readonly Person[], people: number): RoleCoverage["state"] {
  if (filling.length < people) return "missing";
  return filling.some(({ engaged }) => engaged) ? "engaged" : "silent";
}

/** Rounded down, so that only a complete committee is 100. */
function completeness(
  requirements: readonly RoleRequirement[],
  roles: readonly RoleCoverage[],
): number {
  let reached = 0;
  let whole = 0;
  for (const [index, { weight, people }] of requirements.entries()) {
    const there = roles[index]?.people.length ?? 0;
    reached += weight * (people === 0 ? 1 : Math.min(1, there / people));
    whole += weight;
  }
  return whole === 0 ? 0 : Math.floor((reached / whole) * 100);
}

/** Somebody whose role nobody knows may have the one that is missing; the engaged are asked first. */
function nextContact(roles: readonly RoleCoverage[], account: Account): Coverage["next"] {
  const missing = roles.find(({ state }) => state === "missing");
  if (missing === undefined) return null;
  const [candidate] = account.people
    .filter((person) => person.roles.length === 0)
    .toSorted(engagedFirst);
  const person = candidate ? { id: candidate.id, name: candidate.name } : null;
  return { roleId: missing.id, roleLabel: missing.label, person };
}

function engagedFirst(a: Person, b: Person): number {
  return Number(b.engaged) - Number(a.engaged) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
