import { soleThread } from "../committee/judge-deal.ts";
import type { DealDecision } from "../decision.ts";
import type { DealFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { DealCardView } from "./card-view.ts";
import { committeeView } from "./committee.ts";

/** What the card of a deal draws. */
export function dealCardView(
  decision: DealDecision,
  facts: DealFacts,
  playbook: Playbook,
): DealCardView {
  const { committee } = decision;
  return {
    kind: "deal",
    name: facts.name,
    summary: summary(decision, facts),
    warnings: warnings(decision, facts),
    committee: committeeView({
      committee,
      account: facts.account,
      isRequiredAtSql: playbook.committee.requiredAtSql,
    }),
  };
}

function summary({ committee, missingRoles }: DealDecision, facts: DealFacts): string {
  if (facts.isClosed) return "This deal is closed.";
  if (committee.templateId === null) {
    if (committee.completeForSql)
      return "The playbook names no committee for this type of organization.";
    return "The type of organization is not known: fill it in to see who has to agree.";
  }
  if (missingRoles.length === 0) return "Everybody this stage asks for is on the deal.";
  return `Missing at this stage: ${missingRoles.map(({ label }) => label).join(", ")}.`;
}

function warnings(decision: DealDecision, { account, isClosed }: DealFacts): readonly string[] {
  if (isClosed) return [];
  const { goneSilent } = decision;
  const found: string[] = [];
  if (decision.stalledBecause !== null) found.push(decision.stalledBecause);
  const only = soleThread(account.people);
  if (account.people.length === 0) found.push("Nobody is associated with this deal.");
  if (only !== null) found.push(`Everything hangs on one person: ${only.name}.`);
  if (account.people.length > 0 && account.people.every(({ engagedAt }) => engagedAt === null))
    found.push("Nobody on this deal has engaged yet.");
  if (goneSilent.length > 0)
    found.push(`Not heard of for long: ${goneSilent.map(({ name }) => name).join(", ")}.`);
  return found;
}
