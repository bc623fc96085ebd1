/** Whether two different words are one slip of the pen apart: a letter wrong, missing, too many or swapped. */
export function differsByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (a === b || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  if (long.length !== short.length) return short.slice(start) === rest;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return short.slice(start + 1) === rest || (isSwapped && short.slice(start + 2) === rest.slice(1));
}
