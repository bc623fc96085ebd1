import type { Offer } from "../playbook/playbook.ts";
import { tokensOf } from "./phrases.ts";

/**
 * The offer that a form or campaign belongs to: the one that names it, else the one whose match says
 * the most, counted in words, then in letters. `null` when none of the offers' words occur.
 */
export function matchOffer(offers: readonly Offer[], name: string): Offer | null {
  const named = offerNaming(offers, { id: name, name });
  if (named !== null) return named;
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

/** The offer that names a form or an event by its id or its name. */
export function offerNaming(
  offers: readonly Offer[],
  { id, name }: { readonly id: string; readonly name: string },
): Offer | null {
  const isNamed = (form: string) => isForm(form, name) || isForm(form, id);
  return offers.find(({ forms }) => forms.some(isNamed)) ?? null;
}

/** HubSpot calls a submission "Page title: Form name". */
function isForm(form: string, name: string): boolean {
  const [wanted, seen] = [form.trim().toLowerCase(), name.trim().toLowerCase()];
  return wanted !== "" && (seen === wanted || seen.endsWith(`: ${wanted}`));
}
