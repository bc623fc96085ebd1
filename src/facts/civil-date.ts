const day = 86_400_000;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const iso =
  /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:[T ](?<h>\d{2}):(?<min>\d{2})(?::(?<s>\d{2})(?:\.(?<f>\d{1,9}))?)?(?<zone>Z|[+-]\d{2}:?\d{2}))?$/u;

/**
 * Epoch milliseconds of a date (`YYYY-MM-DD`, midnight UTC), of an ISO 8601 instant with `Z` or an
 * offset, or of epoch milliseconds in digits. `null` for anything else, impossible dates included.
 */
export function parseInstant(text: string): number | null {
  const trimmed = text.trim();
  if (/^-?\d{5,15}$/u.test(trimmed)) return Number(trimmed);
  const parts = iso.exec(trimmed)?.groups;
  if (parts === undefined) return null;
  const number = (name: string) => Number(parts[name] ?? "0");
  const [year, month, dayOfMonth] = [number("y"), number("m"), number("d")];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOf(year, month)) return null;
  const [hour, minute, second] = [number("h"), number("min"), number("s")];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Math.floor(Number(`0.${parts["f"] ?? "0"}`) * 1000);
  const clock = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
  return daysBefore(year, month, dayOfMonth) * day + clock - offsetOf(parts["zone"]);
}

/** `2026-11-24`, in UTC. */
export function isoDate(at: number): string {
  const { year, month, dayOfMonth } = civil(at);
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** `24 Nov 2026`, in UTC. */
export function longDate(at: number): string {
  const { year, month, dayOfMonth } = civil(at);
  return `${dayOfMonth} ${months[month - 1] ?? ""} ${year}`;
}

// Days are counted in 400-year eras of years that begin in March, so that a leap day comes last.

function daysBefore(year: number, month: number, dayOfMonth: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

function civil(at: number) {
  const days = Math.floor(at / day) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const yearStart = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

function lengthOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
