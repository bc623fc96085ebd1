import { correctedWord, type Lexicon, lexiconOf } from "./near-words.ts";
import {
  findPhrases,
  phraseTable,
  type PhraseTable,
  textOf,
  type Token,
  tokensOf,
} from "./phrases.ts";
import { abbreviations } from "./spellings/abbreviations.ts";
import type { Synonyms } from "./portal-spellings.ts";
import type { Spellings } from "./spellings/spellings.ts";

export type Normalized<V> =
  | { readonly kind: "certain"; readonly value: V; readonly words: string }
  | { readonly kind: "doubtful"; readonly value: V; readonly words: string }
  | { readonly kind: "none" };

export type WordBook<V extends string> = {
  readonly phrases: PhraseTable<{ readonly value: V; readonly isCertain: boolean }>;
  readonly harmless: ReadonlySet<string>;
  readonly lexicon: Lexicon;
  readonly is: (text: string) => text is V;
  /** Words that make whatever else is said doubtful. */
  readonly reservations: RegExp;
};

/** Everything one vocabulary is recognised by: its ids and labels, and how people spell them. */
export function wordBook<V extends string>(
  spellings: Spellings<V>,
  vocabulary: {
    /** Canonical value → what people see. */
    readonly labels: Readonly<Record<string, string>>;
    readonly is: (text: string) => text is V;
    readonly alsoHarmless?: readonly string[];
    readonly reservations?: RegExp;
  },
): WordBook<V> {
  const { labels, is, alsoHarmless = [], reservations = generalReservations } = vocabulary;
  const entries = Object.entries(labels).filter((entry): entry is [V, string] => is(entry[0]));
  const named = entries.flatMap(([value, label]) => {
    const entry = (isCertain: boolean) => (phrase: string) =>
      [phrase, { value, isCertain }] as const;
    const certain = [value, label, ...listed(spellings.certain[value])];
    return [...listed(spellings.doubtful[value]).map(entry(false)), ...certain.map(entry(true))];
  });
  const harmless = [spellings.harmless, ...alsoHarmless].flatMap(wordsOf);
  const phrases = named.map(([phrase, entry]) => [wordsOf(phrase).join(" "), entry] as const);
  const lexicon = lexiconOf([...named.flatMap(([phrase]) => wordsOf(phrase)), ...harmless]);
  const table = phraseTable(phrases, abbreviations);
  return { phrases: table, harmless: new Set(harmless), lexicon, is, reservations };
}

/**
 * Finds the one value a text stands for, the portal's own spellings first. A text that asks or denies
 * ("not a hospital", "ASC?") is doubtful at best, and so is one with a slip of the pen.
 */
export function normalizeOne<V extends string>(
  book: WordBook<V>,
  text: string,
  synonyms: Synonyms,
): Normalized<V> {
  const tokens = meaningful(text);
  const key = tokens.map(({ word }) => word).join(" ");
  const own = key === "" ? undefined : byKey(synonyms).get(key);
  if (own !== undefined && book.is(own)) return { kind: "certain", value: own, words: text.trim() };
  const found = exactly(book, text, key) ?? within(book, text, tokens);
  if (found !== null) return book.reservations.test(text) ? doubtful(found) : found;
  const corrected = tokens.map((token) => ({
    ...token,
    word: correctedWord(token.word, book.lexicon, shortestToCorrect),
  }));
  const meant = within(book, text, corrected);
  return meant === null ? { kind: "none" } : doubtful(meant);
}

const shortestToCorrect = 6;
const generalReservations =
  /\?|(?<![\p{L}])(?:not(?!\W+for\W+profit)|non(?!\W*profit)|no longer|never|former(?:ly)?|except|excluding|without)(?![\p{L}])/iu;

function doubtful<V>(found: Normalized<V>): Normalized<V> {
  return found.kind === "none" ? found : { ...found, kind: "doubtful" };
}

function exactly<V extends string>(
  { phrases }: WordBook<V>,
  text: string,
  key: string,
): Normalized<V> | null {
  const exact = phrases.byText.get(key);
  if (exact === undefined) return null;
  const { value, isCertain } = exact;
  return { kind: isCertain ? "certain" : "doubtful", value, words: text.trim() };
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

const indexed = new WeakMap<Synonyms, ReadonlyMap<string, string>>();

/** A portal may have taught hundreds of spellings, so each map is cut into words once. */
function byKey(synonyms: Synonyms): ReadonlyMap<string, string> {
  const known = indexed.get(synonyms);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(synonyms).map(([spelling, value]) => [spellingKey(spelling), value]),
  );
  indexed.set(synonyms, made);
  return made;
}

/** The same for all texts that differ in case, punctuation, plural or abbreviations alone. */
export function spellingKey(text: string): string {
  return wordsOf(text).join(" ");
}

function wordsOf(text: string): readonly string[] {
  return meaningful(text).map(({ word }) => word);
}

/** "Foot & ankle" is "foot and ankle". */
function meaningful(text: string): readonly Token[] {
  return tokensOf(text, abbreviations).filter(({ word }) => word !== "and");
}

function listed(spellings: string | undefined): readonly string[] {
  return spellings?.split(",") ?? [];
}
