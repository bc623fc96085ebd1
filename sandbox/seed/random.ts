/** Chance that can be repeated: the same number to start from gives the same choices. */
export type Random = {
  /** At least 0, below 1. */
  readonly next: () => number;
  readonly chance: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly weighted: <T>(choices: Weighted<T>) => T;
};

/** Choices with how often each is taken, relative to the others. */
export type Weighted<T> = readonly (readonly [choice: T, weight: number])[];

/** The mulberry32 generator: 32 bits of state are plenty for a few thousand invented records. */
export function randomFrom(start: number): Random {
  let state = start >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (choices) => at(choices, Math.floor(next() * choices.length)),
    weighted: (choices) => at(choices, indexFor(choices, next()))[0],
  };
}

/** Takes up to `count` different choices, the heavier ones more often and earlier. */
export function draw<T>(random: Random, choices: Weighted<T>, count: number): readonly T[] {
  const left = [...choices];
  const drawn: T[] = [];
  while (left.length > 0 && drawn.length < count) {
    const [taken] = left.splice(indexFor(left, random.next()), 1);
    if (taken !== undefined) drawn.push(taken[0]);
  }
  return drawn;
}

function indexFor<T>(choices: Weighted<T>, share: number): number {
  let rest = share * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [index, [, weight]] of choices.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return choices.length - 1;
}

function at<T>(choices: readonly T[], index: number): T {
  const choice = choices[index];
  if (choice === undefined) throw new Error("there is nothing to choose from");
  return choice;
}
