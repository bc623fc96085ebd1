import { coverCommittee } from "../committee/coverage.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import { isRole, organizationTypes, type RoleId, roles } from "../facts/vocabulary.ts";
import type { CommitteeTemplate, Playbook } from "../playbook/playbook.ts";
import { decidersOf, hasAuthority } from "../readiness/authority.ts";
import { type Change, withFact } from "./change.ts";

/** People that are lacking, and the roles any of which each may have. */
type Lack = { readonly isFilledBy: (role: RoleId) => boolean; readonly people: number };

/**
 * The fewest people, one role each, whom SQL still needs in the account: for the committee, and one
 * who has authority where that was asked for. Where the type of organisation is not known, learning it
 * comes first. Exact: one person may fill several requirements, so every useful choice is tried.
 */
export function committeeGap(
  facts: ContactFacts,
  playbook: Playbook,
  needs: { readonly committee: boolean; readonly authority: boolean },
): readonly Change[] {
  const authority: readonly Lack[] =
    needs.authority && decidersOf(facts.account).length === 0
      ? [{ isFilledBy: hasAuthority, people: 1 }]
      : [];
  if (!needs.committee) return peopleFor(authority);
  if (facts.profile.organizationType.kind === "known")
    return peopleFor([...authority, ...lacking(facts, playbook)]);
  const paths = Object.keys(organizationTypes).map((value): readonly Change[] => {
    const learned = withFact(facts, "organizationType", value);
    const learn = { kind: "learn", fact: "organizationType", value } as const;
    return [learn, ...peopleFor([...authority, ...lacking(learned, playbook)])];
  });
  return paths.reduce((best, path) => (path.length < best.length ? path : best));
}

function lacking(facts: ContactFacts, playbook: Playbook): readonly Lack[] {
  const { solution, committee } = playbook;
  const { organizationType } = facts.profile;
  const coverage = coverCommittee(facts.account, organizationType, solution, playbook);
  const template = committee.templates.find(({ id }) => id === coverage.templateId);
  return coverage.roles
    .filter(({ needed }) => needed === "sql")
    .map((role) => ({
      isFilledBy: (held) => role.roles.includes(held),
      people: peopleAsked(template, role.id) - role.people.length,
    }));
}

function peopleAsked(template: CommitteeTemplate | undefined, id: string): number {
  return template?.atSql.find((each) => each.id === id)?.people ?? 0;
}

function peopleFor(lacks: readonly Lack[]): readonly Change[] {
  const open = lacks.filter(({ people }) => people > 0);
  const all = Object.keys(roles).filter(isRole);
  for (let count = 0; ; count += 1) {
    const found = choose(open, all, count);
    if (found !== null) return found.map((role) => ({ kind: "add_person", role }) as const);
    // Somebody for each of them is always enough, where a role can fill it at all.
    if (count > open.reduce((sum, { people }) => sum + people, 0)) return [];
  }
}

/** So many roles that fill everything; each is chosen for the first lack that is still open. */
function choose(
  lacks: readonly Lack[],
  all: readonly RoleId[],
  count: number,
): readonly RoleId[] | null {
  const first = lacks.find(({ people }) => people > 0);
  if (first === undefined) return [];
  if (count === 0 || lacks.some(({ people }) => people > count)) return null;
  for (const role of all.filter(first.isFilledBy)) {
    const left = lacks.map((lack) =>
      lack.isFilledBy(role) ? { ...lack, people: lack.people - 1 } : lack,
    );
    const rest = choose(left, all, count - 1);
    if (rest !== null) return [role, ...rest];
  }
  return null;
}
