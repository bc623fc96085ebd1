import { soleThread } from "../committee/judge-deal.ts";
import type { ContactDecision, DealDecision } from "../decision.ts";
import { statusLabels } from "../explain/labels.ts";
import type { DealFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import type { DealCardView, DealContactView } from "./card-view.ts";
import { committeeView } from "./committee.ts";
import { readinessSentence } from "./readiness.ts";
import { statusTones } from "./tones.ts";

/** What the card of a deal draws. `contacts` are the decisions on the people of the deal, by their id. */
export function dealCardView(
  decision: DealDecision,
  facts: DealFacts,
  at: {
    readonly playbook: Playbook;
    readonly contacts: ReadonlyMap<string, ContactDecision>;
  },
): DealCardView {
  const { playbook, contacts } = at;
  const { committee } = decision;
  return {
    kind: "deal",
    name: facts.name,
    summary: summary(decision, facts),
    warnings: warnings(decision, facts),
    silent: decision.goneSilent.map(({ id, name, since }) => ({ id, name, since })),
    committee: committeeView({
      committee,
      account: facts.account,
      isRequiredAtSql: playbook.committee.requiredAtSql,
      addTo: { objectTypeId: "0-3", objectId: facts.id },
    }),
    contacts: facts.account.people.map((person) => dealContact(person, contacts.get(person.id))),
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
  const found: string[] = [];
  if (decision.stalledBecause !== null) found.push(decision.stalledBecause);
  const only = soleThread(account.people);
  if (account.people.length === 0) found.push("Nobody is associated with this deal.");
  if (only !== null) found.push(`Everything hangs on one person: ${only.name}.`);
  if (account.people.length > 0 && account.people.every(({ engagedAt }) => engagedAt === null))
    found.push("Nobody on this deal has engaged yet.");
  return found;
}

function dealContact(
  { id, name }: DealFacts["account"]["people"][number],
  decision: ContactDecision | undefined,
): DealContactView {
  if (decision === undefined) {
    const readiness = "Medqual has not decided this contact yet.";
    return { id, name, statusLabel: "Not decided", tone: "default", readiness };
  }
  const { status } = decision;
  const readiness = readinessSentence(decision.readiness);
  return { id, name, statusLabel: statusLabels[status], tone: statusTones[status], readiness };
}
