import {
  findPhrases,
  type Match,
  type PhraseTable,
  phraseTable,
  textOf,
  type Token,
  tokensOf,
} from "../phrases.ts";
import type { OrganizationType, RoleId } from "../vocabulary.ts";
import { functionRules, otherWork, outsiders } from "./function-rules.ts";
import { leadershipRules } from "./leadership-rules.ts";
import type { TitleRule } from "./title-rules.ts";
import { pastOffice, type Rank, rankWords, titleAbbreviations, voidTitles } from "./title-words.ts";

type ReadyRule = Pick<TitleRule, "tier" | "roles"> & {
  readonly only: readonly OrganizationType[] | null;
  readonly beside: PhraseTable<true>;
  readonly unless: PhraseTable<true>;
};
export type TitleReading = { readonly roles: readonly RoleId[]; readonly words: string | null };

const nothing: TitleReading = { roles: [], words: null };
const ranks = ["executive", "lead", "expert", "staff"] as const;
const departments = `surgery, medicine, cardiology, pediatrics, radiology, anesthesia, orthopedics,
  oncology, neurology, psychiatry, emergency medicine, hospital medicine, urology, obstetrics`;

const rules: readonly TitleRule[] = [
  ...leadershipRules,
  ...functionRules,
  {
    phrases: listed(departments)
      .map((each) => `chief of ${each}`)
      .join(),
    tier: 1,
    roles: { executive: "clinical_executive" },
  },
];
const rulesByPhrase = tableOf(rules);
const rankTable = phraseTable(
  ranks.flatMap((rank) => listed(rankWords[rank]).map((word) => [word, rank] as const)),
  titleAbbreviations,
);
const otherWorkTable = wordTable(otherWork);
const outsiderTable = wordTable(outsiders);

/** What a title says about roles in a purchase, by the tables of this folder; nothing when unsure. */
export function readTitle(title: string, at: OrganizationType | null): TitleReading {
  if (voidTitles.some((pattern) => pattern.test(title))) return nothing;
  const present = title.replaceAll(pastOffice, (gone) => " ".repeat(gone.length));
  const tokens = tokensOf(present, titleAbbreviations);
  const rank = rankOf(tokens);
  const isBesides = findPhrases(tokens, otherWorkTable).length > 0;
  const isOutsider = findPhrases(tokens, outsiderTable).length > 0;
  const speaking = findPhrases(tokens, rulesByPhrase).flatMap((match) =>
    match.value
      .filter((rule) => applies(rule, tokens, at))
      .flatMap((rule) => {
        const role = rule.roles[rank];
        return role === undefined ? [] : [{ match, role, tier: rule.tier }];
      }),
  );
  const heard = speaking.filter(({ role, tier }) => {
    if (isOutsider) return role === "physician_champion" && tier === 2;
    return !isBesides || tier === 1;
  });
  const tier = Math.min(...heard.map((each) => each.tier));
  return reading(
    title,
    tokens,
    heard.filter((each) => each.tier === tier),
  );
}

function reading(
  title: string,
  tokens: readonly Token[],
  said: readonly { readonly match: Match<unknown>; readonly role: RoleId }[],
): TitleReading {
  if (said.length === 0) return nothing;
  const words = said.map(({ match }) => textOf(title, tokens, match));
  return {
    roles: [...new Set(said.map(({ role }) => role))],
    words: [...new Set(words)].join(", "),
  };
}

function rankOf(tokens: readonly Token[]): Rank {
  const named = new Set(findPhrases(tokens, rankTable).map(({ value }) => value));
  return ranks.find((rank) => named.has(rank)) ?? "bare";
}

function applies(rule: ReadyRule, tokens: readonly Token[], at: OrganizationType | null): boolean {
  if (findPhrases(tokens, rule.unless).length > 0) return false;
  if (rule.only === null) return true;
  return (at !== null && rule.only.includes(at)) || findPhrases(tokens, rule.beside).length > 0;
}

function tableOf(all: readonly TitleRule[]): PhraseTable<readonly ReadyRule[]> {
  const byPhrase = new Map<string, readonly ReadyRule[]>();
  for (const { phrases, tier, roles, only, unless = "" } of all) {
    const words = { beside: wordTable(only?.beside ?? ""), unless: wordTable(unless) };
    const rule = { tier, roles, only: only?.at ?? null, ...words };
    for (const phrase of listed(phrases)) {
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), rule]);
    }
  }
  return phraseTable(byPhrase, titleAbbreviations);
}

function wordTable(words: string): PhraseTable<true> {
  return phraseTable(
    listed(words).map((word) => [word, true] as const),
    titleAbbreviations,
  );
}

function listed(words: string): readonly string[] {
  return words.split(",").map((word) => word.trim());
}
