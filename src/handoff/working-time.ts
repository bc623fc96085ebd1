import { isoDate } from "../facts/civil-date.ts";
import type { Calendar, Duration } from "../playbook/playbook.ts";
import { instantOf, wallTime } from "./wall-clock.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Longest run of days without work that a calendar may have. */
const longestPause = 366;

/**
 * The instant (epoch milliseconds) at which so much working time has passed since `at`. A day is one
 * working day: two days from Tuesday 15:00 end on Thursday 15:00, even where clocks were changed in
 * between; hours are hours that pass. Outside working hours the clock stands still; a calendar that
 * never works counts all time.
 */
export function addWorkingTime(at: number, duration: Duration, calendar: Calendar): number {
  const { zone, startMinute, endMinute } = calendar;
  const dayLength = (endMinute - startMinute) * minuteMs;
  if (dayLength <= 0) return at + elapsed(duration);
  const wall = wallTime(at, zone);
  const firstDay = Math.floor(wall / dayMs);
  const opening = (day: number) => day * dayMs + startMinute * minuteMs;
  const closing = (day: number) => day * dayMs + endMinute * minuteMs;
  if (duration.kind === "days") {
    const left = duration.days * dayLength;
    const end = spend(left, { calendar, firstDay, from: wall, opening, closing });
    // While clocks that were set back stand still, the wall's time was first shown before `at`.
    return end === null ? at + elapsed(duration) : Math.max(at, instantOf(end, zone));
  }
  const end = spend(elapsed(duration), {
    calendar,
    firstDay,
    from: at,
    opening: (day) => instantOf(opening(day), zone),
    closing: (day) => instantOf(closing(day), zone),
  });
  return end ?? at + elapsed(duration);
}

/** The first working instant at or after `at`. */
export function nextWorkingInstant(at: number, calendar: Calendar): number {
  return addWorkingTime(at, { kind: "hours", hours: 0 }, calendar);
}

type Days = {
  readonly calendar: Calendar;
  readonly firstDay: number;
  readonly from: number;
  readonly opening: (day: number) => number;
  readonly closing: (day: number) => number;
};

/** Where so many milliseconds of work end, on whichever clock the days are told; `null`: never. */
function spend(milliseconds: number, days: Days): number | null {
  let left = milliseconds;
  let now = days.from;
  let idle = 0;
  for (let day = days.firstDay; idle < longestPause; day += 1) {
    idle += 1;
    if (!isWorkday(day, days.calendar)) continue;
    now = Math.max(now, days.opening(day));
    const remaining = days.closing(day) - now;
    if (remaining >= left) return now + left;
    if (remaining <= 0) continue;
    left -= remaining;
    idle = 0;
  }
  return null;
}

function isWorkday(day: number, { workdays, holidays }: Calendar): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return workdays.includes(weekday) && !holidays.includes(isoDate(day * dayMs));
}

function elapsed(duration: Duration): number {
  return duration.kind === "hours" ? duration.hours * 60 * minuteMs : duration.days * dayMs;
}
