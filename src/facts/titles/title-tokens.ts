import { differsByOne } from "../near-words.ts";
import { type Token, tokensOf } from "../phrases.ts";
import { titleAbbreviations } from "./title-words.ts";

/** Words that rules know, by first letter. */
export type Lexicon = ReadonlyMap<string, readonly string[]>;

const shortestToCorrect = 7;

/**
 * The words of a title as rules know them: abbreviations written out, long words with one slip of
 * the pen corrected. "DO" and "OR" are a physician and a room only in capitals.
 */
export function titleTokens(title: string, lexicon: Lexicon): readonly Token[] {
  return tokensOf(title, titleAbbreviations)
    .filter(({ word }) => word !== "and")
    .filter(({ word, start, end }) => !inCapitals.has(word) || isCapital(title.slice(start, end)))
    .map((token) => ({ ...token, word: corrected(token.word, lexicon) }));
}

/** What rules and their tables are written with: phrases between commas. */
export function listed(phrases: string): readonly string[] {
  return phrases
    .split(",")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

export function lexiconOf(phrases: readonly string[]): Lexicon {
  const words = new Set(
    phrases.flatMap((phrase) => tokensOf(phrase, titleAbbreviations).map(({ word }) => word)),
  );
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    const letter = word.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  }
  return byLetter;
}

const inCapitals: ReadonlySet<string> = new Set(["do", "or"]);

function isCapital(text: string): boolean {
  return text === text.toUpperCase();
}

/** The one word that was meant; a word that may be two is left as it is. */
function corrected(word: string, lexicon: Lexicon): string {
  if (word.length < shortestToCorrect) return word;
  const words = lexicon.get(word.charAt(0)) ?? [];
  if (words.includes(word)) return word;
  const near = words.filter((each) => each.length >= shortestToCorrect && differsByOne(word, each));
  return near.length === 1 ? (near[0] ?? word) : word;
}
