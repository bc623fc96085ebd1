import { evaluateContact, evaluateDeal } from "../../src/evaluate.ts";
import type { ContactFacts, DealFacts } from "../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../src/playbook/hybrid.ts";
import type { CardAnswer } from "../../src/view/card-view.ts";
import { contactCardView } from "../../src/view/contact-card.ts";
import { dealCardView } from "../../src/view/deal-card.ts";
import { contactFacts, day, now, person, signal, stated } from "../src/verdict/build-facts.ts";

/** What the server answers about a practice manager who asked for a demo, decided for real. */
export function anAnswer(
  overrides: Partial<CardAnswer> = {},
  about: Partial<ContactFacts> = {},
): CardAnswer {
  const demo = signal("demo_request", now, { offerId: "demo", label: "Demo request form" });
  const facts = contactFacts({ signals: [demo], ...about });
  const decision = evaluateContact(facts, null, { playbook, now, offersFrom: now - day });
  const view = contactCardView(decision, facts, { playbook, now });
  return { ...common, record: { kind: "decided", decidedAt: now, view }, ...overrides };
}

/** What the server answers about a late deal with one person on it, decided for real. */
export function aDealAnswer(more: Partial<DealFacts> = {}): CardAnswer {
  const facts: DealFacts = {
    id: "7",
    name: "Scheduling",
    stage: "contractsent",
    isClosed: false,
    solution: "software",
    organizationType: stated("independent_practice"),
    account: { companyId: "9", name: "Lakeside", people: [person("1", ["finance"])] },
    ...more,
  };
  const decision = evaluateDeal(facts, { playbook, now });
  const view = dealCardView(decision, facts, { playbook, contacts: new Map() });
  return { ...common, record: { kind: "decided", decidedAt: now, view } };
}

const common: Omit<CardAnswer, "record"> = {
  mode: "active",
  playbook: { name: "Hybrid", version: 1 },
  pending: false,
  reader: { mayHandOver: true, because: null },
  problems: [],
  refused: null,
  trail: [{ at: now, sentence: "MQL: the organization fits and shows interest." }],
};
