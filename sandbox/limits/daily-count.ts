/** Calls of a day that ends at midnight in the account's time zone. */
export type DailyCount = {
  readonly limit: () => number;
  /** Counts a call; undefined when the day's calls are used up, else those left. */
  readonly admit: (now: number) => number | undefined;
  readonly left: (now: number) => number;
};

export function dailyCount(limit: () => number, timeZone: string): DailyCount {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  let today = "";
  let calls = 0;

  function left(now: number): number {
    const day = format.format(now);
    if (day !== today) calls = 0;
    today = day;
    return limit() - calls;
  }

  return {
    limit,
    left,
    admit: (now) => {
      const room = left(now);
      if (room <= 0) return undefined;
      calls += 1;
      return room - 1;
    },
  };
}
