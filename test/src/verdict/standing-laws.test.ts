import fc from "fast-check";
import {
  returnReasons,
  type Standing,
  type Status,
  type ContactDecision,
} from "../../../src/decision.ts";
import { evaluateContact, outcomeKey } from "../../../src/evaluate.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { anyProfile, anySignals } from "./arbitrary.ts";
import { contactFacts, day, hour, inputs, now, person, signal, stated } from "./build-facts.ts";

const nextStepAt = Date.UTC(2026, 11, 8);
const demo = signal("demo_request", now, { offerId: "scheduling_demo" });
const asked = contactFacts({ signals: [demo] });
const offersFrom = now - 400 * day;
const everything = "need timeline authority";

const legal: Readonly<Record<Status, readonly Status[]>> = {
  nurture: ["hold", "mql", "sql", "recycled", "disqualified", "customer"],
  hold: ["nurture", "mql", "sql", "recycled", "disqualified", "customer"],
  mql: ["nurture", "hold", "sql", "recycled", "disqualified", "customer"],
  sql: ["recycled", "disqualified", "customer"],
  recycled: ["nurture", "hold", "mql", "sql", "disqualified", "customer"],
  disqualified: ["nurture", "hold", "mql", "sql", "recycled", "customer"],
  customer: ["nurture", "hold", "mql", "sql", "recycled", "disqualified"],
};
const anyMoment = fc.record({
  profile: fc.oneof(fc.constant(asked.profile), anyProfile),
  signals: anySignals,
  vendor: fc.boolean(),
  customer: fc.boolean(),
  handoff: fc.constantFrom(null, "offered" as const, "accepted" as const, "returned" as const),
  returnReason: fc.constantFrom(null, ...returnReasons),
  confirmed: fc.constantFrom("", "need", everything),
  nextStepAt: fc.constantFrom(null, nextStepAt),
  afterHours: fc.nat(40 * 24),
});
const anyStory = fc.array(anyMoment, { minLength: 1, maxLength: 6 });
type Moment = typeof anyMoment extends fc.Arbitrary<infer T> ? T : never;

/** The decisions of a story, each with the facts and the instant it was taken on. */
function live(story: readonly Moment[]) {
  let at = now;
  let standing: Standing | null = null;
  return story.map((moment) => {
    at += moment.afterHours * hour;
    const { profile, signals, vendor, customer, confirmed, ...said } = moment;
    const { handoff, returnReason, nextStepAt: date } = said;
    const exclusions = {
      ...asked.exclusions,
      vendor: stated(vendor && customer),
      customer: stated(customer && !vendor),
    };
    const facts = {
      ...asked,
      profile,
      signals,
      exclusions,
      inputs: inputs({ handoff, returnReason, nextStepAt: date }, confirmed),
      account: { ...asked.account, people: [person("1", ["operations"])] },
    };
    const former: Standing | null = standing;
    const decision = evaluateContact(facts, former, { playbook, now: at, offersFrom });
    standing = decision.standing;
    return { facts, at, former, decision };
  });
}

test("status moves stay legal, an SQL was accepted, and every MQL has one dated action of one side", () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      for (const { former, decision } of live(story)) {
        const { status, standing, next } = decision;
        const from = former?.status ?? "nurture";

        const isEarned = standing.handoff.kind === "accepted" && decision.readiness.complete;
        const isWorked = next.dueAt !== null && next.side !== "none";

        expect([from, ...legal[from]]).toContain(status);
        expect(status !== "sql" || from === "sql" || isEarned).toBe(true);
        expect(status !== "mql" || isWorked).toBe(true);
      }
    }),
  );
});

test("deciding again with nothing new decides the same", () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      for (const { facts, at, decision } of live(story)) {
        const again = evaluateContact(facts, decision.standing, { playbook, now: at, offersFrom });

        expect(again).toEqual(decision);
      }
    }),
  );
});

test("until the next instant no outcome changes; at that instant something does", () => {
  fc.assert(
    fc.property(anyStory, fc.double({ min: 0, max: 1, noNaN: true }), (story, share) => {
      const last = live(story).at(-1);
      if (last === undefined) return;
      const { facts, at, decision } = last;
      const end = decision.nextAt ?? at + 300 * day;
      const between = Math.min(end - 1, at + Math.floor((end - at) * share));
      const ask = (then: number) =>
        evaluateContact(facts, decision.standing, { playbook, now: then, offersFrom });
      const all = (each: ContactDecision) => [outcomeKey(each), each.next.text, each.next.dueAt];

      expect(all(ask(between))).toEqual(all(decision));
      expect(all(ask(end - 1))).toEqual(all(decision));
      const changes = JSON.stringify(all(ask(end))) !== JSON.stringify(all(decision));
      expect(changes).toBe(decision.nextAt !== null);
    }),
  );
});

test("evidence that was returned never makes an MQL again", () => {
  fc.assert(
    fc.property(anySignals, fc.nat(400), (signals, days) => {
      const past = signals.map((each) => ({ ...each, at: Math.min(each.at, now) }));
      const word = inputs({ handoff: "returned", returnReason: "no_need" });
      const facts = contactFacts({ signals: [demo, ...past], inputs: word });
      const recycled = evaluateContact(facts, null, { playbook, now, offersFrom });

      const moment = { playbook, now: now + days * day, offersFrom };
      const later = evaluateContact(facts, recycled.standing, moment);

      expect(["recycled", "nurture"]).toContain(later.status);
    }),
  );
});
