import fc from "fast-check";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import {
  type ContactFacts,
  type ExclusionId,
  exclusionIds,
} from "../../../src/facts/contact-facts.ts";
import { type Fact, unknown } from "../../../src/facts/fact.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { presets } from "../../../src/playbook/presets.ts";
import { judgePortal, verdictKinds } from "../../../src/portal/judge-portal.ts";
import { bytesOf, collectColumns } from "../../../src/portal/portal-columns.ts";
import { initialStanding } from "../../../src/verdict/standing-event.ts";
import { anyCriteria, anyWorld, hide, ownProperties, subjects } from "../criteria/arbitrary.ts";
import { anyInstant, anyProfile, anySignals } from "../verdict/arbitrary.ts";
import { contactFacts, day, now, practice, signal, stated } from "../verdict/build-facts.ts";

const anyFlag: fc.Arbitrary<Fact<boolean>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(stated(true)) },
  { weight: 1, arbitrary: fc.constantFrom(stated(false), unknown) },
);
const anyExclusions = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant<ExclusionId[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...exclusionIds]) },
  )
  .map((met) =>
    Object.fromEntries(exclusionIds.map((id) => [id, met.includes(id) ? stated(true) : unknown])),
  ) as fc.Arbitrary<ContactFacts["exclusions"]>;

/** Anything that may be known of a contact, in the small world that the criteria are about. */
const anyContact: fc.Arbitrary<ContactFacts> = fc
  .record({
    profile: anyProfile,
    world: anyWorld,
    hidden: fc.subarray([...subjects]),
    exclusions: anyExclusions,
    contactable: anyFlag,
    domainVerified: anyFlag,
    source: fc.constantFrom<ContactFacts["source"]>(stated("own"), stated("syndication"), unknown),
    signalsRead: fc.boolean(),
    signals: anySignals,
  })
  .map(({ profile, world, hidden, ...more }) => {
    const seen = Object.entries(hide(world, hidden));
    const own = seen.filter(([subject]) => subject.includes("."));
    const facts = seen.filter(([subject]) => !subject.includes("."));
    return contactFacts({
      ...more,
      profile: { ...profile, ...Object.fromEntries(facts) },
      properties: Object.fromEntries(own),
    });
  });

const anyPlaybook: fc.Arbitrary<Playbook> = fc
  .record({
    preset: fc.constantFrom(...Object.values(presets)),
    fit: anyCriteria,
    intent: anyCriteria,
    minimums: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })),
  })
  .map(({ preset, fit, intent, minimums }) => ({
    ...preset,
    properties: ownProperties,
    fit: { minimum: minimums[0], criteria: [...preset.fit.criteria, ...fit] },
    intent: { ...preset.intent, minimum: minimums[1], criteria: intent },
  }));

/** What a decision says, as far as columns say it too. */
function decided(
  contact: ContactFacts,
  at: { readonly playbook: Playbook; readonly now: number; readonly evidenceFrom: number | null },
) {
  const { playbook, now: instant, evidenceFrom } = at;
  const standing = { ...initialStanding(instant), evidenceFrom };
  const moment = { playbook, now: instant, offersFrom: null };
  const { fit, intent, verdict } = evaluateContact(contact, standing, moment);
  return {
    fit: [fit.lower, fit.upper],
    intent: [intent.lower, intent.upper],
    verdict: verdict.kind,
  };
}

function judged(
  contacts: readonly ContactFacts[],
  at: { readonly playbook: Playbook; readonly now: number; readonly evidenceFrom: number | null },
  slices: readonly (readonly [number, number])[] = [[0, contacts.length]],
) {
  const collected = collectColumns();
  for (const contact of contacts) collected.add(contact, at.evidenceFrom);
  const judge = judgePortal(collected.taken(), at.playbook, at.now);
  return slices.flatMap(([from, to]) => {
    const { fit, intent, verdicts } = judge(from, to);
    return Array.from(verdicts, (verdict, i) => ({
      fit: [fit.lower[i], fit.upper[i]],
      intent: [intent.lower[i], intent.upper[i]],
      verdict: verdictKinds[verdict],
    }));
  });
}

test("a portal judged at once says of every contact what its decision says", () => {
  const contacts = fc.array(anyContact, { minLength: 1, maxLength: 8 });
  const evidenceFrom = fc.constantFrom(null, now - 30 * day);
  fc.assert(
    fc.property(contacts, anyPlaybook, anyInstant, evidenceFrom, (all, playbook, at, from) => {
      const moment = { playbook, now: at, evidenceFrom: from };

      expect(judged(all, moment)).toEqual(all.map((contact) => decided(contact, moment)));
    }),
    { numRuns: 300 },
  );
});

test("criteria with more to tell apart than is counted out are judged the same", () => {
  const words = [
    "epic",
    "cerner",
    "athena",
    "meditech",
    "allscripts",
    "nextgen",
    "greenway",
    "drchrono",
    "kareo",
  ];
  const has = (fact: "ehr" | "contact.grade") =>
    words.map((value) => ({ fact, condition: { operator: "CONTAINS_TOKEN" as const, value } }));
  const criteria: readonly Criterion[] = [
    { id: "known", label: "A known system", points: 5, any: has("ehr") },
    { id: "odd", label: "Odd", points: -3, any: [...has("contact.grade"), ...has("ehr")] },
  ];
  const base: Criterion = {
    id: "base",
    label: "An address",
    points: 40,
    fact: "email",
    condition: { operator: "HAS_PROPERTY" },
  };
  const playbook: Playbook = {
    ...presets.hybrid,
    properties: ownProperties,
    fit: { minimum: 10, criteria: [...criteria, base] },
  };
  const contacts = [
    contactFacts({ profile: { ...practice, ehr: stated("Epic and Cerner, was Kareo") } }),
    contactFacts({ properties: { "contact.grade": unknown } }),
    contactFacts({ properties: { "contact.grade": stated("athena") } }),
    contactFacts({
      profile: { ...practice, ehr: stated("none", "inferred") },
      source: stated("syndication"),
    }),
  ];
  const moment = { playbook, now, evidenceFrom: null };

  expect(judged(contacts, moment)).toEqual(contacts.map((contact) => decided(contact, moment)));
});

test("a property that nobody's record was read for is open, not empty", () => {
  const playbook: Playbook = {
    ...presets.hybrid,
    properties: ownProperties,
    fit: {
      minimum: 10,
      criteria: [
        {
          id: "grade",
          label: "Grade",
          points: 20,
          fact: "contact.grade",
          condition: { operator: "NOT_HAS_PROPERTY" },
        },
      ],
    },
  };
  const contacts = [contactFacts()];
  const moment = { playbook, now, evidenceFrom: null };

  expect(judged(contacts, moment)).toEqual(contacts.map((contact) => decided(contact, moment)));
  expect(judged(contacts, moment)).toMatchObject([{ fit: [0, 20] }]);
});

test("slices of any size say the same, beyond a block and with values of any number", () => {
  const contacts = Array.from({ length: 9000 }, (_, i) =>
    contactFacts({
      profile: { ...practice, size: stated(i * 7) },
      signals: i % 3 === 0 ? [signal("demo_request", now - (i % 90) * day)] : [],
      ...(i === 4500 && { properties: { "contact.grade": stated("A") } }),
    }),
  );
  const moment = { playbook: presets.hybrid, now, evidenceFrom: null };
  const slices = [
    [0, 1],
    [1, 4097],
    [4097, 9000],
  ] as const;

  const found = judged(contacts, moment, slices);

  expect(found).toEqual(judged(contacts, moment));
  expect(found.filter((_, i) => i % 701 === 0)).toEqual(
    contacts.filter((_, i) => i % 701 === 0).map((contact) => decided(contact, moment)),
  );
});

test("a value that occurs again costs a byte or two, whatever its length", () => {
  const collected = collectColumns();
  for (let i = 0; i < 1000; i += 1)
    collected.add(
      contactFacts({ profile: { ...practice, ehr: stated("a long name".repeat(20)) } }),
      null,
    );

  const columns = collected.taken();

  expect(columns.facts.get("ehr")?.entries).toHaveLength(1);
  expect(bytesOf(columns) / columns.size).toBeLessThan(32);
});
