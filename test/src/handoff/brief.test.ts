import { evaluateContact } from "../../../src/evaluate.ts";
import { unknown } from "../../../src/facts/fact.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import { handoverBrief } from "../../../src/handoff/brief.ts";
import { handoffTask } from "../../../src/handoff/task.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
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

const demo = signal("demo_request", now, { offerId: "demo", label: "Demo request form" });
const hospital = contactFacts({
  profile: {
    ...contactFacts().profile,
    organizationType: stated("hospital", "inferred"),
    specialty: stated("cardiology"),
    size: stated(300),
    country: stated("US"),
    ehr: unknown,
  },
  signals: [demo],
  inputs: inputs({}, "need"),
  account: {
    companyId: "9",
    name: "St. Brendan",
    people: [person("1", ["operations"], { title: "Practice Manager" }), person("2", [])],
  },
});
const decide = (
  facts: ContactFacts,
  at = now,
  former = null as ReturnType<typeof evaluateContact> | null,
) => evaluateContact(facts, former?.standing ?? null, { playbook, now: at, offersFrom: now - day });

test("the hand-over says what is known and, as plainly, what is not", () => {
  expect(handoverBrief(decide(hospital), hospital, playbook)).toEqual({
    known: [
      "Asked for a demo on 24 Nov 2026 (Demo request form)",
      "Organization is a core target: hospital, inferred",
      "Interested in what we offer: scheduling",
      "Has a role in the purchase: operations",
      "Specialty works by appointment: cardiology",
      "20 employees or more: 300",
      "In the United States: US",
      "Need: confirmed",
      "Person 1, Practice Manager: Operations",
    ],
    unknown: [
      "Timeline: When should the project start, and when should it be live?",
      "Authority: Who decides, and how?",
      "Next step: Which next step have they agreed to, and on which date?",
      "Nobody known speaks for Clinical executive or champion",
      "Nobody known speaks for IT",
      "EHR system is not known",
      "Organization type is only inferred",
    ],
  });
});

test("an open handoff is one task, whoever owns it, also when its clock has run out", () => {
  const offered = decide(hospital);
  const handed = { ...hospital, ownerId: "72" };
  const expired = decide(handed, now + 20 * day, offered);

  const [first, second] = [
    handoffTask(offered, hospital, playbook),
    handoffTask(expired, handed, playbook),
  ];

  expect(first).toMatchObject({
    subject: "Sales: contact Dana Whitfield, then accept or return the lead.",
    dueAt: now + hour,
    ownerId: "71",
  });
  expect(first?.body).toContain("Not known:\n- Timeline");
  expect(second).toMatchObject({ key: first?.key, ownerId: "72" });
});

test.each([
  ["nothing was offered", { signals: [] }],
  ["sales has accepted", { inputs: inputs({ handoff: "accepted" }) }],
])("there is no task where %s", (_, more) => {
  const facts = { ...hospital, ...more };

  expect(handoffTask(decide(facts), facts, playbook)).toBeNull();
});
