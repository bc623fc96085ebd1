import type { Coverage, RoleCoverage } from "../decision.ts";
import type { Account, Person } from "../facts/contact-facts.ts";
import { nextContact } from "../committee/next-contact.ts";
import { isFilled, liveliestFirst } from "../committee/people.ts";
import type { CommitteeView, PersonView, RoleView, Tone } from "./card-view.ts";

const states: Readonly<
  Record<RoleCoverage["state"], { readonly label: string; readonly tone: Tone }>
> = {
  engaged: { label: "Engaged", tone: "success" },
  silent: { label: "Known, but silent", tone: "info" },
  suggested: { label: "Probably there", tone: "warning" },
  missing: { label: "Missing", tone: "warning" },
};

/** Who of the buying committee is there, and whom to approach next. */
export function committeeView(view: {
  readonly committee: Coverage;
  readonly account: Account;
  readonly isRequiredAtSql: boolean;
  readonly addTo: CommitteeView["addTo"];
}): CommitteeView {
  const { committee, account, addTo } = view;
  return {
    title: account.name ? `Buying committee at ${account.name}` : "Buying committee",
    completeness: committee.completeness,
    sentence: sentence(committee, view.isRequiredAtSql),
    roles: committee.roles.map((role) => roleView(role, account, view.isRequiredAtSql)),
    next: nextSentence(committee),
    addTo,
  };
}

function sentence(committee: Coverage, isRequiredAtSql: boolean): string {
  const { templateId, roles, completeForSql } = committee;
  if (templateId === null)
    return completeForSql
      ? "The playbook names no committee for this type of organization."
      : "The type of organization is not known, so nobody can say who has to agree.";
  const there = roles.filter(isFilled).length;
  const known = `${there} of ${roles.length} roles are known.`;
  if (!isRequiredAtSql) return known;
  return `${known} ${completeForSql ? "Those needed for SQL are all there." : "Not yet enough for SQL."}`;
}

function roleView(role: RoleCoverage, account: Account, isRequiredAtSql: boolean): RoleView {
  const { id, label, state } = role;
  const early = isRequiredAtSql ? "Needed for SQL" : "Needed first";
  const needed = role.needed === "sql" ? early : "Needed before the proposal";
  const { label: stateLabel, tone } = states[state];
  const there = role.people.map((person): PersonView => {
    return { ...person, standing: "there", proposal: [] };
  });
  const proposed = state === "suggested" ? proposedFor(role, account) : [];
  const people = [...there, ...proposed];
  const ask = state === "missing" ? whomToAsk(role, account) : null;
  return { id, label, state, stateLabel, tone, needed, people, ask };
}

/** Somebody of the account who may know, or be it; `null` where nobody is known. */
function whomToAsk(role: RoleCoverage, { people, others = [] }: Account): string | null {
  const crowd = {
    people: people.toSorted(liveliestFirst),
    others: others.toSorted(liveliestFirst),
  };
  const person = nextContact([role], crowd)?.person;
  switch (person?.because) {
    case undefined:
      return null;
    case "suggested":
      return `Ask ${person.name}`;
    case "role unknown":
      return `Ask ${person.name}, whose role is not known`;
    case "same family":
      return `Ask ${person.name}, who works beside them`;
  }
}

/** Who probably has the role, or has it and does not take part; with the roles to confirm. */
function proposedFor(role: RoleCoverage, { people, others = [] }: Account): readonly PersonView[] {
  const byId = new Map<string, Person>([...others, ...people].map((each) => [each.id, each]));
  return role.suggested.map(({ id, name, title }) => {
    const person = byId.get(id);
    const isOurs = (held: Person["roles"]) => held.filter((each) => role.roles.includes(each));
    const has = isOurs(person?.roles ?? []).length > 0;
    const standing = has ? "elsewhere" : "proposed";
    return { id, name, title, standing, proposal: has ? [] : isOurs(person?.suggested ?? []) };
  });
}

function nextSentence({ next }: Coverage): string | null {
  if (next === null) return null;
  const { roleLabel, person } = next;
  const wanted = `Find somebody who speaks for ${roleLabel}`;
  switch (person?.because) {
    case undefined:
      return `${wanted}.`;
    case "suggested":
      return `Ask ${person.name}, who probably speaks for ${roleLabel}.`;
    case "role unknown":
      return `${wanted}: ask ${person.name}, whose role is not known.`;
    case "same family":
      return `${wanted}: ask ${person.name}, who works beside them.`;
  }
}
