import type { Coverage, RoleCoverage } from "../decision.ts";
import type { Account } from "../facts/contact-facts.ts";
import { isFilled } from "../committee/people.ts";
import type { CommitteeView, RoleView, Tone } from "./card-view.ts";

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
}): CommitteeView {
  const { committee, account } = view;
  return {
    title: account.name ? `Buying committee at ${account.name}` : "Buying committee",
    completeness: committee.completeness,
    sentence: sentence(committee, view.isRequiredAtSql),
    roles: committee.roles.map((role) => roleView(role, view.isRequiredAtSql)),
    next: nextSentence(committee),
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

function roleView(role: RoleCoverage, isRequiredAtSql: boolean): RoleView {
  const { id, label, state } = role;
  const early = isRequiredAtSql ? "Needed for SQL" : "Needed first";
  const needed = role.needed === "sql" ? early : "Needed before the proposal";
  const { label: stateLabel, tone } = states[state];
  const people = state === "suggested" ? [...role.people, ...role.suggested] : role.people;
  return { id, label, state, stateLabel, tone, needed, people };
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
