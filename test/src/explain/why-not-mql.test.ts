import fc from "fast-check";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import { type Change, isCorrection } from "../../../src/explain/change.ts";
import { whyNot } from "../../../src/explain/why-not.ts";
import type { ContactFacts, FactValue, Subject } from "../../../src/facts/contact-facts.ts";
import { unknown } from "../../../src/facts/fact.ts";
import { type SignalKind, signalKinds } from "../../../src/facts/signal.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { factsOf } from "../../../src/scoring/fit.ts";
import {
  contactFacts,
  day,
  inputs,
  nothingKnown,
  now,
  signal,
  stated,
} from "../verdict/build-facts.ts";
import { after, type Case, cheaperWay, choices, costOf, decide } from "./brute-force.ts";

describe("what makes an MQL", () => {
  const values: Readonly<Partial<Record<Subject, readonly FactValue[]>>> = {
    organizationType: ["hospital", "payer", "other"],
    size: [0, 10, 30],
    role: [["finance"], ["end_user"], ["finance", "end_user"]],
    country: ["US", "FR"],
    "contact.score": [10, 60, 90],
  };
  const facts = Object.keys(values) as readonly Subject[];
  const tests = [
    { fact: "organizationType", condition: { operator: "EQ", value: "hospital" } },
    { fact: "organizationType", condition: { operator: "IN", values: ["hospital", "payer"] } },
    { fact: "size", condition: { operator: "GTE", value: 20 } },
    { fact: "size", condition: { operator: "BETWEEN", low: 5, high: 19 } },
    { fact: "role", condition: { operator: "IN", values: ["finance", "security"] } },
    { fact: "role", condition: { operator: "EQ", value: "end_user" } },
    { fact: "country", condition: { operator: "NEQ", value: "FR" } },
  ] as const;
  /** Interest that the portal measures itself, and one fact that speaks for fit and for intent. */
  const ofIntent = [
    { fact: "contact.score", condition: { operator: "GTE", value: 50 } },
    { fact: "contact.score", condition: { operator: "GTE", value: 80 } },
    { fact: "size", condition: { operator: "GTE", value: 20 } },
  ] as const;
  const kinds: readonly SignalKind[] = ["demo_request", "email_reply", "repeat_visit"];
  const anyPlaybook = fc
    .record({
      points: fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 7, maxLength: 7 }),
      fit: fc.integer({ min: 1, max: 90 }),
      intent: fc.integer({ min: 1, max: 60 }),
      worth: fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }),
      cap: fc.integer({ min: 10, max: 60 }),
      measured: fc.oneof(
        fc.constant([0, 0, 0]),
        fc.array(fc.integer({ min: -10, max: 30 }), { minLength: 3, maxLength: 3 }),
      ),
    })
    .map(({ points, fit, intent, worth, cap, measured }): Playbook => {
      const criteria = tests.map((test, i): Criterion => {
        return { ...test, id: `c${i}`, label: `C${i}`, points: points[i] ?? 0 };
      });
      const criteriaOfIntent = ofIntent.map((test, i): Criterion => {
        return { ...test, id: `i${i}`, label: `I${i}`, points: measured[i] ?? 0 };
      });
      const rule = (kind: SignalKind) => {
        const given = worth[kinds.indexOf(kind)] ?? 0;
        return [kind, { points: given, halfLifeDays: 10, cap }] as const;
      };
      return {
        ...hybridPlaybook,
        offers: [],
        properties: [{ id: "contact.score", label: "Score", kind: "number" }],
        fit: { minimum: fit, criteria },
        intent: {
          ...hybridPlaybook.intent,
          minimum: intent,
          criteria: criteriaOfIntent,
          signals: Object.fromEntries(signalKinds.map(rule)) as Playbook["intent"]["signals"],
        },
      };
    });
  const anyFact = (id: Subject) =>
    fc.oneof(
      fc.constant(unknown),
      fc
        .tuple(fc.constantFrom(...(values[id] ?? [])), fc.constantFrom("stated", "inferred"))
        .map(([value, certainty]) => stated(value, certainty as "stated" | "inferred")),
    );
  const anyFlag = fc.constantFrom(unknown, stated(true), stated(false));
  const anyCase = fc
    .record({
      playbook: anyPlaybook,
      facts: fc.record({
        organizationType: anyFact("organizationType"),
        size: anyFact("size"),
        role: anyFact("role"),
        country: anyFact("country"),
      }),
      score: anyFact("contact.score"),
      source: fc.constantFrom("own" as const, "syndication" as const),
      domainVerified: anyFlag,
      contactable: anyFlag,
      vendor: anyFlag,
      seen: fc.subarray([
        signal("demo_request", now - 12 * day, { own: false }),
        signal("repeat_visit", now - 3 * day),
      ]),
      isReturned: fc.boolean(),
    })
    .map(({ playbook, facts, score, source, vendor, seen, isReturned, ...flags }): Case => {
      const word = inputs({ handoff: "returned", returnReason: "no_need" });
      return {
        playbook,
        facts: contactFacts({
          profile: { ...nothingKnown, ...facts } as ContactFacts["profile"],
          properties: { "contact.score": score },
          source: stated(source),
          exclusions: { ...contactFacts().exclusions, vendor },
          ...flags,
          signals: seen,
          inputs: isReturned ? word : inputs(),
        }),
      };
    });

  /** For each thing of the small world, what may become of it. */
  function universe(contact: ContactFacts): readonly (readonly Change[])[] {
    const learned = facts.map((fact) => {
      const present = factsOf(contact)(fact);
      const isRecorded = present?.kind === "known" && present.evidence.certainty === "stated";
      const kind = isRecorded ? "correct" : "learn";
      return (values[fact] ?? []).map((value): Change => ({ kind, fact, value }));
    });
    const others: readonly Change[] = [
      { kind: "reach" },
      { kind: "verify_domain" },
      { kind: "clear", exclusion: "vendor" },
      ...kinds.map((kind): Change => ({ kind: "signal", signal: kind, offerId: null })),
    ];
    return [...learned, ...others.map((change) => [change])];
  }

  test("is true once it is applied, and nothing smaller does it", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const former = decide(one);
        fc.pre(former.status !== "mql");

        const answer = whyNot(one.facts, former, { playbook: one.playbook, now });

        const changes = answer?.changes ?? null;
        const than = changes === null ? Number.POSITIVE_INFINITY : costOf(changes);
        expect(changes === null || after(changes, one, former) === "mql").toBe(true);
        const cheaper = cheaperWay(universe(one.facts), "mql", Math.min(than, 4));
        expect(cheaper(one, former)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test("corrects as little as can be, whatever has to be learned instead", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const former = decide(one);
        fc.pre(former.status !== "mql");

        const answer = whyNot(one.facts, former, { playbook: one.playbook, now });

        const corrected = answer?.changes.filter(isCorrection).length ?? Number.POSITIVE_INFINITY;
        // What only helps is granted, so that the choices left are those of facts.
        const [granted, open] = [
          universe(one.facts).slice(facts.length),
          universe(one.facts).slice(0, facts.length),
        ];
        const free = granted.flat().filter((change) => !isCorrection(change));
        for (const changes of choices([
          ...open,
          ...granted.filter(([c]) => c && isCorrection(c)),
        ])) {
          if (changes.filter(isCorrection).length >= corrected) continue;
          expect(after([...changes, ...free], one, former)).not.toBe("mql");
        }
      }),
      { numRuns: 25 },
    );
  });
});
