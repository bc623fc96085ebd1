import fc from "fast-check";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { intentCrossing, scoreIntent } from "../../../src/scoring/intent.ts";
import { anyInstant, anySignals } from "../verdict/arbitrary.ts";
import { day, now, signal } from "../verdict/build-facts.ts";

const { minimum } = playbook.intent;
const score = (signals: Parameters<typeof scoreIntent>[0], at = now) =>
  scoreIntent(signals, playbook, at, null);

test.each([
  ["a fresh demo request", [signal("demo_request", now)], 40],
  ["one of a half-life ago", [signal("demo_request", now - 30 * day)], 20],
  ["one that is dated in the future", [signal("demo_request", now + day)], 40],
  ["two of them, capped", [signal("demo_request", now), signal("demo_request", now - 1)], 60],
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
  const { contributions } = score([signal("demo_request", now), signal("demo_request", now - 1)]);

  expect(contributions.map(({ id, points }) => [id, points])).toEqual([
    [`demo_request:${now}`, 40],
    [`demo_request:${now - 1}`, 40],
    ["cap_demo_request", -20],
  ]);
});

test("interest never exceeds 100 points", () => {
  const kinds = ["demo_request", "pricing_request", "consultation"] as const;
  const signals = kinds.flatMap((kind) => [signal(kind, now), signal(kind, now - 1)]);

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
      const crossing = intentCrossing(signals, playbook, at, null);

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

test("signals up to the instant of a return do not count", () => {
  const signals = [signal("demo_request", now - day), signal("email_reply", now)];

  expect(scoreIntent(signals, playbook, now, now - day)).toMatchObject({ lower: 15 });
  expect(scoreIntent(signals, playbook, now, now)).toMatchObject({ lower: 0 });
  expect(intentCrossing(signals, playbook, now, now)).toBeNull();
});

test("signals that were not read make interest unknown, not zero", () => {
  expect(score(null)).toMatchObject({ lower: 0, upper: 100, outcome: "undecided" });
  expect(intentCrossing(null, playbook, now, null)).toBeNull();
});
