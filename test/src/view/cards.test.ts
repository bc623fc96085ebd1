import fc from "fast-check";
import { evaluateContact, evaluateDeal } from "../../../src/evaluate.ts";
import type { ContactFacts, DealFacts } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { contactCardView } from "../../../src/view/contact-card.ts";
import { dealCardView } from "../../../src/view/deal-card.ts";
import { trailSentence } from "../../../src/view/trail.ts";
import { anyProfile, anySignals } from "../verdict/arbitrary.ts";
import {
  contactFacts,
  day,
  hour,
  inputs,
  now,
  person,
  signal,
  stated,
} from "../verdict/build-facts.ts";

const asked = contactFacts({
  signals: [signal("demo_request", now, { offerId: "demo", label: "Demo request form" })],
});
const view = (facts: ContactFacts) => {
  const decision = evaluateContact(facts, null, { playbook, now, offersFrom: now - day });
  return contactCardView(decision, facts, playbook);
};

test("the card of an MQL says where it stands, why, and what to do by when", () => {
  expect(view(asked)).toMatchObject({
    kind: "contact",
    name: "Dana Whitfield",
    statusLabel: "MQL",
    tone: "info",
    summary: "MQL: the organization fits and shows interest.",
    flags: [],
    next: { side: "Sales", dueAt: now + hour },
    fit: {
      score: 70,
      upper: 100,
      sentence: "70 points; 50 are enough. Up to 100 once everything is known.",
    },
    intent: { score: 40, sentence: "40 points; 6 are enough." },
    readiness: { score: 0, sentence: "0 of 4 required items are confirmed." },
    committee: {
      title: "Buying committee at Lakeside",
      sentence: "1 of 3 roles are known. Those needed for SQL are all there.",
      next: "Find somebody who speaks for Champion.",
    },
  });
});

test("a flag turns the card to a warning and is a sentence", () => {
  const card = view({ ...asked, inputs: inputs({ handoff: "accepted" }) });

  expect(card.tone).toBe("warning");
  expect(card.flags).toEqual(["Sales has accepted, but not everything SQL asks for is confirmed."]);
});

test("the lines on the card sum to the score on the card", () => {
  fc.assert(
    fc.property(anyProfile, anySignals, (profile, signals) => {
      const { fit, intent } = view(contactFacts({ profile, signals }));

      for (const { lines, score } of [fit, intent])
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    }),
  );
});

describe("the card of a deal", () => {
  const deal: DealFacts = {
    id: "5",
    name: "Scheduling",
    stage: "contractsent",
    isClosed: false,
    solution: "software",
    organizationType: stated("independent_practice"),
    account: { companyId: "9", name: "Lakeside", people: [person("1", ["finance"])] },
  };
  const card = (more: Partial<DealFacts>) => {
    const facts = { ...deal, ...more };
    return dealCardView(evaluateDeal(facts, { playbook, now }), facts, playbook);
  };

  test("names who is missing and what is wrong", () => {
    expect(card({})).toMatchObject({
      summary: "Missing at this stage: Operations or owner physician, Champion.",
      warnings: [
        "Stalled because nobody speaks for Operations or owner physician.",
        "Everything hangs on one person: Person 1.",
        "Nobody on this deal has engaged yet.",
      ],
    });
  });

  test("warns when nobody is associated, and not at all once closed", () => {
    const account = { ...deal.account, people: [] };

    expect(card({ account }).warnings).toContain("Nobody is associated with this deal.");
    expect(card({ isClosed: true })).toMatchObject({
      summary: "This deal is closed.",
      warnings: [],
    });
  });
});

test.each([
  [null, "mql", "MQL: it fits."],
  ["mql", "mql", "MQL: it fits."],
  ["nurture", "mql", "Nurture → MQL. MQL: it fits."],
] as const)("the trail from %s to %s", (previous, status, expected) => {
  expect(trailSentence(previous, status, ["MQL: it fits.", "Asked for a demo"])).toBe(expected);
});
