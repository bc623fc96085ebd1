import {
  type ContactDecision,
  type ReturnReason,
  returnReasons,
  type Status,
} from "../../../src/decision.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import type { ContactFacts, Inputs } from "../../../src/facts/contact-facts.ts";
import { addWorkingTime } from "../../../src/handoff/working-time.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { contactFacts, day, hour, inputs, now, signal, stated } from "./build-facts.ts";

const nextStepAt = Date.UTC(2026, 11, 8);
const demo = signal("demo_request", now, { offerId: "scheduling_demo" });
const asked = contactFacts({ signals: [demo] });
const offersFrom = now - 400 * day;

function decide(facts: ContactFacts, former: ContactDecision | null, at = now): ContactDecision {
  return evaluateContact(facts, former?.standing ?? null, { playbook, now: at, offersFrom });
}
const says = (facts: ContactFacts, more: Partial<Inputs>, confirmed = ""): ContactFacts => ({
  ...facts,
  inputs: inputs(more, confirmed),
});
const everything = "need timeline authority";

describe("returning", () => {
  const offered = decide(asked, null);
  const returned = (returnReason: string | null) =>
    says(asked, { handoff: "returned", returnReason });
  const outcomes: Readonly<Record<ReturnReason, Status>> = {
    not_a_fit: "disqualified",
    competitor: "disqualified",
    vendor: "disqualified",
    student: "disqualified",
    job_seeker: "disqualified",
    existing_customer: "customer",
    no_need: "recycled",
    no_timeline: "recycled",
    no_authority: "recycled",
    wrong_contact: "recycled",
    duplicate: "recycled",
    unreachable: "recycled",
  };

  test.each(returnReasons)("because of %s moves the contact", (reason) => {
    expect(decide(returned(reason), offered, now + hour).status).toBe(outcomes[reason]);
  });

  test("without a reason recycles and asks why; the reason that follows decides", () => {
    const unexplained = decide(returned(null), offered, now + hour);
    const explained = decide(returned("competitor"), unexplained, now + 2 * hour);

    expect(unexplained.status).toBe("recycled");
    expect(unexplained.missing[0]?.id).toBe("return_reason");
    expect(explained.status).toBe("disqualified");
    expect(explained.standing).toMatchObject({ since: now + hour, evidenceFrom: now + hour });
  });

  test("lets the contact rest for the cool-down, then it is nurtured again", () => {
    const at = now + hour;
    const reenterAt = at + 60 * day;
    const recycled = decide(returned("no_need"), offered, at);

    expect(recycled).toMatchObject({ intent: { lower: 0 }, nextAt: reenterAt });
    expect(decide(returned("no_need"), recycled, reenterAt - 1).status).toBe("recycled");
    expect(decide(returned("no_need"), recycled, reenterAt).status).toBe("nurture");
  });

  test("is undone by a new signal only, and then the old word is not heard again", () => {
    const recycled = decide(returned("no_need"), offered, now + hour);
    const facts = { ...returned("no_need"), signals: [demo, signal("contact_form", now + day)] };

    const again = decide(facts, recycled, now + day);
    const meanwhile = decide(facts, again, now + day + 1);
    const shown = decide(says(facts, { handoff: "offered" }), meanwhile, now + day + 2);
    const back = decide(facts, shown, now + day + 3);

    expect(again).toMatchObject({
      status: "mql",
      standing: { handoff: { kind: "offered" }, heard: "offered", superseded: "returned" },
    });
    expect(meanwhile.status).toBe("mql");
    expect(shown.standing.superseded).toBeNull();
    expect(back.status).toBe("recycled");
  });

  test("works on an SQL too", () => {
    const said = says(asked, { handoff: "accepted", nextStepAt }, everything);
    const sql = decide(said, offered, now + hour);

    expect(sql.status).toBe("sql");
    expect(decide(returned("unreachable"), sql, now + day).status).toBe("recycled");
  });
});

describe("accepting", () => {
  test("waits until there is an MQL", () => {
    const early = decide(says(contactFacts(), { handoff: "accepted" }), null);
    const later = decide(says(asked, { handoff: "accepted" }), early, now + hour);

    expect(early).toMatchObject({ status: "nurture", standing: { handoff: { kind: "none" } } });
    expect(later.standing.handoff).toEqual({ kind: "accepted", at: now + hour, step: 1 });
  });

  test("keeps an MQL whose interest and fit have gone", () => {
    const accepted = decide(says(asked, { handoff: "accepted" }), decide(asked, null), now + hour);
    const facts = says(
      { ...asked, profile: { ...asked.profile, organizationType: stated("other" as const) } },
      { handoff: "accepted" },
    );

    const later = decide(facts, accepted, now + 300 * day);

    expect(later).toMatchObject({ status: "mql", flags: ["incomplete"] });
    expect(later.verdict.kind).toBe("not_yet");
  });

  test("lets an exclusion flag the contact, and a sale end the lead", () => {
    const said = says(asked, { handoff: "accepted", nextStepAt }, everything);
    const sql = decide(said, null);
    const excluded = (id: "vendor" | "customer") => ({
      ...said,
      exclusions: { ...said.exclusions, [id]: stated(true) },
    });

    expect(decide(excluded("vendor"), sql)).toMatchObject({ status: "sql", flags: ["excluded"] });
    expect(decide(excluded("customer"), sql).status).toBe("customer");
  });

  test("is possible after the clock has run out", () => {
    const offered = decide(asked, null);
    const dueAt = addWorkingTime(now, { kind: "days", days: 5 }, playbook.handoff.calendar);

    const before = decide(asked, offered, dueAt - 1);
    const expired = decide(asked, before, dueAt);
    const accepted = decide(says(asked, { handoff: "accepted" }), expired, dueAt + hour);

    expect(before).toMatchObject({ flags: [], nextAt: dueAt });
    expect(expired).toMatchObject({ status: "mql", flags: ["overdue"], next: { dueAt } });
    expect(accepted).toMatchObject({ status: "mql", flags: ["incomplete"] });
  });
});

test("an MQL on the nurture track is offered to sales when it asks for a demo", () => {
  const guide = signal("guide_download", now - day, { offerId: "guide" });
  const nurtured = decide(contactFacts({ signals: [guide] }), null, now - hour);

  const offered = decide(contactFacts({ signals: [guide, demo] }), nurtured);

  expect(nurtured.standing.handoff).toMatchObject({ kind: "offered", route: "nurture" });
  expect(offered.standing.handoff).toMatchObject({ kind: "offered", route: "sales", at: now });
});

test("a disqualified contact is free again once the exclusion is gone", () => {
  const student = { ...asked, exclusions: { ...asked.exclusions, student: stated(true) } };
  const excluded = decide(student, decide(asked, null));

  expect(excluded).toMatchObject({
    status: "disqualified",
    standing: { handoff: { kind: "none" } },
  });
  expect(decide(asked, excluded).status).toBe("mql");
});
