import { evaluateContact } from "../../src/evaluate.ts";
import { hybridPlaybook as playbook } from "../../src/playbook/hybrid.ts";
import { actionsView } from "../../src/view/actions.ts";
import type { CardAnswer } from "../../src/view/card-view.ts";
import { contactCardView } from "../../src/view/contact-card.ts";
import { contactFacts, day, now, signal } from "../src/verdict/build-facts.ts";

/** What the server answers about a practice manager who asked for a demo, decided for real. */
export function anAnswer(overrides: Partial<CardAnswer> = {}): CardAnswer {
  const facts = contactFacts({
    signals: [signal("demo_request", now, { offerId: "demo", label: "Demo request form" })],
  });
  const decision = evaluateContact(facts, null, { playbook, now, offersFrom: now - day });
  const view = contactCardView(decision, facts, { playbook, now });
  return {
    mode: "active",
    playbook: { name: "Hybrid", version: 1 },
    pending: false,
    record: { kind: "decided", decidedAt: now, view },
    actions: actionsView(decision, true),
    refused: null,
    trail: [{ at: now, sentence: "MQL: the organization fits and shows interest." }],
    ...overrides,
  };
}
