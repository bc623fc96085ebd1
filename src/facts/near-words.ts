/** Known words, by first letter: people seldom get that one wrong. */
export type Lexicon = ReadonlyMap<string, readonly string[]>;

export function lexiconOf(words: Iterable<string>): Lexicon {
  const byLetter = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const letter = word.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  }
  return byLetter;
}

/**
 * The known word that was meant by one with a single slip of the pen. A word that is known, shorter
 * than `shortest`, or near to several is left as it is.
 */
export function correctedWord(word: string, lexicon: Lexicon, shortest: number): string {
  if (word.length < shortest) return word;
  const words = lexicon.get(word.charAt(0)) ?? [];
  if (words.includes(word)) return word;
  const near = words.filter((each) => each.length >= shortest && differsByOne(word, each));
  return near.length === 1 ? (near[0] ?? word) : word;
}

/** Whether two words differ by one letter that is wrong, missing, too many, or swapped with the next. */
function differsByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (a === b || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  if (long.length !== short.length) return short.slice(start) === rest;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return short.slice(start + 1) === rest || (isSwapped && short.slice(start + 2) === rest.slice(1));
}
