import type { CommitteeMember, Coverage, RoleCoverage } from "../decision.ts";
import type { Account, Person } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { OrganizationType } from "../facts/vocabulary.ts";
import type {
  CommitteeTemplate,
  Playbook,
  RoleRequirement,
  Solution,
} from "../playbook/playbook.ts";
import { completenessOf } from "./completeness.ts";
import { nextContact } from "./next-contact.ts";
import { type Crowd, isFilled, liveliestFirst, memberOf } from "./people.ts";

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
    const none = { completeness: 0, required: null, optional: null, next: null };
    return { templateId: null, roles: [], completeForSql, ...none };
  }
  const crowd = crowdOf(account, template);
  const atSql = template.atSql.map((each) => cover(each, "sql", crowd));
  const later = template.later.map((each) => cover(each, "later", crowd));
  return {
    templateId: template.id,
    roles: [...atSql, ...later],
    ...completenessOf(template, crowd.people),
    completeForSql: atSql.every(isFilled),
    next: nextContact([...atSql, ...later], crowd),
  };
}

function crowdOf(
  { people, others = [], atParent = [] }: Account,
  template: CommitteeTemplate,
): Crowd {
  const parents = template.includesParent ? atParent : [];
  const byId = new Map([...people, ...parents].map((person) => [person.id, person]));
  return {
    people: [...byId.values()].toSorted(liveliestFirst),
    others: others.filter(({ id }) => !byId.has(id)).toSorted(liveliestFirst),
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
  { people, others }: Crowd,
): RoleCoverage {
  const { id, label, roles } = requirement;
  const isOneOf = (held: Person["roles"]) => held.some((role) => roles.includes(role));
  const filling = people.filter((person) => isOneOf(person.roles));
  const suggested = [
    ...people.filter((person) => !isOneOf(person.roles) && isOneOf(person.suggested)),
    ...others.filter((person) => isOneOf([...person.roles, ...person.suggested])),
  ].map(memberOf);
  return {
    id,
    label,
    roles,
    needed,
    state: stateOf(filling, suggested, requirement.people),
    people: filling.map(memberOf),
    suggested,
  };
}

function stateOf(
  filling: readonly Person[],
  suggested: readonly CommitteeMember[],
  needed: number,
): RoleCoverage["state"] {
  if (filling.length < needed) return suggested.length > 0 ? "suggested" : "missing";
  return filling.some(({ engagedAt }) => engagedAt !== null) ? "engaged" : "silent";
}
