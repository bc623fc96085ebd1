const period = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const weekDays = 7;

/** Whether a text is an ISO 8601 period of years, months, weeks and days. */
export function isPeriod(text: string): boolean {
  return period.test(text);
}

/** The instant (epoch milliseconds) a period after another, or before it with the sign -1. */
export function movedBy(at: number, text: string, sign: 1 | -1): number {
  const [, years = "0", months = "0", weeks = "0", days = "0"] = period.exec(text) ?? [];
  const date = new Date(at);
  const month = date.getUTCMonth() + sign * (Number(years) * 12 + Number(months));
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(month);
  // A month after January 31st is the last of February.
  date.setUTCDate(Math.min(dayOfMonth, lastDay(date)));
  date.setUTCDate(date.getUTCDate() + sign * (Number(weeks) * weekDays + Number(days)));
  return date.getTime();
}

function lastDay(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
