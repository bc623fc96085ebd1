import type { Person } from "./contact-facts.ts";
import { normalize } from "./normalize.ts";
import { readTitle, type TitleReading } from "./titles/read-title.ts";
import { type OrganizationType, type RoleId, roles } from "./vocabulary.ts";

/**
 * Roles a job title proves, with the words that prove them. Empty where it leaves a doubt: a role
 * that is wrongly filled hides that somebody is missing.
 */
export function rolesOfTitle(
  title: string,
  organizationType: OrganizationType | null = null,
): TitleReading {
  return readTitle(title, organizationType);
}

/** What is known of somebody that speaks of roles. */
export type RoleWords = {
  readonly title: string | null;
  /** Values of `hs_buying_role`. */
  readonly buyingRoles: readonly string[];
  /** Values of `medqual_committee_role`. */
  readonly stated: readonly string[];
  /** Labels of the association with the deal that roles are read for. */
  readonly labels?: readonly string[];
};

/**
 * Roles of a person. What somebody stated wins, for a deal its association's labels first; then the
 * title. HubSpot's buying role is a stance, not a function: it picks among the title's roles and
 * stands alone only for the three below.
 */
export function rolesOfPerson(
  person: RoleWords,
  organizationType: OrganizationType | null = null,
): Pick<Person, "roles" | "rolesFrom" | "words" | "suggested"> {
  const stated = statedRoles(person);
  if (stated.length > 0)
    return { roles: stated, rolesFrom: "person", words: labelsOf(stated), suggested: [] };
  const byTitle = rolesOfTitle(person.title ?? "", organizationType);
  const buyingRoles = [...person.buyingRoles, ...(person.labels ?? []).map(asBuyingRole)];
  if (byTitle.roles.length > 0) {
    const roles = picked(byTitle.roles, buyingRoles);
    return { roles, rolesFrom: "title", words: byTitle.words, suggested: [] };
  }
  const chosen = chosenBy(buyingRoles, byTitle.probable);
  if (chosen.length === 1)
    return { roles: chosen, rolesFrom: "title", words: person.title, suggested: [] };
  const stances = buyingRoles.flatMap((each) => standsAlone.get(each) ?? []);
  if (stances.length > 0)
    return { roles: stances, rolesFrom: "buying role", words: labelsOf(stances), suggested: [] };
  const suggested = [
    ...byTitle.probable,
    ...buyingRoles.flatMap((each) => suggests.get(each) ?? []),
  ];
  return { roles: [], rolesFrom: "none", words: null, suggested: [...new Set(suggested)] };
}

function statedRoles({ stated, labels = [] }: RoleWords): readonly RoleId[] {
  const byLabel = labels.flatMap(namedRoles);
  return [...new Set(byLabel.length > 0 ? byLabel : stated.flatMap(namedRoles))];
}

function namedRoles(text: string): readonly RoleId[] {
  const named = normalize("role", text);
  return named.kind === "certain" ? named.value : [];
}

/** HubSpot's own label "Decision maker" is a stance too. */
function asBuyingRole(label: string): string {
  return label.trim().toUpperCase().replaceAll(/\W+/gu, "_");
}

/** Those of the title's roles that fit the stance; all of them where none does. */
function picked(held: readonly RoleId[], buyingRoles: readonly string[]): readonly RoleId[] {
  const fitting = held.filter((role) => buyingRoles.includes(roles[role].buyingRole));
  return fitting.length > 0 ? fitting : held;
}

/** A stance may choose between readings of a title; it cannot confirm the only one there is. */
function chosenBy(buyingRoles: readonly string[], probable: readonly RoleId[]): readonly RoleId[] {
  if (probable.length < 2) return [];
  return probable.filter((role) => buyingRoles.includes(roles[role].buyingRole));
}

const standsAlone: ReadonlyMap<string, RoleId> = new Map([
  ["CHAMPION", "champion"],
  ["EXECUTIVE_SPONSOR", "executive_sponsor"],
  ["END_USER", "end_user"],
]);

/** Stances that come close to a function: worth asking, never enough. */
const suggests: ReadonlyMap<string, RoleId> = new Map([
  ["BUDGET_HOLDER", "finance"],
  ["LEGAL_AND_COMPLIANCE", "compliance_privacy"],
]);

function labelsOf(held: readonly RoleId[]): string {
  return held.map((role) => roles[role].label).join(", ");
}
