import fc from "fast-check";
import { addWorkingTime } from "../../../src/handoff/working-time.ts";
import type { Calendar } from "../../../src/playbook/playbook.ts";

const calendar: Calendar = {
  utcOffsetMinutes: -360,
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
  const east = { ...calendar, utcOffsetMinutes: 660 };
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
