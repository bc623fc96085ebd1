import type { ContactDecision, Standing } from "../../src/decision.ts";
import { evaluateContact } from "../../src/evaluate.ts";
import type { ContactFacts } from "../../src/facts/contact-facts.ts";
import { unknown } from "../../src/facts/fact.ts";
import { hybridPlaybook as playbook } from "../../src/playbook/hybrid.ts";
import {
  contactFacts,
  day,
  hour,
  inputs,
  nothingKnown,
  now,
  person,
  signal,
  stated,
} from "./verdict/build-facts.ts";

const nextStepAt = Date.UTC(2026, 11, 8);
const offersFrom = now - 30 * day;
const idsOf = (decision: ContactDecision) => decision.missing.map(({ id }) => id);

/** Follows one contact through time, as the server does. */
function follow() {
  let standing: Standing | null = null;
  return (facts: ContactFacts, at: number = now): ContactDecision => {
    const decision = evaluateContact(facts, standing, { playbook, now: at, offersFrom });
    standing = decision.standing;
    return decision;
  };
}

describe("1. a practice requests a demo of a scheduling platform", () => {
  const asked = contactFacts({
    signals: [signal("demo_request", now - hour, { offerId: "scheduling_demo" })],
  });
  const confirmed = "need authority timeline current_tools integration";

  test("is an MQL at once, offered to sales with an hour for the first touch", () => {
    const decision = follow()(asked);

    expect(decision.status).toBe("mql");
    expect(decision.next).toEqual({
      text: "Sales: contact Dana Whitfield, then accept or return the lead.",
      side: "sales",
      ownerId: "71",
      dueAt: now + hour,
    });
    expect(idsOf(decision)).toEqual(["need", "timeline", "authority", "next_step"]);
    expect(decision.reasons.slice(0, 2)).toEqual([
      "MQL: the organization fits and shows interest.",
      "Asked for a demo on 24 Nov 2026 (demo_request)",
    ]);
  });

  test("accepted without the project window it stays an MQL, and only the timeline is missing", () => {
    const evaluate = follow();
    evaluate(asked);
    const said = inputs({ handoff: "accepted", nextStepAt }, "need authority");

    const decision = evaluate({ ...asked, inputs: said }, now + day);

    expect(decision.status).toBe("mql");
    expect(idsOf(decision)).toEqual(["timeline"]);
    expect(decision.flags).toEqual(["incomplete"]);
  });

  test("with evaluation plan, project window and stakeholders confirmed it is an SQL", () => {
    const evaluate = follow();
    evaluate(asked);
    const said = inputs({ handoff: "accepted", nextStepAt }, confirmed);

    const decision = evaluate({ ...asked, inputs: said }, now + day);

    expect(decision).toMatchObject({ status: "sql", missing: [], flags: [] });
    expect(decision.readiness.score).toBe(100);
  });

  test("everything confirmed, but not accepted, is no SQL", () => {
    const decision = follow()({ ...asked, inputs: inputs({ nextStepAt }, confirmed) });

    expect(decision.status).toBe("mql");
  });

  test("the SQL is stale from the day after its next step, and stays an SQL", () => {
    const evaluate = follow();
    const facts = { ...asked, inputs: inputs({ handoff: "accepted", nextStepAt }, confirmed) };
    evaluate(facts);

    const midnight = nextStepAt + day + 6 * hour;
    const before = evaluate(facts, midnight - 1);
    const after = evaluate(facts, midnight);

    expect(before).toMatchObject({ status: "sql", flags: [], nextAt: midnight });
    expect(after).toMatchObject({ status: "sql", flags: ["stale", "incomplete"] });
  });
});

describe("2. a hospital downloads a guide about referral workflows", () => {
  const alone = [person("1", [])];
  const downloaded = contactFacts({
    profile: {
      ...nothingKnown,
      organizationType: stated("hospital"),
      serviceInterest: stated(["referral_management"], "inferred"),
      size: stated(1400),
    },
    signals: [signal("guide_download", now, { offerId: "referral_guide" })],
    account: { companyId: "9", name: "St. Brendan", people: alone },
  });

  test("is an MQL on the nurture track; initiative, budget path and committee are among what is missing", () => {
    const decision = follow()(downloaded);

    expect(decision.status).toBe("mql");
    expect(decision.next).toMatchObject({ side: "marketing", ownerId: "71" });
    expect(decision.standing.handoff).toMatchObject({ kind: "offered", route: "nurture" });
    expect(idsOf(decision)).toEqual(expect.arrayContaining(["need", "budget_path", "committee"]));
  });

  test("accepted with everything confirmed, the committee makes it an SQL", () => {
    const evaluate = follow();
    evaluate(downloaded);
    const confirmed = "need budget_path timeline authority";
    const said = { ...downloaded, inputs: inputs({ handoff: "accepted", nextStepAt }, confirmed) };
    const people = [...alone, person("2", ["clinical_executive"]), person("3", ["it_executive"])];

    const without = evaluate(said, now + day);
    const decision = evaluate({ ...said, account: { ...said.account, people } }, now + 2 * day);

    expect(without.status).toBe("mql");
    expect(idsOf(without)).toEqual(["authority", "committee"]);
    expect(decision.status).toBe("sql");
  });

  test("with nothing new it lapses at the computed instant, not a millisecond earlier", () => {
    const evaluate = follow();
    let decision = evaluate(downloaded);
    let at = now;
    while (decision.nextAt !== null && decision.status === "mql") {
      at = decision.nextAt;
      expect(
        evaluateContact(downloaded, decision.standing, { playbook, now: at - 1, offersFrom }),
      ).toMatchObject({ status: "mql" });
      decision = evaluate(downloaded, at);
    }
    const later = evaluate(downloaded, at + 1);

    // Ten points are five and a half, which is rounded up to the minimum of six, until then.
    const exact = now + 30 * day * Math.log2(10 / 5.5);
    expect(at).toBe(Math.floor(exact) + 1);
    expect(decision).toMatchObject({ status: "nurture", standing: { handoff: { kind: "none" } } });
    expect(idsOf(decision)).toEqual(["intent"]);
    expect(later.status).toBe("nurture");
  });
});

describe("3. a clinician registers for a webinar and later asks for a resource by e-mail", () => {
  const registered = contactFacts({
    profile: {
      ...nothingKnown,
      organizationType: stated("independent_practice"),
      specialty: stated("cardiology"),
      role: stated(["physician_champion"]),
    },
    signals: [signal("webinar_registered", now - 20 * hour, { offerId: "webinar" })],
    account: { companyId: "9", name: "Northgate", people: [person("1", ["physician_champion"])] },
  });
  const asked = { ...registered, signals: [...registered.signals, signal("email_reply", now)] };

  test("registration alone is not enough; the request crosses the minimum", () => {
    const evaluate = follow();

    expect(evaluate(registered)).toMatchObject({ status: "nurture", intent: { outcome: "fails" } });
    expect(evaluate(asked).status).toBe("mql");
  });

  test("it is no MQL if the organization does not match", () => {
    const profile = { ...registered.profile, organizationType: stated("other" as const) };

    expect(follow()({ ...asked, profile }).status).not.toBe("mql");
  });

  test("the clinician's own word is not authority: somebody else of the account is", () => {
    const evaluate = follow();
    evaluate(asked);
    const said = {
      ...asked,
      inputs: inputs({ handoff: "accepted", nextStepAt }, "need timeline authority"),
    };
    const people = [...asked.account.people, person("2", ["operations"])];

    const alone = evaluate(said, now + day);
    const decision = evaluate({ ...said, account: { ...said.account, people } }, now + 2 * day);

    expect(alone).toMatchObject({ status: "mql", flags: ["incomplete"] });
    expect(idsOf(alone)).toEqual(["authority", "committee"]);
    expect(alone.missing[0]?.question).toBe(
      "Who decides, and how? Dana Whitfield does not have a role that decides: name the person who does.",
    );
    expect(decision.status).toBe("sql");
  });
});

test("nothing known and a demo asked for is a hold that asks for the most valuable fact first", () => {
  const facts = contactFacts({ profile: nothingKnown, signals: [signal("demo_request", now)] });

  const decision = follow()(facts);

  expect(decision.status).toBe("hold");
  expect(idsOf(decision)).toEqual([
    "organization_type",
    "service_interest",
    "role",
    "specialty",
    "size",
    "country",
    "ehr",
  ]);
  expect(decision.missing[0]?.question).toBe("What type of organization is it?");
});

test("signals that were not read leave the contact on hold", () => {
  const decision = follow()(contactFacts({ signalsRead: false }));

  expect(decision).toMatchObject({
    status: "hold",
    intent: { lower: 0, upper: 100 },
    nextAt: null,
  });
  expect(idsOf(decision)).toEqual(["signals"]);
});

test("a committee of an unknown organization does not count as covered, and says so", () => {
  const profile = { ...contactFacts().profile, organizationType: unknown };
  const facts = contactFacts({ profile, signals: [signal("demo_request", now)] });
  const standing: Standing = {
    status: "mql",
    since: now,
    handoff: { kind: "accepted", at: now, step: 1 },
    heard: "accepted",
    superseded: null,
    snoozed: null,
    evidenceFrom: null,
  };
  const said = {
    ...facts,
    inputs: inputs({ handoff: "accepted", nextStepAt }, "need timeline authority"),
  };

  const decision = evaluateContact(said, standing, { playbook, now, offersFrom });

  expect(decision.status).toBe("mql");
  expect(decision.missing).toEqual([
    {
      id: "committee",
      label: "Buying committee",
      question: "Which type of organization is it? Until then nobody can say who has to agree.",
    },
  ]);
});

test("before handoffs begin, an MQL is offered to nobody and still has one dated next action", () => {
  const facts = contactFacts({
    signals: [signal("demo_request", now, { offerId: "scheduling_demo" })],
  });

  const observed = evaluateContact(facts, null, { playbook, now, offersFrom: null });
  const tooOld = evaluateContact(facts, null, { playbook, now, offersFrom: now + 1 });

  for (const decision of [observed, tooOld]) {
    expect(decision).toMatchObject({ status: "mql", standing: { handoff: { kind: "none" } } });
    expect(decision.next).toMatchObject({ side: "sales", dueAt: now + hour });
  }
});
