import fc from "fast-check";
import { timeZone } from "../../../server/connect/time-zone.ts";
import { isoDate } from "../../../src/facts/civil-date.ts";
import { instantOf, wallTime } from "../../../src/handoff/wall-clock.ts";
import { addWorkingTime } from "../../../src/handoff/working-time.ts";
import { centralTime } from "../../../src/playbook/central-time.ts";
import type { Calendar } from "../../../src/playbook/playbook.ts";

const calendar: Calendar = {
  zone: { name: "test", offsets: [{ from: 0, minutes: -360 }] },
  workdays: [1, 2, 3, 4, 5],
  startMinute: 540,
  endMinute: 1020,
  holidays: ["2026-11-26"],
};
const hours = (count: number) => ({ kind: "hours", hours: count }) as const;
const days = (count: number) => ({ kind: "days", days: count }) as const;
/** An instant of November 2026 in the calendar's time; the 24th is a Tuesday. */
const local = (date: number, hour: number, minute = 0) =>
  Date.UTC(2026, 10, date, hour + 6, minute);

test.each([
  ["within a day", local(24, 10), hours(1), local(24, 11)],
  ["over the evening", local(24, 16, 30), hours(1), local(25, 9, 30)],
  ["to the very end of a day", local(24, 16), hours(1), local(24, 17)],
  ["from before work", local(24, 6), hours(1), local(24, 10)],
  ["from after work", local(24, 20), hours(1), local(25, 10)],
  ["from a weekend", local(28, 12), hours(4), local(30, 13)],
  ["over a holiday", local(25, 15), days(1), local(27, 15)],
  ["over a holiday and a weekend", local(25, 15), days(2), local(30, 15)],
  ["no time at all", local(28, 12), hours(0), local(30, 9)],
])("%s", (_, at, duration, expected) => {
  expect(addWorkingTime(at, duration, calendar)).toBe(expected);
});

test("the UTC day does not matter, only the day of the calendar", () => {
  const east = {
    ...calendar,
    zone: { name: "east", offsets: [{ from: 0, minutes: 660 }] },
  };
  const mondayMorning = Date.UTC(2026, 10, 22, 23);

  expect(addWorkingTime(mondayMorning, hours(1), east)).toBe(mondayMorning + 3_600_000);
});

test("a calendar that never works counts all time", () => {
  const closed = { ...calendar, workdays: [] };

  expect(addWorkingTime(0, hours(3), closed)).toBe(3 * 3_600_000);
  expect(addWorkingTime(0, days(2), { ...calendar, endMinute: 540 })).toBe(2 * 86_400_000);
});

test("working time adds up", () => {
  const anyHours = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), anyHours, anyHours, (start, a, b) => {
      const at = local(1, 0) + start * 3_600_000;

      const inTwo = addWorkingTime(addWorkingTime(at, hours(a), calendar), hours(b), calendar);

      expect(inTwo).toBe(addWorkingTime(at, hours(a + b), calendar));
      expect(inTwo).toBeGreaterThan(at);
    }),
  );
});

describe("where clocks change", () => {
  const minute = 60_000;
  /** Clocks go forward on 8 March 2026 at 02:00 and back on 1 November at 02:00. */
  const zone = centralTime;
  const spring = Date.UTC(2026, 2, 8, 8);
  const autumn = Date.UTC(2026, 10, 1, 7);
  const office: Calendar = { ...calendar, zone };
  const allHours = { ...office, startMinute: 0, endMinute: 1440, workdays: [0, 1, 2, 3, 4, 5, 6] };

  test.each([
    ["the office opens an hour earlier in UTC", Date.UTC(2026, 2, 6, 23), hours(1), office, 9, 15],
    ["a working day keeps its time of day", Date.UTC(2026, 2, 6, 21), days(1), office, 9, 20],
    ["hours that pass are counted in spring", spring - 3_600_000, hours(2), allHours, 8, 9],
    ["a day is a day in spring", Date.UTC(2026, 2, 7, 18), days(1), allHours, 8, 17],
  ])("%s", (_, at, duration, on, date, hour) => {
    expect(addWorkingTime(at, duration, on)).toBe(Date.UTC(2026, 2, date, hour));
  });

  test("the clock shows the same time in the hour that comes twice, and jumps over the other", () => {
    const second = 1000;
    const at = (instant: number) => wallTime(instant, zone);

    expect(at(autumn + 1_800_000)).toBe(at(autumn));
    expect(at(spring) - at(spring - second)).toBe(3_600_000 + second);
    expect(instantOf(Date.UTC(2026, 2, 8, 2, 30), zone)).toBe(spring);
    expect(instantOf(Date.UTC(2026, 10, 1, 1, 30), zone)).toBe(Date.UTC(2026, 10, 1, 6, 30));
  });

  test("a clock that is set within the hour that comes twice does not run out before it", () => {
    const shortDay = { ...allHours, endMinute: 120 };

    expect(addWorkingTime(autumn + minute, days(0), shortDay)).toBe(autumn + minute);
  });

  const anyCalendar = fc
    .record({
      zone: fc.constantFrom(
        centralTime,
        timeZone("Australia/Lord_Howe", { now: spring, fallbackMinutes: 0 }),
        timeZone("Africa/Casablanca", { now: spring, fallbackMinutes: 0 }),
        timeZone("Asia/Kolkata", { now: spring, fallbackMinutes: 0 }),
      ),
      workdays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
      startMinute: fc.integer({ min: 0, max: 1200 }),
      length: fc.integer({ min: 120, max: 1440 }),
      holidays: fc.subarray(["2026-03-08", "2026-03-09", "2026-11-01", "2026-11-02"]),
    })
    .map(({ length, ...rest }): Calendar => {
      return { ...rest, endMinute: Math.min(1440, rest.startMinute + length) };
    });
  const anyDuration = fc.oneof(fc.integer({ min: 0, max: 60 }).map(hours), fc.nat(12).map(days));
  const anyAt = fc
    .tuple(fc.constantFrom(spring, autumn), fc.integer({ min: -6000, max: 6000 }))
    .map(([change, minutes]) => change + minutes * minute);

  test("a clock never runs out outside working hours, nor before it was started", () => {
    fc.assert(
      fc.property(anyAt, anyDuration, anyCalendar, (at, duration, on) => {
        const end = addWorkingTime(at, duration, on);

        const wall = wallTime(end, on.zone);
        // The end of a day that lasts until midnight is the first instant of the next.
        const day = Math.floor((on.endMinute === 1440 ? wall - 1 : wall) / (1440 * minute));
        const timeOfDay = wall / minute - day * 1440;
        const isOpen = (d: number, time: number) =>
          on.workdays.includes((((d + 4) % 7) + 7) % 7) &&
          !on.holidays.includes(isoDate(d * 1440 * minute)) &&
          time >= on.startMinute &&
          time <= on.endMinute;
        expect(isOpen(day, timeOfDay) || isOpen(day + 1, timeOfDay - 1440)).toBe(true);
        expect(end).toBeGreaterThanOrEqual(at);
      }),
      { numRuns: 500 },
    );
  });

  test("starting later, or adding more, never ends earlier", () => {
    fc.assert(
      fc.property(anyAt, anyAt, fc.nat(20), fc.nat(20), anyCalendar, (a, b, x, y, on) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const [less, more] = [Math.min(x, y), Math.max(x, y)];

        for (const unit of [hours, days]) {
          const end = addWorkingTime(late, unit(more), on);
          expect(addWorkingTime(early, unit(more), on)).toBeLessThanOrEqual(end);
          expect(addWorkingTime(late, unit(less), on)).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: 500 },
    );
  });
});
