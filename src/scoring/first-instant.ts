/**
 * The first whole millisecond after an instant at which `has` is true, for something that stays true
 * once it is; sought from a guess on. `null` when it does not happen before the end of time as numbers
 * can tell it.
 */
export function firstInstant(
  { after, guess = after }: { readonly after: number; readonly guess?: number },
  has: (at: number) => boolean,
): number | null {
  const start = Math.min(Number.MAX_SAFE_INTEGER, Math.max(after + 1, Math.floor(guess)));
  const isPast = has(start);
  let [before, later] = isPast ? [after, start] : [start, Number.MAX_SAFE_INTEGER];
  for (let step = 1; ; step *= 2) {
    const at = isPast ? start - step : start + step;
    if (at <= before || at >= later) break;
    const isAfter = has(at);
    if (isAfter) later = at;
    else before = at;
    if (isAfter !== isPast) break;
  }
  if (!isPast && !has(later)) return null;
  while (later - before > 1) {
    const middle = before + Math.floor((later - before) / 2);
    if (has(middle)) later = middle;
    else before = middle;
  }
  return later;
}
