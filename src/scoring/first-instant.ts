/**
 * The first whole millisecond after `now` at which `has` is true, for something that stays true once
 * it is. `null` when it does not happen before the end of time as numbers can tell it.
 */
export function firstInstant(now: number, has: (at: number) => boolean): number | null {
  let before = now;
  let step = 1;
  while (!has(now + step)) {
    before = now + step;
    step *= 2;
    if (!Number.isSafeInteger(now + step)) return null;
  }
  let after = now + step;
  while (after - before > 1) {
    const middle = before + Math.floor((after - before) / 2);
    if (has(middle)) after = middle;
    else before = middle;
  }
  return after;
}
