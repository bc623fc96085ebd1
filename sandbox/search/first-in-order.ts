/** Fewer than this many are not worth throwing away again and again. */
const smallest = 64;

/**
 * The first `count` of what `add` was given, in order; among equals those given earlier come first.
 * Most of a long list is compared once with the last that can still be among them, and dropped.
 */
export function firstInOrder<T>(
  count: number,
  compare: (a: T, b: T) => number,
): { readonly add: (item: T) => void; readonly result: () => readonly T[] } {
  const most = Math.max(2 * count, smallest);
  let kept: T[] = [];
  let last: T | undefined;

  function cut(): void {
    kept.sort(compare);
    kept = kept.slice(0, count);
    last = kept[count - 1];
  }

  return {
    add: (item) => {
      if (last !== undefined && compare(item, last) >= 0) return;
      kept.push(item);
      if (kept.length >= most) cut();
    },
    result: () => {
      cut();
      return kept;
    },
  };
}
