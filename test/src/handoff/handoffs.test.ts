import type { ContactDecision } from "../../../src/decision.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import type { ContactFacts, Inputs } from "../../../src/facts/contact-facts.ts";
import { addWorkingTime } from "../../../src/handoff/working-time.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Clock, Playbook } from "../../../src/playbook/playbook.ts";
import { planWrites } from "../../../src/projection/plan-writes.ts";
import { projectContact } from "../../../src/projection/project.ts";
import { contactFacts, day, hour, inputs, now, signal } from "../verdict/build-facts.ts";

const nextStepAt = Date.UTC(2026, 11, 8);
const demo = signal("demo_request", now, { offerId: "demo" });
const asked = contactFacts({ signals: [demo] });
const { handoff } = hybridPlaybook;
const says = (more: Partial<Inputs>, confirmed = ""): ContactFacts => ({
  ...asked,
  inputs: inputs(more, confirmed),
});
const decideBy =
  (playbook: Playbook) =>
  (facts: ContactFacts, former: ContactDecision | null, at = now): ContactDecision =>
    evaluateContact(facts, former?.standing ?? null, { playbook, now: at, offersFrom: now - day });

describe("two handoffs in a row", () => {
  const clock: Clock = {
    firstTouch: { kind: "hours", hours: 2 },
    decision: { kind: "days", days: 3 },
  };
  const playbook = {
    ...hybridPlaybook,
    handoff: {
      ...handoff,
      second: {
        queue: { label: "Account executives", side: "sales", fallbackOwnerId: "90" },
        clock,
        after: ["need"],
      },
    },
  } as const satisfies Playbook;
  const decide = decideBy(playbook);
  const accepted = (confirmed: string) => says({ handoff: "accepted", nextStepAt }, confirmed);
  const first = decide(accepted(""), decide(asked, null));
  const passedOn = decide(accepted("need"), first, now + day);
  const shown = decide(says({ handoff: "offered_next" }, "need"), passedOn, now + day + hour);

  test("the second is offered once what it asks for is confirmed, with its own clock", () => {
    expect(first.standing.handoff).toMatchObject({ kind: "accepted", step: 1 });
    expect(passedOn.standing.handoff).toMatchObject({
      kind: "offered",
      step: 2,
      firstTouchDueAt: addWorkingTime(now + day, clock.firstTouch, handoff.calendar),
    });
    expect(passedOn.next.text).toBe(
      "Account executives: contact Dana Whitfield, then accept or return the lead.",
    );
  });

  test("the old acceptance is not heard again; a new one is", () => {
    const taken = decide(accepted("need"), shown, now + 2 * day);

    expect(decide(accepted("need"), passedOn, now + day + 1).standing.handoff.kind).toBe("offered");
    expect(taken.standing.handoff).toMatchObject({ kind: "accepted", step: 2 });
  });

  test("SQL needs the second acceptance", () => {
    const everything = "need timeline authority";
    const said = says({ handoff: "offered_next", nextStepAt }, everything);

    const open = decide(said, passedOn, now + 2 * day);
    const done = decide(accepted(everything), open, now + 2 * day + 1);

    expect([open.status, done.status]).toEqual(["mql", "sql"]);
  });

  test("nobody loses the lead between the two", () => {
    const cold = decide(
      { ...says({ handoff: "offered_next" }), signals: [] },
      shown,
      now + 2 * day,
    );

    expect(cold).toMatchObject({ status: "mql", flags: ["incomplete"] });
  });

  test("HubSpot shows the second offer over the first acceptance, and never over the second", () => {
    const desired = projectContact(passedOn, asked, { playbook, mode: "active", now });
    const plan = (last: string) =>
      planWrites({
        desired: { medqual_handoff: "offered_next" },
        present: { medqual_handoff: "accepted" },
        lastWritten: { medqual_handoff: last },
      });

    expect(desired).toMatchObject({
      medqual_handoff: "offered_next",
      hs_lead_status: "IN_PROGRESS",
    });
    expect([plan("offered"), plan("offered_next")]).toEqual([
      { medqual_handoff: "offered_next" },
      {},
    ]);
  });
});

describe("a snooze", () => {
  const decide = decideBy(hybridPlaybook);
  const until = Date.UTC(2026, 10, 30);
  /** 09:00 of that Monday in the portal's time. */
  const opens = until + 15 * hour;
  const offered = decide(asked, null);
  const snoozed = decide(says({ snoozeUntil: until }), offered, now + hour);

  test("starts the clock again when that day begins", () => {
    expect(snoozed.standing.handoff).toMatchObject({
      kind: "offered",
      snoozedUntil: until,
      firstTouchDueAt: opens + hour,
      decisionDueAt: addWorkingTime(opens, { kind: "days", days: 5 }, handoff.calendar),
    });
    expect(snoozed.next.dueAt).toBe(opens + hour);
  });

  test("works once", () => {
    const again = decide(says({ snoozeUntil: until + 7 * day }), snoozed, now + 2 * hour);

    expect(again.standing.handoff).toEqual(snoozed.standing.handoff);
  });

  test("needs a date ahead", () => {
    const late = decide(says({ snoozeUntil: now - 3 * day }), offered, now + hour);

    expect(late.standing.handoff).toEqual(offered.standing.handoff);
  });
});

describe("the owner", () => {
  const fallback: Playbook = {
    ...hybridPlaybook,
    handoff: {
      ...handoff,
      queues: { ...handoff.queues, sales: { ...handoff.queues.sales, fallbackOwnerId: "90" } },
    },
  };
  const of = (more: Partial<ContactFacts>, playbook = fallback) => {
    const facts = { ...asked, ...more };
    const decision = decideBy(playbook)(facts, null);
    const written = projectContact(decision, facts, { playbook, mode: "active", now });
    return [decision.next.ownerId, written["hubspot_owner_id"], decision.flags];
  };

  test.each([
    ["who is active keeps the lead", {}, "71", undefined],
    ["who left is followed by the queue's", { ownerIsActive: false }, "90", "90"],
    ["who is missing is the queue's", { ownerId: null, ownerIsActive: false }, "90", "90"],
  ])("%s", (_, more, owner, written) => {
    expect(of(more)).toEqual([owner, written, []]);
  });

  test("whom nobody names is a flag, not silence", () => {
    expect(of({ ownerIsActive: false }, hybridPlaybook)).toEqual([null, undefined, ["unowned"]]);
  });
});
