import { correctedWord, type Lexicon, lexiconOf } from "../near-words.ts";
import { type Token, tokensOf } from "../phrases.ts";
import { titleAbbreviations } from "./title-words.ts";

const shortestToCorrect = 7;

/**
 * The words of a title as rules know them: abbreviations written out, long words with one slip of
 * the pen corrected. "DO" and "OR" are a physician and a room only in capitals.
 */
export function titleTokens(title: string, lexicon: Lexicon): readonly Token[] {
  return tokensOf(title, titleAbbreviations)
    .filter(({ word }) => word !== "and")
    .filter(({ word, start, end }) => !inCapitals.has(word) || isCapital(title.slice(start, end)))
    .map((token) => ({ ...token, word: correctedWord(token.word, lexicon, shortestToCorrect) }));
}

/** What rules and their tables are written with: phrases between commas. */
export function listed(phrases: string): readonly string[] {
  return phrases
    .split(",")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** The words that rules know, from the phrases they are written with. */
export function titleLexicon(phrases: readonly string[]): Lexicon {
  return lexiconOf(
    phrases.flatMap((phrase) => tokensOf(phrase, titleAbbreviations).map(({ word }) => word)),
  );
}

const inCapitals: ReadonlySet<string> = new Set(["do", "or"]);

function isCapital(text: string): boolean {
  return text === text.toUpperCase();
}
