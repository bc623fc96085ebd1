import type { Coverage, NextPerson, RoleCoverage } from "../decision.ts";
import type { Person } from "../facts/contact-facts.ts";
import { roles as vocabulary } from "../facts/vocabulary.ts";
import { type Crowd, isFilled, memberOf } from "./people.ts";

/**
 * The first role in the template's order that nobody fills, and whom of the account to ask for it:
 * who probably has it, else somebody whose role nobody knows, else somebody who works beside it and
 * can introduce us. Of several the liveliest.
 */
export function nextContact(roles: readonly RoleCoverage[], crowd: Crowd): Coverage["next"] {
  const open = roles.find((role) => !isFilled(role));
  if (open === undefined) return null;
  return { roleId: open.id, roleLabel: open.label, person: bestFor(open, crowd) };
}

function bestFor(open: RoleCoverage, { people, others }: Crowd): NextPerson | null {
  const [suggested] = open.suggested;
  if (suggested !== undefined) return { ...suggested, because: "suggested" };
  const everybody = [...people, ...others];
  const unknown = everybody.find(({ roles, suggested }) => roles.length + suggested.length === 0);
  if (unknown !== undefined) return { ...memberOf(unknown), because: "role unknown" };
  const filling = new Set(open.people.map(({ id }) => id));
  const beside = everybody.find((person) => !filling.has(person.id) && worksBeside(person, open));
  return beside === undefined ? null : { ...memberOf(beside), because: "same family" };
}

function worksBeside(person: Person, { roles }: RoleCoverage): boolean {
  const families = new Set<string>(roles.map((role) => vocabulary[role].family));
  return person.roles.some((role) => families.has(vocabulary[role].family));
}
