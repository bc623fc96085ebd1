import { longDate } from "../facts/civil-date.ts";
import type { TimeZone } from "../playbook/playbook.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * What a wall clock shows, in milliseconds as if it stood in UTC. Where clocks are set back it stands
 * still until time has caught up, so that a later instant never shows an earlier time.
 */
export function wallTime(at: number, { offsets }: TimeZone): number {
  let offset = firstOffset(offsets);
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, minutes } of offsets) {
    if (from > at) break;
    reached = Math.max(reached, from + offset);
    offset = minutes * minuteMs;
  }
  return Math.max(reached, at + offset);
}

/** The first instant at which that clock shows a time or, where it jumps over the time, a later one. */
export function instantOf(wall: number, { offsets }: TimeZone): number {
  let offset = firstOffset(offsets);
  for (const { from, minutes } of offsets) {
    const next = minutes * minuteMs;
    if (wall - offset < from) return wall - offset;
    if (wall <= from + Math.max(offset, next)) return from;
    offset = next;
  }
  return wall - offset;
}

function firstOffset(offsets: TimeZone["offsets"]): number {
  return (offsets[0]?.minutes ?? 0) * minuteMs;
}

/** When the day of a date ends there; the date is its midnight in UTC. */
export function endOfDay(date: number, zone: TimeZone): number {
  return instantOf((Math.floor(date / dayMs) + 1) * dayMs, zone);
}

/** `24 Nov 2026`, the date of an instant there. */
export function localDate(at: number, zone: TimeZone): string {
  return longDate(wallTime(at, zone));
}
