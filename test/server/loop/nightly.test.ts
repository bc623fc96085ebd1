import { nextNight } from "../../../server/loop/nightly.ts";

const portal = (id: string) => ({
  portal_id: id,
  time_zone: "America/Chicago",
  utc_offset_minutes: -360,
});
const hour = 3_600_000;

test.each([
  ["in the afternoon", "2026-06-10T20:00:00Z", "2026-06-11T05:00:00Z"],
  ["just after midnight there", "2026-06-10T05:10:00Z", "2026-06-10T05:00:00Z"],
  ["in winter", "2026-12-10T20:00:00Z", "2026-12-11T06:00:00Z"],
])("%s the next night's listing is between one and four o'clock there", (_what, now, midnight) => {
  for (const id of ["1", "42", "4242001"]) {
    const at = nextNight(portal(id), Date.parse(now));
    const since = at - Date.parse(midnight);
    expect([since >= hour, since < 4 * hour]).toEqual([true, true]);
  }
});

test("once it has begun, the next one is a day later", () => {
  const first = nextNight(portal("42"), Date.parse("2026-06-10T20:00:00Z"));

  expect(nextNight(portal("42"), first)).toBe(first + 24 * hour);
});
