import { type Account, type ContactFacts, type Person } from "../facts/contact-facts.ts";
import { type RoleId, roles } from "../facts/vocabulary.ts";

const stances: ReadonlySet<string> = new Set([
  "DECISION_MAKER",
  "BUDGET_HOLDER",
  "EXECUTIVE_SPONSOR",
]);

/** Whether a role decides, pays or sponsors. A champion, however convinced, influences. */
export function hasAuthority(role: RoleId): boolean {
  return stances.has(roles[role].buyingRole);
}

/** The people of an account who can decide. */
export function decidersOf({ people }: Account): readonly Person[] {
  return people.filter((person) => person.roles.some(hasAuthority));
}

/**
 * Why a confirmed decision process does not count yet: it has to rest on somebody of the account who
 * can decide, and influence of the one contact is none. `null` when it counts.
 */
export function authorityCaveat({ account, name }: Pick<ContactFacts, "account" | "name">) {
  if (decidersOf(account).length > 0) return null;
  const who = account.people.length > 1 ? `Nobody known at ${account.name ?? "the account"}` : name;
  const verb = account.people.length > 1 ? "has" : "does not have";
  return `${who} ${verb} a role that decides: name the person who does.`;
}
