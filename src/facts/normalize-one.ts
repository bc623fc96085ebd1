import { differsByOne } from "./near-words.ts";
import {
  findPhrases,
  phraseTable,
  type PhraseTable,
  textOf,
  type Token,
  tokensOf,
} from "./phrases.ts";
import { abbreviations } from "./spellings/abbreviations.ts";
import type { Spellings } from "./spellings/spellings.ts";

export type Normalized<V> =
  | { readonly kind: "certain"; readonly value: V; readonly words: string }
  | { readonly kind: "doubtful"; readonly value: V; readonly words: string }
  | { readonly kind: "none" };

export type WordBook<V extends string> = {
  readonly phrases: PhraseTable<{ readonly value: V; readonly isCertain: boolean }>;
  readonly harmless: ReadonlySet<string>;
  readonly is: (text: string) => text is V;
};

/** Everything one vocabulary is recognised by: its ids and labels, and how people spell them. */
export function wordBook<V extends string>(
  spellings: Spellings<V>,
  vocabulary: {
    readonly labels: Readonly<Record<V, string>>;
    readonly is: (text: string) => text is V;
    readonly alsoHarmless?: readonly string[];
  },
): WordBook<V> {
  const { labels, is, alsoHarmless = [] } = vocabulary;
  const entries = Object.entries<string>(labels).filter((entry): entry is [V, string] =>
    is(entry[0]),
  );
  const named = entries.flatMap(([value, label]) => {
    const entry = (isCertain: boolean) => (phrase: string) =>
      [phrase, { value, isCertain }] as const;
    const certain = [value, label, ...listed(spellings.certain[value])];
    return [...listed(spellings.doubtful[value]).map(entry(false)), ...certain.map(entry(true))];
  });
  const harmless = [spellings.harmless, ...alsoHarmless].flatMap(wordsOf);
  return { phrases: phraseTable(named, abbreviations), harmless: new Set(harmless), is };
}

/** Finds the one value a text stands for, the portal's own spellings first. */
export function normalizeOne<V extends string>(
  book: WordBook<V>,
  text: string,
  synonyms: Readonly<Record<string, string>>,
): Normalized<V> {
  const tokens = tokensOf(text, abbreviations);
  const key = tokens.map(({ word }) => word).join(" ");
  const own = Object.entries(synonyms).find(([spelling]) => wordsOf(spelling).join(" ") === key);
  if (own !== undefined && book.is(own[1]))
    return { kind: "certain", value: own[1], words: text.trim() };
  const exact = book.phrases.byText.get(key);
  if (exact !== undefined) {
    const { value, isCertain } = exact;
    return { kind: isCertain ? "certain" : "doubtful", value, words: text.trim() };
  }
  return within(book, text, tokens) ?? misspelt(book, text, tokens);
}

/** A spelling among other words. It is sure only if these are harmless and no other value is named. */
function within<V extends string>(
  book: WordBook<V>,
  text: string,
  tokens: readonly Token[],
): Normalized<V> | null {
  const matches = findPhrases(tokens, book.phrases);
  const certain = matches.filter(({ value }) => value.isCertain);
  const [first] = certain.length > 0 ? certain : matches;
  if (first === undefined) return null;
  const values = new Set(certain.map(({ value }) => value.value));
  const isCovered = (index: number) => matches.some(({ from, to }) => index >= from && index < to);
  const isHarmless = tokens.every(({ word }, i) => isCovered(i) || book.harmless.has(word));
  const kind = values.size === 1 && isHarmless ? "certain" : "doubtful";
  return { kind, value: first.value.value, words: textOf(text, tokens, first) };
}

/** One letter wrong in a long word: near enough to propose, never to apply. */
function misspelt<V extends string>(
  book: WordBook<V>,
  text: string,
  tokens: readonly Token[],
): Normalized<V> {
  const long = tokens.filter(({ word }) => word.length >= 8);
  for (const [spelling, { value, isCertain }] of book.phrases.byText) {
    if (!isCertain || spelling.length < 8 || spelling.includes(" ")) continue;
    const token = long.find(({ word }) => differsByOne(word, spelling));
    if (token === undefined) continue;
    return { kind: "doubtful", value, words: text.slice(token.start, token.end) };
  }
  return { kind: "none" };
}

function wordsOf(text: string): readonly string[] {
  return tokensOf(text, abbreviations).map(({ word }) => word);
}

function listed(spellings: string | undefined): readonly string[] {
  return spellings?.split(",") ?? [];
}
