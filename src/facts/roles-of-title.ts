import type { Person } from "./contact-facts.ts";
import { readTitle, type TitleReading } from "./titles/read-title.ts";
import { isRole, type OrganizationType, type RoleId, roles } from "./vocabulary.ts";

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

/**
 * Roles of a person. What somebody stated wins, then the title. HubSpot's buying role is a stance,
 * not a function: it picks among the title's roles and stands alone only for the three below.
 */
export function rolesOfPerson(
  person: {
    readonly title: string | null;
    /** Values of `hs_buying_role`. */
    readonly buyingRoles: readonly string[];
    /** Values of `medqual_committee_role`. */
    readonly stated: readonly string[];
  },
  organizationType: OrganizationType | null = null,
): Pick<Person, "roles" | "rolesFrom" | "words"> {
  const stated = person.stated.filter(isRole);
  if (stated.length > 0) return { roles: stated, rolesFrom: "person", words: labels(stated) };
  const byTitle = rolesOfTitle(person.title ?? "", organizationType);
  if (byTitle.roles.length > 0) {
    const picked = byTitle.roles.filter((role) =>
      person.buyingRoles.includes(roles[role].buyingRole),
    );
    const held = picked.length > 0 ? picked : byTitle.roles;
    return { roles: held, rolesFrom: "title", words: byTitle.words };
  }
  const stances = person.buyingRoles.flatMap((each) => standsAlone.get(each) ?? []);
  if (stances.length === 0) return { roles: [], rolesFrom: "none", words: null };
  return { roles: stances, rolesFrom: "buying role", words: labels(stances) };
}

const standsAlone: ReadonlyMap<string, RoleId> = new Map([
  ["CHAMPION", "champion"],
  ["EXECUTIVE_SPONSOR", "executive_sponsor"],
  ["END_USER", "end_user"],
]);

function labels(held: readonly RoleId[]): string {
  return held.map((role) => roles[role].label).join(", ");
}
