import type { TimeZone } from "../../src/playbook/playbook.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const yearMs = 366 * dayMs;

/**
 * The rules of an IANA time zone as data, for a year before `now` and ten after it, as the runtime's
 * own time zone database tells them. A zone it does not know keeps one offset.
 */
export function timeZone(
  name: string,
  at: { readonly now: number; readonly fallbackMinutes: number },
): TimeZone {
  const format = formatIn(name);
  if (format === null) return { name, offsets: [{ from: 0, minutes: at.fallbackMinutes }] };
  const start = Math.floor((at.now - yearMs) / dayMs) * dayMs;
  let minutes = minutesIn(format, start);
  const offsets = [{ from: start, minutes }];
  for (let day = start; day < at.now + 10 * yearMs; day += dayMs) {
    const next = minutesIn(format, day + dayMs);
    if (next === minutes) continue;
    offsets.push({ from: firstChange(format, day, minutes), minutes: next });
    minutes = next;
  }
  return { name, offsets };
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** To the minute: no zone changes its clocks between two. */
function firstChange(format: Intl.DateTimeFormat, day: number, minutes: number): number {
  let before = day;
  let after = day + dayMs;
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 2 / 60_000) * 60_000;
    if (minutesIn(format, middle) === minutes) before = middle;
    else after = middle;
  }
  return after;
}

function minutesIn(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const parts = /^GMT(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)$/u.exec(name)?.groups;
  if (parts === undefined) return 0;
  const minutes = Number(parts["hours"]) * 60 + Number(parts["minutes"]);
  return parts["sign"] === "-" ? -minutes : minutes;
}
