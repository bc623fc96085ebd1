import { type CardAction, cardRequest, propertiesOf } from "../../../server/act/card-action.ts";
import { dayAt, isForMembers, refuseAction } from "../../../server/act/refuse-action.ts";
import type { ContactDecision } from "../../../src/decision.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { contactFacts, day, inputs, now, signal } from "../../src/verdict/build-facts.ts";

const today = "2026-11-24";
const demo = signal("demo_request", now, { offerId: "demo" });
const decided = (said = inputs()): ContactDecision => {
  const facts = contactFacts({ signals: [demo], inputs: said });
  return evaluateContact(facts, null, { playbook, now, offersFrom: now - day });
};
const snooze: CardAction = { kind: "snooze", until: "2026-11-30" };

test.each<[string, CardAction, ContactDecision | null]>([
  ["a clock that runs", snooze, decided()],
  ["a next step today", { kind: "next_step", date: today }, null],
  ["a next step that is taken back", { kind: "next_step", date: null }, null],
  ["an answer", { kind: "answer", item: "need", state: "confirmed" }, null],
])("%s is taken", (_, action, decision) => {
  expect(() => refuseAction(action, decision, { today, playbook })).not.toThrow();
});

const snoozed = inputs({ snoozeUntil: Date.UTC(2026, 10, 30) });
const override = { kind: "override", status: "mql", reason: "wrong_data" } as const;
test.each<[string, CardAction, ContactDecision | null, string]>([
  ["no clock", snooze, null, "No clock is running that could be snoozed."],
  ["a second snooze", snooze, decided(snoozed), "This clock was snoozed before; it can be once."],
  [
    "a past snooze",
    { kind: "snooze", until: "2026-11-23" },
    decided(),
    "2026-11-23 has passed: choose today or a later day.",
  ],
  [
    "a past next step",
    { kind: "next_step", date: "2020-01-01" },
    null,
    "2020-01-01 has passed: choose today or a later day.",
  ],
  [
    "an override that has ended",
    { ...override, until: "2026-11-01" },
    null,
    "2026-11-01 has passed: choose today or a later day.",
  ],
])("%s is refused", (_, action, decision, message) => {
  expect(() => refuseAction(action, decision, { today, playbook })).toThrow(message);
});

test("the day is the portal's", () => {
  const late = Date.UTC(2026, 10, 24, 23, 30);

  expect([-360, 0, 60].map((minutes) => dayAt(late, minutes))).toEqual([
    "2026-11-24",
    "2026-11-24",
    "2026-11-25",
  ]);
});

test.each<[CardAction, boolean, Readonly<Record<string, string>>]>([
  [{ kind: "accept" }, true, { medqual_handoff: "accepted" }],
  [
    { kind: "return", reason: "no_need" },
    true,
    { medqual_handoff: "returned", medqual_return_reason: "no_need" },
  ],
  [snooze, true, { medqual_snooze_until: "2026-11-30" }],
  [
    { ...override, until: "2026-12-31" },
    true,
    {
      medqual_override: "mql",
      medqual_override_reason: "wrong_data",
      medqual_override_until: "2026-12-31",
    },
  ],
  [
    { kind: "end_override" },
    true,
    { medqual_override: "", medqual_override_reason: "", medqual_override_until: "" },
  ],
  [{ kind: "answer", item: "need", state: "negative" }, false, { medqual_need: "negative" }],
  [{ kind: "next_step", date: null }, false, { medqual_next_step_date: "" }],
  [
    { kind: "fill", property: "medqual_committee_role", values: ["finance", "procurement"] },
    false,
    { medqual_committee_role: "finance;procurement" },
  ],
  [
    { kind: "fill", property: "medqual_return_reason", values: ["no_need"] },
    true,
    { medqual_return_reason: "no_need" },
  ],
])("%j is for members only: %s; it sets what people set by hand", (action, isTheirs, set) => {
  expect(isForMembers(action)).toBe(isTheirs);
  expect(propertiesOf(action)).toEqual(set);
});

const fill = (property: "medqual_specialty" | "medqual_committee_role", ...values: string[]) =>
  ({ kind: "fill", property, values }) as const;

test.each<[string, CardAction, string]>([
  [
    "a value that nobody agreed on",
    fill("medqual_specialty", "Cardio"),
    "Cardio: not among the values of medqual_specialty.",
  ],
  [
    "two values of one",
    fill("medqual_specialty", "cardiology", "dermatology"),
    "medqual_specialty has one value.",
  ],
])("%s is not filled in", (_, action, message) => {
  expect(() => refuseAction(action, null, { today, playbook })).toThrow(message);
});

test("values that the portal added to the vocabulary, and several roles, are filled in", () => {
  const vocabulary = { ...playbook.vocabulary, specialty: { wound_care: "Wound care" } };
  const at = { today, playbook: { vocabulary } };

  for (const action of [
    fill("medqual_specialty", "wound_care"),
    fill("medqual_committee_role", "finance", "procurement"),
  ])
    expect(() => refuseAction(action, null, at)).not.toThrow();
});

test.each<[string, object]>([
  ["another property", { property: "lifecyclestage", values: ["customer"] }],
  ["no value", { property: "medqual_specialty", values: [] }],
])("%s is no action", (_, filled) => {
  const key = "0123456789abcdef";
  const action = { kind: "fill", ...filled };

  const parsed = cardRequest.safeParse({ key, objectTypeId: "0-1", objectId: "1", action });

  expect(parsed.success).toBe(false);
});
