import type { Person } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { assessReadiness } from "../../../src/readiness/checklist.ts";
import { contactFacts, day, inputs, now, person, signal } from "../verdict/build-facts.ts";

const today = Date.UTC(2026, 10, 24);
const assess = (facts: Parameters<typeof assessReadiness>[0], at = now) =>
  assessReadiness(facts, playbook, at);

test("the score is the confirmed share of what is required", () => {
  const readiness = assess(contactFacts({ inputs: inputs({}, "need current_tools") }));

  expect(readiness).toMatchObject({ score: 25, complete: false, stale: false });
  expect(readiness.lines.map(({ id, required, state }) => [id, required, state])).toEqual([
    ["need", true, "confirmed"],
    ["timeline", true, "unknown"],
    ["authority", true, "unknown"],
    ["next_step", true, "unknown"],
    ["current_tools", false, "confirmed"],
  ]);
});

test("an answered offer adds what it asks for", () => {
  const guide = signal("guide_download", now, { offerId: "referral_guide" });

  const { lines } = assess(contactFacts({ signals: [guide] }));

  expect(lines.filter(({ required }) => required).map(({ id }) => id)).toContain("budget_path");
});

test.each([
  ["on its day", today, "confirmed", false],
  ["in the future", today + 30 * day, "confirmed", false],
  ["the day before", today - day, "unknown", true],
])("a next step %s", (_, nextStepAt, state, stale) => {
  const readiness = assess(contactFacts({ inputs: inputs({ nextStepAt }) }));

  expect(readiness.lines.find(({ id }) => id === "next_step")?.state).toBe(state);
  expect(readiness.stale).toBe(stale);
});

test("a negative answer is shown, and is no confirmation", () => {
  const said = inputs({}, "need timeline authority");
  const checklist = { ...said.checklist, need: "negative" as const };

  const readiness = assess(contactFacts({ inputs: { ...said, checklist } }));

  expect(readiness).toMatchObject({ score: 50, complete: false });
  expect(readiness.lines[0]).toMatchObject({ id: "need", state: "negative", hint: null });
});

test("opened proof is a hint: it confirms nothing and gives no points", () => {
  const opened = signal("proof_opened", now, { label: "Security note: BAA" });

  const readiness = assess(contactFacts({ signals: [opened] }));

  expect(readiness.score).toBe(0);
  expect(readiness.lines.at(-1)).toEqual({
    id: "compliance",
    label: "Compliance needs",
    required: false,
    state: "unknown",
    hint: "Opened Security note: BAA on 24 Nov 2026",
    caveat: null,
  });
});

test("an item that is confirmed needs no hint", () => {
  const opened = signal("proof_opened", now, { label: "Case study: Lakeside" });

  const { lines } = assess(contactFacts({ signals: [opened], inputs: inputs({}, "need") }));

  expect(lines[0]).toMatchObject({ id: "need", state: "confirmed", hint: null });
});

describe("authority", () => {
  const said = inputs({}, "authority");
  const stateWith = (people: readonly Person[]) => {
    const { lines } = assess(contactFacts({ inputs: said, account: { ...account, people } }));
    return lines.find(({ id }) => id === "authority");
  };
  const account = { companyId: "9", name: "Lakeside" };
  const champion = person("1", ["physician_champion"]);

  test.each([
    ["a practice manager", [person("1", ["operations"])]],
    ["somebody else of the account", [champion, person("2", ["finance"])]],
  ])("counts with %s", (_, people) => {
    expect(stateWith(people)).toMatchObject({ state: "confirmed", caveat: null });
  });

  test.each([
    [[champion], "Dana Whitfield does not have a role that decides: name the person who does."],
    [
      [champion, person("2", ["end_user"])],
      "Nobody known at Lakeside has a role that decides: name the person who does.",
    ],
  ])("is not there by influence alone: %#", (people, caveat) => {
    expect(stateWith(people)).toMatchObject({ state: "unknown", caveat });
  });
});
