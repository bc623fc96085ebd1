import type { Coverage, Missing } from "../decision.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import { signalLabels } from "../facts/signal.ts";
import { type RoleId, roles } from "../facts/vocabulary.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { checklistLabels } from "../readiness/checklist.ts";
import type { Change } from "./change.ts";
import { exclusionLabels } from "./labels.ts";
import { missingFact } from "./missing.ts";
import { factQuestions, itemQuestions } from "./questions.ts";

type About = {
  readonly facts: Pick<ContactFacts, "name" | "account">;
  readonly committee: Coverage;
  readonly playbook: Playbook;
};

/** What to ask or to fill in, one question for each change; each has an id of its own. */
export function questionsFor(changes: readonly Change[], about: About): readonly Missing[] {
  const questions = changes.map((change) => questionFor(change, about));
  return questions.map((each, index) => {
    const before = questions.slice(0, index).filter(({ id }) => id === each.id).length;
    return before === 0 ? each : { ...each, id: `${each.id}_${before + 1}` };
  });
}

function questionFor(change: Change, about: About): Missing {
  switch (change.kind) {
    case "learn":
      return missingFact(change.fact, about.playbook);
    case "correct": {
      const missing = missingFact(change.fact, about.playbook);
      const question = `Is it right as it is recorded? Nothing else would be enough. ${missing.question}`;
      return { ...missing, question };
    }
    case "clear": {
      const label = exclusionLabels[change.exclusion];
      const question = `Is “${label.toLowerCase()}” right? If it is not, correct the record.`;
      return { id: change.exclusion, label, question };
    }
    case "reach": {
      const question = "Is there an address at which the contact may be written to?";
      return { id: "contactable", label: "Permission to contact", question };
    }
    case "verify_domain":
      return { id: "domain", label: "Verified e-mail domain", question: factQuestions.domain };
    case "signal":
      return {
        id: "intent",
        label: "Interest",
        question: `A new sign of interest: ${name(change, about)}.`,
      };
    case "accept": {
      const { second, queues } = about.playbook.handoff;
      const who = change.step === 2 && second !== null ? second.queue.label : queues.sales.label;
      const question = `${who}: do you take ${about.facts.name} on? Accept the lead, or return it.`;
      return { id: `accept_${change.step}`, label: `Acceptance by ${who}`, question };
    }
    case "confirm": {
      const { item } = change;
      return { id: item, label: checklistLabels[item], question: itemQuestions[item] };
    }
    case "add_person":
      return person(change.role, about);
  }
}

function name(
  { signal, offerId }: Extract<Change, { readonly kind: "signal" }>,
  { playbook }: About,
): string {
  const label = playbook.offers.find(({ id }) => id === offerId)?.label ?? signalLabels[signal];
  return label.toLowerCase();
}

/** Whom to look for: by the role the template calls it, and somebody who may know. */
function person(role: RoleId, { facts, committee }: About): Missing {
  const asked = committee.roles.find((each) => each.needed === "sql" && each.roles.includes(role));
  const label = asked?.label ?? roles[role].label;
  const where = facts.account.name === null ? "" : ` at ${facts.account.name}`;
  const hint = committee.next?.person ? ` ${committee.next.person.name} may know, or be it.` : "";
  return { id: "committee", label, question: `Who speaks for ${label}${where}?${hint}` };
}
