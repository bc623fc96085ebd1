import type { Offer } from "../playbook/playbook.ts";
import { tokensOf } from "./phrases.ts";

/**
 * The offer that a form or campaign belongs to: the one whose match says the most, counted in words,
 * then in letters. `null` when none of the offers' words occur.
 */
export function matchOffer(offers: readonly Offer[], name: string): Offer | null {
  const words = new Set(tokensOf(name).map(({ word }) => word));
  const matches = offers.flatMap((offer) =>
    offer.match
      .map((phrase) => tokensOf(phrase.join(" ")).map(({ word }) => word))
      .filter((wanted) => wanted.length > 0 && wanted.every((word) => words.has(word)))
      .map((wanted) => ({ offer, words: wanted.length, letters: wanted.join("").length })),
  );
  const [best] = matches.toSorted((a, b) => b.words - a.words || b.letters - a.letters);
  return best?.offer ?? null;
}
