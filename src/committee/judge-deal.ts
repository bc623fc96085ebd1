import type { Coverage, DealDecision, RoleCoverage } from "../decision.ts";
import type { DealFacts, Person } from "../facts/contact-facts.ts";
import type { Playbook, StageNeeds } from "../playbook/playbook.ts";
import { isFilled, liveliestFirst, memberOf } from "./people.ts";

const day = 86_400_000;

/** What is missing on an open deal at its stage; a closed one misses nobody. */
export function judgeDeal(
  { stage, isClosed, account }: DealFacts,
  committee: Coverage,
  at: { readonly playbook: Playbook; readonly now: number },
): Omit<DealDecision, "kind" | "committee"> {
  if (isClosed) {
    const nobody = { missingRoles: [], goneSilent: [], stalledBecause: null };
    return { singleThreaded: false, ...nobody, nextAt: null };
  }
  const needs = stageNeeds(stage, at.playbook);
  const missingRoles = committee.roles.filter((role) => isAsked(role, needs) && !isFilled(role));
  return {
    singleThreaded: soleThread(account.people) !== null,
    missingRoles,
    ...silence(account.people, at),
    stalledBecause: needs === "everybody" ? stalledBecause(missingRoles) : null,
  };
}

/** The one person through whom everything goes, when there is no second who shows signs of life. */
export function soleThread(people: readonly Person[]): Person | null {
  const lively = people.filter(({ engagedAt }) => engagedAt !== null);
  const [only] = people.length === 1 ? people : lively.length === 1 ? lively : [];
  return only ?? null;
}

function stageNeeds(stage: string, { committee }: Playbook): StageNeeds {
  return Object.hasOwn(committee.dealStages, stage)
    ? (committee.dealStages[stage] ?? "sql")
    : "sql";
}

function isAsked({ needed }: RoleCoverage, needs: StageNeeds): boolean {
  return needs === "everybody" || (needs === "sql" && needed === "sql");
}

/** Who was engaged and is not any more, and the instant at which the next one will be called silent. */
function silence(
  people: readonly Person[],
  { playbook, now }: { readonly playbook: Playbook; readonly now: number },
): Pick<DealDecision, "goneSilent" | "nextAt"> {
  const patience = playbook.committee.silentAfterDays * day;
  const engaged = people.toSorted(liveliestFirst).flatMap((person) => {
    const { engagedAt } = person;
    return engagedAt === null ? [] : [{ ...memberOf(person), since: engagedAt }];
  });
  const instants = engaged.map(({ since }) => since + patience).filter((at) => at > now);
  return {
    goneSilent: engaged.filter(({ since }) => since + patience <= now),
    nextAt: instants.length === 0 ? null : Math.min(...instants),
  };
}

/** Past qualification, a role that had to be there before it is what holds the deal up. */
function stalledBecause(missingRoles: readonly RoleCoverage[]): string | null {
  const labels = missingRoles.filter(({ needed }) => needed === "sql").map(({ label }) => label);
  if (labels.length === 0) return null;
  return `Stalled because nobody speaks for ${labels.join(" and ")}.`;
}
