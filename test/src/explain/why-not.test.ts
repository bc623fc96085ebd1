import { questionsFor } from "../../../src/explain/why-not-questions.ts";
import { whyNot } from "../../../src/explain/why-not.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import {
  contactFacts,
  day,
  inputs,
  nothingKnown,
  now,
  person,
  signal,
  stated,
} from "../verdict/build-facts.ts";
import { decide } from "./brute-force.ts";

describe("nothing helps", () => {
  const asked = contactFacts({ signals: [signal("demo_request", now)] });
  const answerTo = (facts: ContactFacts) => {
    const one = { facts, playbook: hybridPlaybook };
    return whyNot(facts, decide(one), { playbook: hybridPlaybook, now });
  };

  test.each([
    ["a final return", { inputs: inputs({ handoff: "returned", returnReason: "competitor" }) }],
    ["a customer", { exclusions: { ...asked.exclusions, customer: stated(true) } }],
    ["signals nobody read", { signalsRead: false }],
    [
      "a person's override",
      { inputs: inputs({ override: { status: "nurture", reason: "wrong_data", until: now } }) },
    ],
  ] as const)("against %s", (_, more) => {
    expect(answerTo({ ...asked, ...more })).toBeNull();
  });

  test("is needed of an SQL that is complete", () => {
    const said = inputs({ handoff: "accepted", nextStepAt: now + day }, "need timeline authority");

    expect(answerTo({ ...asked, inputs: said })).toEqual({ target: "sql", changes: [] });
  });
});

test("the changes are asked for as a rep would ask", () => {
  const facts = contactFacts({
    profile: { ...nothingKnown, serviceInterest: stated(["scheduling"]) },
    contactable: stated(false),
    account: { companyId: "9", name: "Lakeside", people: [] },
  });
  const one = { facts, playbook: hybridPlaybook };
  const { changes } = whyNot(facts, decide(one), { playbook: hybridPlaybook, now }) ?? {
    changes: [],
  };

  const { committee } = decide(one);
  const asked = questionsFor(changes, { facts, committee, playbook: hybridPlaybook });

  expect(asked.map(({ question }) => question)).toEqual([
    "What type of organization is it?",
    "Is there an address at which the contact may be written to?",
    "A new sign of interest: demo request.",
  ]);
});

test("an MQL is asked for acceptance, for what is unconfirmed, and for whom it lacks", () => {
  const facts = contactFacts({
    profile: { ...contactFacts().profile, organizationType: stated("hospital") },
    signals: [signal("demo_request", now)],
    inputs: inputs({ nextStepAt: now + day }, "need timeline"),
    account: { companyId: "9", name: "St. Brendan", people: [person("1", [])] },
  });
  const one = { facts, playbook: hybridPlaybook };
  const decision = decide(one);
  const { changes } = whyNot(facts, decision, { playbook: hybridPlaybook, now }) ?? { changes: [] };

  const about = { facts, committee: decision.committee, playbook: hybridPlaybook };

  expect(questionsFor(changes, about).map(({ id, question }) => [id, question])).toEqual([
    ["accept_1", "Sales: do you take Dana Whitfield on? Accept the lead, or return it."],
    ["authority", "Who decides, and how?"],
    [
      "committee",
      "Who speaks for Clinical executive or champion at St. Brendan? Person 1 may know, or be it.",
    ],
    ["committee_2", "Who speaks for IT at St. Brendan? Person 1 may know, or be it."],
  ]);
});
