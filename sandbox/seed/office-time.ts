export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** Turns an age in milliseconds into the ISO instant at which something happened. */
export type Calendar = (ageMs: number) => string;

/**
 * Ages over two days fall into US office hours of a weekday, because that is when people fill in
 * forms at work. Order is kept: what is older stays older.
 */
export function calendarOf(now: number): Calendar {
  return (ageMs) => {
    const exact = now - ageMs;
    const latest = now - 2 * dayMs;
    const shown = exact >= latest ? exact : Math.min(latest, officeTime(exact));
    return new Date(shown).toISOString();
  };
}

/** Squeezes each day into 14:00–23:00 UTC, and Friday to Sunday into one Friday. */
function officeTime(instant: number): number {
  const midnight = Math.floor(instant / dayMs) * dayMs;
  const weekday = new Date(midnight).getUTCDay();
  const sinceFriday = (weekday + 2) % 7;
  const isLongFriday = sinceFriday < 3;
  const start = isLongFriday ? midnight - sinceFriday * dayMs : midnight;
  const passed = (instant - start) / (isLongFriday ? 3 * dayMs : dayMs);
  return start + Math.floor((14 + 9 * passed) * hourMs);
}
