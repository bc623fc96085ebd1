import { isoDate } from "../facts/civil-date.ts";
import type { Calendar, Duration } from "../playbook/playbook.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Longest run of days without work that a calendar may have. */
const longestPause = 366;

/**
 * The instant (epoch milliseconds) at which so much working time has passed since `at`. A day is one
 * working day: two days from Tuesday 15:00 end on Thursday 15:00. Outside working hours the clock
 * stands still; a calendar that never works counts all time.
 */
export function addWorkingTime(at: number, duration: Duration, calendar: Calendar): number {
  const offset = calendar.utcOffsetMinutes * minuteMs;
  const startOf = (day: number) => day * dayMs + calendar.startMinute * minuteMs - offset;
  const endOf = (day: number) => day * dayMs + calendar.endMinute * minuteMs - offset;
  const dayLength = (calendar.endMinute - calendar.startMinute) * minuteMs;
  if (dayLength <= 0) return at + elapsed(duration);
  let left = duration.kind === "hours" ? duration.hours * 60 * minuteMs : duration.days * dayLength;
  let now = at;
  let idle = 0;
  for (let day = Math.floor((at + offset) / dayMs); idle < longestPause; day += 1) {
    idle += 1;
    if (!isWorkday(day, calendar)) continue;
    now = Math.max(now, startOf(day));
    const remaining = endOf(day) - now;
    if (remaining >= left) return now + left;
    if (remaining <= 0) continue;
    left -= remaining;
    idle = 0;
  }
  return at + elapsed(duration);
}

function isWorkday(day: number, { workdays, holidays }: Calendar): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return workdays.includes(weekday) && !holidays.includes(isoDate(day * dayMs));
}

function elapsed(duration: Duration): number {
  return duration.kind === "hours" ? duration.hours * 60 * minuteMs : duration.days * dayMs;
}
