import fc from "fast-check";
import { evaluateContact, evaluateDeal } from "../../../src/evaluate.ts";
import type { ContactFacts, DealFacts } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { contactCardView } from "../../../src/view/contact-card.ts";
import { dealCardView } from "../../../src/view/deal-card.ts";
import { anyProfile, anySignals } from "../verdict/arbitrary.ts";
import { unknown } from "../../../src/facts/fact.ts";
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
  return contactCardView(decision, facts, { playbook, now });
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

describe("the handoff on the card", () => {
  const handoffOf = (facts: ContactFacts) => view(facts).handoff;

  test("can be accepted, returned or snoozed while it is offered", () => {
    expect(handoffOf(asked)).toMatchObject({
      state: "offered",
      sentence: "Offered to Sales on 24 Nov 2026.",
      dueAt: now + hour,
      canAccept: true,
      canReturn: true,
      canSnooze: true,
    });
    expect(handoffOf(asked).returnReasons).toHaveLength(12);
  });

  test.each([
    ["accepted", inputs({ handoff: "accepted" }), "Accepted by sales on 24 Nov 2026.", true],
    [
      "returned",
      inputs({ handoff: "returned", returnReason: "no_need" }),
      "Returned by sales on 24 Nov 2026: no need.",
      false,
    ],
    [
      "snoozed",
      inputs({ snoozeUntil: Date.UTC(2026, 10, 30) }),
      "Offered to Sales on 24 Nov 2026, snoozed until 30 Nov 2026.",
      true,
    ],
  ])("says that it is %s", (_, said, sentence, canReturn) => {
    expect(handoffOf({ ...asked, inputs: said })).toMatchObject({
      sentence,
      canReturn,
      canSnooze: false,
    });
  });
});

test("the card asks for the smallest set of changes that takes the contact its next step", () => {
  const nurtured = view(contactFacts());

  expect(nurtured.gaps).toMatchObject({
    title: "What MQL still needs",
    lines: [{ question: "A new sign of interest: demo request.", answer: null }],
  });
  expect(view(asked).gaps.lines.map(({ id, answer }) => [id, answer])).toEqual([
    ["accept_1", null],
    ["need", { kind: "confirm", item: "need" }],
    ["timeline", { kind: "confirm", item: "timeline" }],
    ["authority", { kind: "confirm", item: "authority" }],
    ["next_step", { kind: "date" }],
  ]);
});

test("a field that an MQL waits for is filled in on the card, from the agreed values", () => {
  const profile = { ...asked.profile, organizationType: unknown };
  const { lines } = view({ ...asked, profile }).gaps;

  const answer = lines.find(({ id }) => id === "organization_type")?.answer;
  expect(answer).toMatchObject({
    kind: "choose",
    property: "medqual_organization_type",
    several: false,
  });
});

test("a value that nobody stated is a note with its evidence", () => {
  const organizationType = stated("critical_access_hospital" as const, "inferred");

  const { fields } = view({ ...asked, profile: { ...asked.profile, organizationType } });

  expect(fields).toEqual([
    {
      id: "organizationType",
      label: "Organization type",
      value: "Critical access hospital",
      certainty: "inferred",
      property: "contact.test",
      sentence:
        "Organization type: Critical access hospital, inferred from “critical_access_hospital”.",
      fix: { property: "medqual_organization_type", values: ["critical_access_hospital"] },
    },
  ]);
});

test("a value that only probably means something is proposed, and counts for nothing", () => {
  const profile = { ...asked.profile, specialty: unknown };
  const facts = { ...asked, profile };
  const decision = evaluateContact(facts, null, { playbook, now, offersFrom: now - day });
  const contact = { id: "1", properties: { specialty: "Cardiolgy?" } };

  const records = { contact, company: null };
  const { fields } = contactCardView(decision, facts, { playbook, now, records });

  expect(fields).toEqual([
    {
      id: "specialty",
      label: "Specialty",
      value: "Cardiology",
      certainty: "doubtful",
      property: "contact.specialty",
      sentence:
        "Specialty: “Cardiolgy?” probably means Cardiology. It does not count until somebody says so.",
      fix: { property: "medqual_specialty", values: ["cardiology"] },
    },
  ]);
});

test("readiness says what it could come to", () => {
  const checklist = { ...inputs().checklist, need: "confirmed", timeline: "negative" } as const;

  expect(view({ ...asked, inputs: { ...inputs(), checklist } }).readiness).toMatchObject({
    score: 25,
    upper: 75,
    sentence: "1 of 4 required items are confirmed.",
  });
});

test("an override is a sentence, with its last day", () => {
  const override = { status: "mql", reason: "wrong_data", until: Date.UTC(2026, 10, 30) } as const;

  expect(view(contactFacts({ inputs: inputs({ override }) })).override.sentence).toBe(
    "MQL by override until 30 Nov 2026: data is wrong and being corrected.",
  );
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
    const contacts = new Map([
      ["1", evaluateContact(asked, null, { playbook, now, offersFrom: null })],
    ]);
    return dealCardView(evaluateDeal(facts, { playbook, now }), facts, { playbook, contacts });
  };

  test("names who is missing and what is wrong", () => {
    expect(card({})).toMatchObject({
      summary: "Missing at this stage: Operations or owner physician, Champion.",
      warnings: [
        "Stalled because nobody speaks for Operations or owner physician.",
        "Everything hangs on one person: Person 1.",
        "Nobody on this deal has engaged yet.",
      ],
      committee: { addTo: { objectTypeId: "0-3", objectId: "5" } },
      contacts: [
        {
          id: "1",
          name: "Person 1",
          statusLabel: "MQL",
          tone: "info",
          readiness: "0 of 4 required items are confirmed.",
        },
      ],
    });
  });

  test("a contact that was never decided stands as such", () => {
    const account = { ...deal.account, people: [person("2", ["finance"])] };

    expect(card({ account }).contacts).toMatchObject([{ id: "2", statusLabel: "Not decided" }]);
  });

  test("proposes who probably has a missing role, and who has it and is not on the deal", () => {
    const probable = { ...person("3", []), suggested: ["operations"] as const };
    const others = [person("4", ["operations"])];
    const account = { ...deal.account, people: [probable], others };

    expect(card({ account }).committee.roles[0]?.people).toEqual([
      { id: "3", name: "Person 3", title: null, standing: "proposed", proposal: ["operations"] },
      { id: "4", name: "Person 4", title: null, standing: "elsewhere", proposal: [] },
    ]);
  });

  test("says for each missing role whom to ask", () => {
    const account = { ...deal.account, people: [person("5", [])] };

    expect(card({ account }).committee.roles.map(({ state, ask }) => [state, ask])).toEqual([
      ["missing", "Ask Person 5, whose role is not known"],
      ["missing", "Ask Person 5, whose role is not known"],
      ["missing", "Ask Person 5, whose role is not known"],
    ]);
    expect(card({}).committee.roles.map(({ ask }) => ask)).toEqual([null, null, null]);
  });

  test("says who has not been heard of, and since when", () => {
    const since = now - 90 * day;
    const people = [{ ...person("1", ["finance"]), engagedAt: since }];

    expect(card({ account: { ...deal.account, people } }).silent).toEqual([
      { id: "1", name: "Person 1", since },
    ]);
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
