import { findPhrases, phraseTable, type PhraseTable, type Token } from "../phrases.ts";
import { listed } from "./title-tokens.ts";
import { titleAbbreviations } from "./title-words.ts";

const otherWork = words({
  are: `marketing, communication, public relation, human resource, hr, people officer, talent, brand,
    product manager, product owner, volunteer service, philanthropy, development officer, strategy,
    chief strategy officer, outreach, spiritual care, chaplain, media, construction, facility, plant`,
  // Places of care, not buildings to look after.
  butNot: "nursing facility, care facility, living facility, facility administrator",
});
const outsiders = words({
  are: `consultant, consulting, recruiter, recruiting, recruitment, sale, account executive, account manager,
    business development, partnership, reseller, product marketing, vice president product, vp product,
    researcher, competitive intelligence, sales representative, territory manager, fellow, trainee`,
  butNot: "",
});
const owners = words({
  are: "owner, co owner, founder, founding, partner, proprietor, shareholder",
  butNot: "business partner, client partner, channel partner, talent partner, partner relation",
});

/** Work that is no part of a purchase; beside it, only a plain function word still speaks. */
export function isOtherWork(tokens: readonly Token[]): boolean {
  return occurs(otherWork, tokens);
}

/** Who sells, advises or is in training: no role at a buyer, unless a physician. */
export function isOutsider(tokens: readonly Token[]): boolean {
  return occurs(outsiders, tokens);
}

/** Whether the title says that somebody owns the house, or a part of it. */
export function isOwner(tokens: readonly Token[]): boolean {
  return occurs(owners, tokens);
}

function words(phrases: { readonly are: string; readonly butNot: string }): PhraseTable<boolean> {
  const entries = [
    ...listed(phrases.are).map((phrase) => [phrase, true] as const),
    ...listed(phrases.butNot).map((phrase) => [phrase, false] as const),
  ];
  return phraseTable(entries, titleAbbreviations);
}

function occurs(table: PhraseTable<boolean>, tokens: readonly Token[]): boolean {
  return findPhrases(tokens, table).some(({ value }) => value);
}
