import fc from "fast-check";
import {
  returnReasons,
  type Standing,
  type Status,
  type ContactDecision,
} from "../../../src/decision.ts";
import { evaluateContact, outcomeKey, recompute } from "../../../src/evaluate.ts";
import {
  handoffWords,
  overrideReasons,
  overrideStatuses,
} from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
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
  handoff: fc.constantFrom(null, ...handoffWords),
  returnReason: fc.constantFrom(null, ...returnReasons),
  confirmed: fc.constantFrom("", "need", everything),
  nextStepAt: fc.constantFrom(null, nextStepAt),
  override: fc.option(
    fc.record({
      status: fc.constantFrom(...overrideStatuses),
      reason: fc.constantFrom(...overrideReasons),
      until: fc.constantFrom(nextStepAt - 9 * day, nextStepAt),
    }),
    { freq: 3 },
  ),
  snoozeUntil: fc.constantFrom(null, nextStepAt - 8 * day, nextStepAt + day),
  ownerId: fc.constantFrom(null, "71", "72"),
  ownerIsActive: fc.boolean(),
  syndicated: fc.boolean(),
  afterHours: fc.nat(40 * 24),
});
const anyStory = fc.array(anyMoment, { minLength: 1, maxLength: 6 });
const owned = { ...playbook.handoff.queues.sales, fallbackOwnerId: "90" };
const twice: Playbook = {
  ...playbook,
  handoff: {
    ...playbook.handoff,
    queues: { sales: owned, nurture: owned, syndication: owned },
    second: {
      queue: { ...owned, label: "Account executives" },
      clock: playbook.handoff.clock,
      after: ["need"],
    },
  },
};
const playbooks = { once: playbook, twice };
const anyPlaybook = fc.constantFrom("once" as const, "twice" as const);
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });
type Moment = typeof anyMoment extends fc.Arbitrary<infer T> ? T : never;

/** The decisions of a story, each with the facts and the instant it was taken on. */
function live(story: readonly Moment[], by: keyof typeof playbooks) {
  let at = now;
  let standing: Standing | null = null;
  return story.map((moment) => {
    at += moment.afterHours * hour;
    const { profile, signals, vendor, customer, confirmed, syndicated, ...said } = moment;
    const { ownerId, ownerIsActive, afterHours: _, ...words } = said;
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
      ownerId,
      ownerIsActive,
      source: stated(syndicated ? ("syndication" as const) : ("own" as const)),
      inputs: inputs(words, confirmed),
      account: { ...asked.account, people: [person("1", ["operations"])] },
    };
    const former: Standing | null = standing;
    const decision = evaluateContact(facts, former, {
      playbook: playbooks[by],
      now: at,
      offersFrom,
    });
    standing = decision.standing;
    return { facts, at, former, decision };
  });
}

test("status moves stay legal, an SQL was accepted, and every MQL has one dated action of one side", () => {
  fc.assert(
    fc.property(anyStory, anyPlaybook, (story, by) => {
      for (const { former, decision } of live(story, by)) {
        const { status, standing, next } = decision;
        const from = former?.status ?? "nurture";

        const isEarned = standing.handoff.kind === "accepted" && decision.readiness.complete;
        const isOwned = next.ownerId !== null || decision.flags.includes("unowned");
        const isWorked = next.dueAt !== null && next.side !== "none" && isOwned;

        expect([from, ...legal[from]]).toContain(status);
        expect(status !== "sql" || from === "sql" || isEarned).toBe(true);
        expect(status !== "mql" || isWorked).toBe(true);
        expect(by === "twice" && decision.flags.includes("unowned")).toBe(false);
      }
    }),
  );
});

test("deciding again with nothing new decides the same", () => {
  fc.assert(
    fc.property(anyStory, anyPlaybook, (story, by) => {
      for (const { facts, at, decision } of live(story, by)) {
        const moment = { playbook: playbooks[by], now: at, offersFrom };

        const again = evaluateContact(facts, decision.standing, moment);

        expect(again).toEqual(decision);
      }
    }),
  );
});

test("a decision is computed again from what its trail entry holds, to the byte", () => {
  fc.assert(
    fc.property(anyStory, anyPlaybook, (story, by) => {
      for (const { facts, former, at, decision } of live(story, by)) {
        const input = { facts, standing: former, now: at, offersFrom };
        const kept = JSON.parse(JSON.stringify({ input, by: playbooks[by] }));

        const again = recompute(kept.input, kept.by);

        expect(JSON.stringify(again)).toBe(JSON.stringify(decision));
      }
    }),
  );
});

test("another owner changes who does it, and restarts nothing", () => {
  fc.assert(
    fc.property(anyStory, anyPlaybook, (story, by) => {
      const handed = story.map((moment) => {
        return { ...moment, ownerId: "72" as const, ownerIsActive: true };
      });
      const clocksOf = (told: typeof story) =>
        live(told, by).map(({ decision }) => [decision.standing, decision.next.dueAt]);

      expect(clocksOf(handed)).toEqual(clocksOf(story));
    }),
  );
});

test("until the next instant no outcome changes; at that instant something does", () => {
  fc.assert(
    fc.property(anyStory, anyPlaybook, anyShare, (story, by, share) => {
      const last = live(story, by).at(-1);
      if (last === undefined) return;
      const { facts, at, decision } = last;
      const end = decision.nextAt ?? at + 300 * day;
      const between = Math.min(end - 1, at + Math.floor((end - at) * share));
      const ask = (then: number) =>
        evaluateContact(facts, decision.standing, {
          playbook: playbooks[by],
          now: then,
          offersFrom,
        });
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
      const word = inputs({ handoff: "returned", returnReason: "no_need" });
      const facts = contactFacts({ signals: [demo, ...signals], inputs: word });
      const recycled = evaluateContact(facts, null, { playbook, now, offersFrom });

      const moment = { playbook, now: now + days * day, offersFrom };
      const later = evaluateContact(facts, recycled.standing, moment);

      expect(["recycled", "nurture"]).toContain(later.status);
    }),
  );
});
