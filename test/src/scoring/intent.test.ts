import fc from "fast-check";
import type { Criterion } from "../../../src/criteria/criterion.ts";
import type { Signal } from "../../../src/facts/signal.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { countedSignals } from "../../../src/scoring/counted-signals.ts";
import { intentCrossing } from "../../../src/scoring/crossing.ts";
import { scoreIntent } from "../../../src/scoring/intent.ts";
import { anyInstant, anySignals } from "../verdict/arbitrary.ts";
import { day, hour, nothingKnown, now, signal, stated } from "../verdict/build-facts.ts";

const { minimum } = playbook.intent;
const interest = (signals: readonly Signal[] | null) => ({
  signals: signals && countedSignals(signals, null),
  profile: nothingKnown,
  properties: {},
});
const score = (signals: readonly Signal[] | null, at = now) =>
  scoreIntent(interest(signals), playbook, at);
const crossingOf = (signals: readonly Signal[] | null, at = now) =>
  intentCrossing(interest(signals), playbook, at);

test.each([
  ["a fresh demo request", [signal("demo_request", now)], 40],
  ["one of a half-life ago", [signal("demo_request", now - 30 * day)], 20],
  ["one that is dated in the future", [signal("demo_request", now + day)], 40],
  ["two of them, capped", [signal("demo_request", now), signal("demo_request", now - day)], 60],
  [
    "a guide of the decision stage",
    [signal("guide_download", now, { offerId: "implementation_guide" })],
    15,
  ],
  ["no signal", [], 0],
] as const)("the points of %s", (_, signals, points) => {
  expect(score(signals).lower).toBe(points);
});

test("a cap is a line of its own", () => {
  const { contributions } = score([signal("demo_request", now), signal("demo_request", now + day)]);

  expect(contributions.map(({ id, points }) => [id, points])).toEqual([
    [`demo_request:${now + day}`, 40],
    [`demo_request:${now}`, 40],
    ["cap_demo_request", -20],
  ]);
});

test("interest never exceeds 100 points", () => {
  const kinds = ["demo_request", "pricing_request", "consultation"] as const;
  const signals = kinds.flatMap((kind) => [signal(kind, now), signal(kind, now + day)]);

  const intent = score(signals);

  expect(intent.lower).toBe(100);
  expect(intent.contributions.at(-1)).toMatchObject({ id: "cap", points: -80 });
});

test("the lines are whole points and sum to the score; order and repetition are irrelevant", () => {
  fc.assert(
    fc.property(anySignals, anyInstant, (signals, at) => {
      const intent = score(signals, at);

      const sum = intent.contributions.reduce((total, { points }) => total + points, 0);
      expect(sum).toBe(intent.lower);
      expect(intent.upper).toBe(intent.lower);
      expect(intent.contributions.every(({ points }) => Number.isInteger(points))).toBe(true);
      expect(score([...signals, ...signals].toReversed(), at)).toEqual(intent);
    }),
  );
});

test("the score never rises while time goes by", () => {
  fc.assert(
    fc.property(anySignals, anyInstant, anyInstant, (signals, a, b) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)];

      expect(score(signals, late).lower).toBeLessThanOrEqual(score(signals, early).lower);
    }),
  );
});

test("the crossing is the very first millisecond below the minimum or the band of ten points", () => {
  fc.assert(
    fc.property(anySignals, anyInstant, (signals, at) => {
      const crossing = crossingOf(signals, at);

      const present = score(signals, at).lower;
      const isSame = (other: number) =>
        Math.floor(other / 10) === Math.floor(present / 10) &&
        other >= minimum === present >= minimum;
      const isLast = crossing === null;
      const then = crossing ?? at + 1000 * day;
      expect(isSame(score(signals, then - 1).lower)).toBe(true);
      expect(isSame(score(signals, then).lower)).toBe(isLast);
      expect(then).toBeGreaterThan(at);
    }),
  );
});

test("one signal falls under the minimum when its half-life says so, to the millisecond", () => {
  const half = Math.log2(10 / 5.5) * 30 * day;

  const at = now - 10 * day;

  expect(crossingOf([signal("guide_download", at)])).toBe(Math.floor(at + half) + 1);
});

test("signals that were not read make interest unknown, not zero", () => {
  expect(score(null)).toMatchObject({ lower: 0, upper: 100, outcome: "undecided" });
  expect(crossingOf(null)).toBeNull();
});

test("an offer may be worth something of its own", () => {
  const offers = playbook.offers.map((offer) =>
    offer.id === "roi" ? { ...offer, worth: { points: 33, halfLifeDays: 1 } } : offer,
  );
  const known = interest([signal("guide_download", now, { offerId: "roi" })]);
  const uncapped = { guide_download: { ...playbook.intent.signals.guide_download, cap: 40 } };
  const intent = { ...playbook.intent, signals: { ...playbook.intent.signals, ...uncapped } };

  expect(scoreIntent(known, { ...playbook, offers, intent }, now).lower).toBe(33);
});

describe("criteria of intent", () => {
  const criteria: readonly Criterion[] = [
    {
      id: "engaged",
      label: "Engagement score of 50 or more",
      fact: "contact.engagement",
      condition: { operator: "GTE", value: 50 },
      points: 4,
    },
  ];
  const scored = {
    ...playbook,
    properties: [{ id: "contact.engagement", label: "Engagement score", kind: "number" }],
    intent: { ...playbook.intent, criteria },
  } as const;
  const signals = [signal("webinar_registered", now - 7 * day)];
  const engaged = (score: number) => ({
    ...interest(signals),
    properties: { "contact.engagement": stated(score) },
  });

  test("add up with signals", () => {
    expect(scoreIntent(engaged(50), scored, now)).toMatchObject({ lower: 7, upper: 7 });
    expect(scoreIntent(engaged(49), scored, now)).toMatchObject({ lower: 3, upper: 3 });
  });

  test("leave interest open where they are not known", () => {
    expect(scoreIntent(interest(signals), scored, now)).toMatchObject({
      lower: 3,
      upper: 7,
      outcome: "undecided",
      unknown: ["contact.engagement"],
    });
  });

  test("move the instant at which decay changes the outcome", () => {
    const at = intentCrossing(engaged(50), scored, now) ?? 0;

    expect(scoreIntent(engaged(50), scored, at - 1)).toMatchObject({ outcome: "passes" });
    expect(scoreIntent(engaged(50), scored, at)).toMatchObject({ outcome: "fails" });
  });
});

describe("counted signals", () => {
  const idsOf = (signals: readonly Signal[], from: number | null = null) =>
    countedSignals(signals, from).map(({ id }) => id);
  const form = signal("demo_request", now, { id: "form", offerId: "demo" });

  test.each<readonly [string, readonly Signal[], readonly string[]]>([
    ["the same signal twice", [form, { ...form, at: now + hour }], ["form"]],
    ["a form and its confirmation", [signal("demo_request", now - hour), form], ["form"]],
    ["a form sent twice", [form, { ...form, id: "again", at: now + 23 * hour }], ["form"]],
    ["the form a day later", [form, { ...form, id: "again", at: now + day }], ["form", "again"]],
    [
      "another offer",
      [form, { ...form, id: "other", offerId: "scheduling_demo" }],
      ["form", "other"],
    ],
    ["another website", [form, { ...form, id: "other", own: false }], ["form", "other"]],
    ["another kind", [form, { ...form, id: "other", kind: "pricing_request" }], ["form", "other"]],
  ])("%s", (_, signals, ids) => {
    expect(idsOf(signals)).toEqual(ids);
    expect(idsOf(signals.toReversed())).toEqual(ids);
  });

  test("what sales returned does not count, whenever it is seen again", () => {
    const signals = [form, { ...form, at: now + 2 * day }, signal("email_reply", now + 1)];

    expect(idsOf(signals, now)).toEqual([`email_reply:${now + 1}`]);
    expect(idsOf(signals, now + 1)).toEqual([]);
  });
});
