/** Admits at most `limit` calls in any span of `windowMs`. */
export type RollingWindow = {
  readonly limit: number;
  readonly windowMs: number;
  /** Counts a call at that instant; undefined when there is no room for it, else the room left. */
  readonly admit: (now: number) => number | undefined;
  /** The room there is at that instant. */
  readonly left: (now: number) => number;
};

export function rollingWindow(limit: number, windowMs: number): RollingWindow {
  let admitted: number[] = [];

  function left(now: number): number {
    admitted = admitted.filter((at) => at > now - windowMs);
    return limit - admitted.length;
  }

  return {
    limit,
    windowMs,
    left,
    admit: (now) => {
      const room = left(now);
      if (room <= 0) return undefined;
      admitted.push(now);
      return room - 1;
    },
  };
}
