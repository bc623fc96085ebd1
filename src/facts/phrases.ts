/** A word of a text in its simplest form, and where it stands there. */
export type Token = { readonly word: string; readonly start: number; readonly end: number };
export type Match<T> = {
  readonly value: T;
  /** Tokens from `from` up to `to`, exclusive. */
  readonly from: number;
  readonly to: number;
};
export type Abbreviations = Readonly<Record<string, string>>;

type Phrase<T> = { readonly words: readonly string[]; readonly value: T };
export type PhraseTable<T> = {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase<T>[]>;
  readonly byText: ReadonlyMap<string, T>;
};

// Letters with dots between them ("M.D.", "U.S") are one word; so is a word with its genitive.
const wordPattern =
  /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])\.?|[\p{L}\p{N}]+(?:['’][sS](?!\p{L}))?/gu;

/** Words of a text in lower case, without accents, plural or genitive, abbreviations written out. */
export function tokensOf(text: string, abbreviations: Abbreviations = {}): readonly Token[] {
  return [...text.matchAll(wordPattern)].map((match) => {
    const [raw] = match;
    const plain = raw
      .normalize("NFKD")
      .replaceAll(/\p{M}|\.|['’][sS]$/gu, "")
      .toLowerCase();
    const word = abbreviations[plain] ?? abbreviations[singular(plain)] ?? singular(plain);
    return { word, start: match.index, end: match.index + raw.length };
  });
}

/** Phrases to look for in texts that were cut into tokens with the same abbreviations. */
export function phraseTable<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
  abbreviations: Abbreviations = {},
): PhraseTable<T> {
  const byFirstWord = new Map<string, Phrase<T>[]>();
  const byText = new Map<string, T>();
  for (const [phrase, value] of entries) {
    const words = tokensOf(phrase, abbreviations).map(({ word }) => word);
    const [first] = words;
    if (first === undefined) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, value }]);
    byText.set(words.join(" "), value);
  }
  return { byFirstWord, byText };
}

/** Phrases that occur, in the order of the text. A longer one hides those it overlaps. */
export function findPhrases<T>(
  tokens: readonly Token[],
  table: PhraseTable<T>,
): readonly Match<T>[] {
  const all = tokens.flatMap((token, from) =>
    (table.byFirstWord.get(token.word) ?? [])
      .filter(({ words }) => words.every((word, index) => tokens[from + index]?.word === word))
      .map(({ words, value }) => ({ value, from, to: from + words.length })),
  );
  const longestFirst = all.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Match<T>[] = [];
  for (const match of longestFirst) {
    if (kept.every((other) => match.to <= other.from || match.from >= other.to)) kept.push(match);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

/** The words of the text that a match stands for, as they were written. */
export function textOf(text: string, tokens: readonly Token[], match: Match<unknown>): string {
  return text.slice(tokens[match.from]?.start, tokens[match.to - 1]?.end);
}

function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith("s") || /(?:ss|us|is)$/u.test(word)) return word;
  return word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
