import type { ContactDecision } from "../decision.ts";
import { questionsFor } from "../explain/why-not-questions.ts";
import { whyNot } from "../explain/why-not.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { answerForm } from "./answer-form.ts";
import type { GapsView } from "./card-view.ts";

/**
 * What is between the contact and its next status: the smallest set of changes that is enough, and
 * after it what else is missing.
 */
export function gapsView(
  decision: ContactDecision,
  facts: ContactFacts,
  at: { readonly playbook: Playbook; readonly now: number },
): GapsView {
  const answer = whyNot(facts, decision, at);
  const { committee } = decision;
  const enough =
    answer === null
      ? []
      : questionsFor(answer.changes, { facts, committee, playbook: at.playbook });
  const known = new Set(enough.map(({ id }) => id));
  const others = decision.missing.filter(({ id }) => !known.has(id));
  return {
    title: answer === null ? "What is missing" : `What ${answer.target.toUpperCase()} still needs`,
    nothing: "Nothing is missing for the next step.",
    lines: [...enough, ...others].map(({ id, label, question }) => {
      return { id, label, question, answer: answerForm(id, at.playbook) };
    }),
  };
}
