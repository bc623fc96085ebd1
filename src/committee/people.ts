import type { CommitteeMember, RoleCoverage } from "../decision.ts";
import type { Person } from "../facts/contact-facts.ts";

/** Those who take part, and those of the company who do not, the liveliest first. */
export type Crowd = { readonly people: readonly Person[]; readonly others: readonly Person[] };

/** Whether a role has the people that the template asks for. A suggestion fills nothing. */
export function isFilled({ state }: Pick<RoleCoverage, "state">): boolean {
  return state === "engaged" || state === "silent";
}

/** Who showed a sign of life last comes first; the order of the input is irrelevant. */
export function liveliestFirst(a: Person, b: Person): number {
  return lastSign(b) - lastSign(a) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

export function memberOf({ id, name, title }: Person): CommitteeMember {
  return { id, name, title };
}

function lastSign({ engagedAt }: Person): number {
  return engagedAt ?? Number.MIN_SAFE_INTEGER;
}
