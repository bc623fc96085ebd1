import type { ContactDecision } from "../decision.ts";
import { factLabels } from "../explain/fact-labels.ts";
import { itemQuestions } from "../explain/questions.ts";
import type { ContactFacts, FactId } from "../facts/contact-facts.ts";
import { roles } from "../facts/vocabulary.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";

/** What is handed over with a lead: what is known, and as plainly what is not. */
export type Brief = { readonly known: readonly string[]; readonly unknown: readonly string[] };

/** Sentences for whoever takes the lead over; no free text of a person, only what rules read. */
export function handoverBrief(
  decision: ContactDecision,
  facts: ContactFacts,
  playbook: Playbook,
): Brief {
  const { labelOf } = compiled(playbook);
  const { fit, readiness, reasons, committee } = decision;
  const asked = readiness.lines.filter(({ required }) => required);
  const needed = committee.roles.filter((role) => role.needed === "sql");
  const isThere = (role: (typeof needed)[number]) => role.people.length > 0;
  return {
    known: [
      ...reasons.slice(1),
      ...asked
        .filter(({ state }) => state === "confirmed")
        .map(({ label }) => `${label}: confirmed`),
      ...readiness.lines.flatMap(({ label, hint }) => (hint === null ? [] : [`${label}: ${hint}`])),
      ...facts.account.people.filter((person) => person.roles.length > 0).map(memberSentence),
    ],
    unknown: [
      ...asked
        .filter(({ state }) => state === "unknown")
        .map(({ id, label }) => `${label}: ${itemQuestions[id]}`),
      ...asked
        .filter(({ state }) => state === "negative")
        .map(({ label }) => `${label}: the answer was no`),
      ...needed
        .filter((role) => !isThere(role))
        .map(({ label }) => `Nobody known speaks for ${label}`),
      ...fit.unknown.map((id) => `${labelOf(id)} is not known`),
      ...inferredFacts(facts).map((id) => `${factLabels[id]} is only inferred`),
    ],
  };
}

function memberSentence({ name, title, roles: held }: ContactFacts["account"]["people"][number]) {
  const labels = held.map((role) => roles[role].label).join(", ");
  return title === null ? `${name}: ${labels}` : `${name}, ${title}: ${labels}`;
}

/** What was concluded from something else, and nobody has said. */
export function inferredFacts({ profile }: ContactFacts): readonly FactId[] {
  const ids = Object.keys(profile).filter((id): id is FactId => Object.hasOwn(factLabels, id));
  return ids.filter((id) => {
    const fact = profile[id];
    return fact.kind === "known" && fact.evidence.certainty === "inferred";
  });
}
