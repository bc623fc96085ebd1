import fc from "fast-check";
import { evaluateContact } from "../../../src/evaluate.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { planWrites } from "../../../src/projection/plan-writes.ts";
import { projectContact } from "../../../src/projection/project.ts";
import { anyProfile, anySignals } from "../verdict/arbitrary.ts";
import { contactFacts, day, inputs, now, signal, stated } from "../verdict/build-facts.ts";

const asked = contactFacts({ signals: [signal("demo_request", now)] });
const desire = (
  facts: ContactFacts,
  mode: "observe" | "active" | "paused" = "active",
  at = now,
) => {
  const decision = evaluateContact(facts, null, { playbook, now: at, offersFrom: now - day });
  return projectContact(decision, facts, { playbook, mode, now: at });
};
const plan = (
  desired: Readonly<Record<string, string>>,
  present: Readonly<Record<string, string | null>> = {},
  lastWritten: Readonly<Record<string, string>> = {},
) => planWrites({ desired, present, lastWritten });

test("planning after applying is empty, whatever the present values were", () => {
  const anyPresent = fc.record(
    {
      lifecyclestage: fc.constantFrom("", "lead", "customer", "evangelist", "51439524"),
      hs_lead_status: fc.constantFrom("", "NEW", "CONNECTED"),
      medqual_fit: fc.constantFrom("", "40", "40.0"),
      medqual_missing: fc.constantFrom("", "timeline;need"),
      medqual_handoff: fc.constantFrom("", "accepted", "returned"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyProfile, anySignals, anyPresent, (profile, signals, present) => {
      const desired = desire(contactFacts({ profile, signals }));
      const written = plan(desired, present);

      expect(plan(desired, { ...present, ...written }, written)).toEqual({});
    }),
  );
});

test("in active mode an offered MQL shows in HubSpot's own terms, else in ours only", () => {
  const shared = ["lifecyclestage", "hs_lead_status", "medqual_handoff"];
  const only = (mode: "observe" | "active" | "paused") =>
    Object.entries(desire(asked, mode)).filter(([name]) => shared.includes(name));

  expect(Object.fromEntries(only("active"))).toEqual({
    lifecyclestage: "marketingqualifiedlead",
    hs_lead_status: "NEW",
    medqual_handoff: "offered",
  });
  expect([only("observe"), only("paused")]).toEqual([[], []]);
});

test.each([
  ["accepted", { inputs: inputs({ handoff: "accepted" }) }, "IN_PROGRESS"],
  ["recycled", { inputs: inputs({ handoff: "returned" }) }, "BAD_TIMING"],
  ["disqualified", { exclusions: { ...asked.exclusions, vendor: stated(true) } }, "UNQUALIFIED"],
  ["nurtured", { signals: [] }, undefined],
])("the lead status of a contact that is %s", (_, more, expected) => {
  expect(desire({ ...asked, ...more })["hs_lead_status"]).toBe(expected);
});

test.each([
  ["nothing", null, undefined, true],
  ["an earlier stage", "lead", undefined, true],
  ["a later stage", "opportunity", undefined, false],
  ["a customer", "customer", undefined, false],
  ["an evangelist", "evangelist", undefined, false],
  ["a custom stage", "51439524", undefined, false],
  ["what we wrote", "marketingqualifiedlead", "marketingqualifiedlead", true],
  ["what somebody moved since", "lead", "marketingqualifiedlead", false],
])("the lifecycle stage is written over %s: %#", (_, present, last, isWritten) => {
  const written = plan(
    { lifecyclestage: "salesqualifiedlead" },
    { lifecyclestage: present },
    last === undefined ? {} : { lifecyclestage: last },
  );

  expect(Object.keys(written)).toEqual(isWritten ? ["lifecyclestage"] : []);
});

test.each([
  ["a stage of its own before ours", "trial", true],
  ["a stage of its own behind ours", "onboarding", false],
  ["a stage nobody may leave, wherever it stands", "other", false],
  ["a stage it did not name", "51439524", false],
])("in a portal with stages of its own, MQL is written over %s: %#", (_, present, isWritten) => {
  const stages = ["other", "lead", "trial", "marketingqualifiedlead", "onboarding", "customer"];

  const written = planWrites({
    desired: { lifecyclestage: "marketingqualifiedlead" },
    present: { lifecyclestage: present },
    lastWritten: {},
    stages,
  });

  expect(Object.keys(written)).toEqual(isWritten ? ["lifecyclestage"] : []);
});

test("a portal may call the lead statuses otherwise, or keep one to itself", () => {
  const leadStatus = { ...playbook.projection.leadStatus, offered: "FRESH", recycled: null };
  const own = { ...playbook, projection: { ...playbook.projection, leadStatus } };
  const statusOf = (facts: ContactFacts) => {
    const moment = { playbook: own, now, offersFrom: now - day };
    const decision = evaluateContact(facts, null, moment);
    return projectContact(decision, facts, { playbook: own, mode: "active", now })[
      "hs_lead_status"
    ];
  };

  expect(statusOf(asked)).toBe("FRESH");
  expect(statusOf({ ...asked, inputs: inputs({ handoff: "returned" }) })).toBeUndefined();
});

test.each([
  ["nothing", null, undefined, true],
  ["an untouched lead", "OPEN", undefined, true],
  ["a status of the portal's own", "CONNECTED", undefined, false],
  ["what we wrote", "IN_PROGRESS", "IN_PROGRESS", true],
  ["what somebody changed since", "CONNECTED", "IN_PROGRESS", false],
])("the lead status is written over %s: %#", (_, present, last, isWritten) => {
  const written = plan(
    { hs_lead_status: "BAD_TIMING" },
    { hs_lead_status: present },
    last === undefined ? {} : { hs_lead_status: last },
  );

  expect(Object.keys(written)).toEqual(isWritten ? ["hs_lead_status"] : []);
});

test("an offer never replaces an acceptance, and does replace an old return", () => {
  const offer = { medqual_handoff: "offered" };

  expect(plan(offer, { medqual_handoff: "accepted" })).toEqual({});
  expect(plan(offer, { medqual_handoff: "returned" })).toEqual(offer);
});

test("intent and time are written along with something else, or when the band of ten changes", () => {
  const present = { medqual_intent: "38", medqual_fit: "70", medqual_scored_at: String(now - day) };
  const desired = (intent: string, fit: string) => ({
    medqual_intent: intent,
    medqual_fit: fit,
    medqual_scored_at: String(now),
  });

  expect(plan(desired("35", "70"), present)).toEqual({});
  expect(plan(desired("29", "70"), present)).toEqual({
    medqual_intent: "29",
    medqual_scored_at: String(now),
  });
  expect(plan(desired("35", "71"), present)).toEqual(desired("35", "71"));
});

test.each([
  ["the order of options", "medqual_missing", "need;timeline", "timeline;need"],
  ["the form of a number", "medqual_fit", "70", "70.0"],
  ["the line ends of a text", "medqual_reasons", "a\nb", "a\r\nb"],
  ["blank and nothing", "medqual_missing", "", null],
])("%s is no difference", (_, name, wanted, there) => {
  expect(plan({ [name]: wanted }, { [name]: there })).toEqual({});
});

test("an instant is compared as an instant", () => {
  const desired = { medqual_fit: "70", medqual_scored_at: String(now) };
  const iso = "2026-11-24T15:00:00.000Z";

  expect(plan(desired, { medqual_fit: "60", medqual_scored_at: iso })).toEqual({
    medqual_fit: "70",
  });
});

test("reasons are cut at a whole line, below what HubSpot takes", () => {
  const decision = evaluateContact(asked, null, { playbook, now, offersFrom: null });
  const reasons = Array.from({ length: 700 }, (_, index) => `${index} ${"é".repeat(100)}`);

  const text = projectContact({ ...decision, reasons }, asked, { playbook, mode: "observe", now })[
    "medqual_reasons"
  ];

  expect(text?.length).toBeLessThan(65_536);
  expect(reasons).toEqual(expect.arrayContaining((text ?? "").split("\n")));
});
