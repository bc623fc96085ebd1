import { evaluateContact } from "../../../src/evaluate.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import { unknown } from "../../../src/facts/fact.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import {
  contactFacts,
  day,
  inputs,
  now,
  practice,
  signal,
  stated,
} from "../verdict/build-facts.ts";

const demo = signal("demo_request", now, { offerId: "demo", label: "Demo request form" });
const nextStepAt = Date.UTC(2026, 11, 8);
const decide = (facts: ContactFacts) =>
  evaluateContact(facts, null, { playbook, now, offersFrom: null });
const asked = contactFacts({ signals: [demo] });
const student = { ...asked.exclusions, student: stated(true) };
const misfit = {
  ...practice,
  organizationType: stated("other" as const),
  role: stated([]),
  specialty: stated("other" as const),
};
const undecided = { ...practice, organizationType: unknown, role: unknown };

test.each([
  ["an MQL", {}, "MQL: the organization fits and shows interest."],
  [
    "an accepted MQL",
    { inputs: inputs({ handoff: "accepted", nextStepAt }, "need authority") },
    "MQL, accepted by sales on 24 Nov 2026: SQL still needs timeline.",
  ],
  [
    "an SQL",
    { inputs: inputs({ handoff: "accepted", nextStepAt }, "need authority timeline") },
    "SQL since 24 Nov 2026: sales accepted it and everything SQL asks for is confirmed.",
  ],
  [
    "a hold",
    { profile: undecided },
    "On hold: it cannot be decided without organization type, role in the organization, specialty, number of employees, country and EHR system.",
  ],
  ["no interest", { signals: [] }, "Nurture: there is too little interest at present."],
  [
    "no fit and no permission",
    { profile: misfit, contactable: stated(false) },
    "Nurture: the organization does not fit, and the contact may not be written to.",
  ],
  ["an exclusion", { exclusions: student }, "Disqualified: student (true)."],
  [
    "a return",
    { inputs: inputs({ handoff: "returned", returnReason: "no_timeline" }) },
    "Recycled: sales returned it on 24 Nov 2026 (no timeline); back with a new sign of interest or on 23 Jan 2027.",
  ],
  [
    "a final return",
    { inputs: inputs({ handoff: "returned", returnReason: "job_seeker" }) },
    "Disqualified: sales returned it on 24 Nov 2026: job seeker.",
  ],
])("the first reason says the status and why: %s", (_, more, expected) => {
  expect(decide({ ...asked, ...more }).reasons[0]).toBe(expected);
});

test("what carried it follows, the strongest first, with evidence and date", () => {
  const guide = signal("guide_download", now - 40 * day, { label: "Guide or white paper" });

  const { reasons } = decide(contactFacts({ signals: [guide, demo] }));

  expect(reasons.slice(1)).toEqual([
    "Asked for a demo on 24 Nov 2026 (Demo request form)",
    "Downloaded a guide on 15 Oct 2026",
    "Organization is a core target: independent_practice",
    "Interested in what we offer: scheduling",
    "Has a role in the purchase: operations",
  ]);
});

test("inferred evidence says so", () => {
  const profile = { ...practice, organizationType: stated("hospital" as const, "inferred") };

  const { reasons } = decide({ ...asked, profile });

  expect(reasons).toContain("Organization is a core target: hospital, inferred");
});

test("what would make a nurtured contact an MQL is named, with what is enough alone", () => {
  const { missing } = decide(contactFacts());

  expect(missing).toEqual([
    {
      id: "intent",
      label: "Interest",
      question:
        "One new sign of interest is enough: Demo request; Pricing request; Consultation booked; Contact form; Security, integration or implementation question; Reply to an e-mail; Webinar attended; Guide or white paper; Case study, ROI or security note.",
    },
  ]);
});
