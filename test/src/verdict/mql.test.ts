import fc from "fast-check";
import { evaluateContact } from "../../../src/evaluate.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import { unknown } from "../../../src/facts/fact.ts";
import { addWorkingTime } from "../../../src/handoff/working-time.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { anyProfile, anySignals } from "./arbitrary.ts";
import { contactFacts, day, now, practice, signal, stated } from "./build-facts.ts";

const decide = (facts: ContactFacts) =>
  evaluateContact(facts, null, { playbook, now, offersFrom: now - 400 * day });
const demo = signal("demo_request", now);

test("no interest, however high, makes an MQL of a contact that does not fit", () => {
  fc.assert(
    fc.property(anyProfile, anySignals, (profile, signals) => {
      const { fit, status } = decide(contactFacts({ profile, signals: [...signals, demo] }));

      expect(fit.outcome === "passes" || status !== "mql").toBe(true);
    }),
  );
});

test("no fit, however good, makes an MQL of a contact that shows no interest", () => {
  fc.assert(
    fc.property(anyProfile, anySignals, (profile, signals) => {
      const { intent, status } = decide(contactFacts({ profile, signals }));

      expect(intent.outcome === "passes" || status !== "mql").toBe(true);
    }),
  );
});

test.each([
  [
    "fit",
    {
      profile: {
        ...practice,
        organizationType: stated("other" as const),
        role: stated(["end_user" as const]),
        specialty: stated("pathology" as const),
      },
    },
  ],
  ["intent", { signals: [] }],
  ["not_contactable", { contactable: stated(false) }],
] as const)("what fails is named: %s", (reason, more) => {
  const { verdict, status } = decide(contactFacts({ signals: [demo], ...more }));

  expect(verdict).toEqual({ kind: "not_yet", because: [reason] });
  expect(status).toBe("nurture");
});

test("an address nobody knows leaves the contact on hold and asks for it", () => {
  const { verdict } = decide(contactFacts({ signals: [demo], contactable: unknown }));

  expect(verdict).toEqual({ kind: "hold", missing: ["email"] });
});

test("only a met exclusion excludes", () => {
  const facts = contactFacts({ signals: [demo] });
  const student = { ...facts.exclusions, student: stated(true) };
  const perhaps = { ...facts.exclusions, student: unknown };

  expect(decide({ ...facts, exclusions: student })).toMatchObject({
    status: "disqualified",
    verdict: { exclusion: "student" },
    next: { text: "Nothing to do.", side: "none", ownerId: null },
    nextAt: null,
  });
  expect(decide({ ...facts, exclusions: perhaps }).status).toBe("mql");
});

describe("a syndicated lead", () => {
  const bought = signal("guide_download", now - day, { own: false });
  const lead = contactFacts({ source: stated("syndication"), signals: [bought, demo] });

  test("is an MQL with a business address, confirmed fit and a signal on an own property", () => {
    expect(decide(lead).status).toBe("mql");
  });

  test.each([
    ["an address of no organization", { domainVerified: stated(false) }],
    ["no signal on an own property", { signals: [bought] }],
  ])("with %s is not", (_, more) => {
    expect(decide({ ...lead, ...more }).verdict).toEqual({
      kind: "not_yet",
      because: ["syndication"],
    });
  });

  test("whose fit is inferred waits for its confirmation", () => {
    const profile = { ...practice, organizationType: stated("hospital" as const, "inferred") };

    const decision = decide({ ...lead, profile });

    expect(decision.status).toBe("hold");
    expect(decision.missing[0]?.id).toBe("organization_type");
  });

  test("waits until its e-mail domain is verified", () => {
    const decision = decide({ ...lead, domainVerified: unknown });

    expect(decision.verdict).toEqual({ kind: "hold", missing: ["domain"] });
    expect(decision.missing[0]?.label).toBe("Verified e-mail domain");
  });

  test("waits in a queue of its own, with its own clock", () => {
    const { handoff } = decide(lead).standing;

    const { calendar, syndicationClock } = playbook.handoff;
    expect(handoff).toMatchObject({
      kind: "offered",
      route: "syndication",
      firstTouchDueAt: addWorkingTime(now, syndicationClock.firstTouch, calendar),
    });
  });
});
