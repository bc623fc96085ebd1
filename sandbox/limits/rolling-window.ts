/** Admits at most `limit` calls in any span of `windowMs`. */
export type RollingWindow = {
  readonly limit: number;
  readonly windowMs: number;
  /** Counts a call at that instant; undefined when there is no room for it, else the room left. */
  readonly admit: (now: number) => number | undefined;
};

export function rollingWindow(limit: number, windowMs: number): RollingWindow {
  let admitted: number[] = [];
  return {
    limit,
    windowMs,
    admit: (now) => {
      admitted = admitted.filter((at) => at > now - windowMs);
      if (admitted.length >= limit) return undefined;
      admitted.push(now);
      return limit - admitted.length;
    },
  };
}
