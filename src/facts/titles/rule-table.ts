import { findPhrases, type PhraseTable, phraseTable, type Token } from "../phrases.ts";
import type { OrganizationType } from "../vocabulary.ts";
import type { TitleRule } from "./title-rules.ts";
import { listed } from "./title-tokens.ts";
import { titleAbbreviations } from "./title-words.ts";

/** A rule whose words are ready to be looked for. */
export type ReadyRule = Omit<TitleRule, "phrases" | "only" | "unless"> & {
  readonly only: readonly OrganizationType[] | null;
  readonly beside: PhraseTable<true>;
  readonly unless: PhraseTable<true>;
};

export function ruleTable(all: readonly TitleRule[]): PhraseTable<readonly ReadyRule[]> {
  const byPhrase = new Map<string, readonly ReadyRule[]>();
  for (const { phrases, only, unless = "", ...rule } of all) {
    const words = { beside: wordTable(only?.beside ?? ""), unless: wordTable(unless) };
    const ready = { ...rule, only: only?.at ?? null, ...words };
    for (const phrase of listed(phrases)) {
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), ready]);
    }
  }
  return phraseTable(byPhrase, titleAbbreviations);
}

export function wordTable(words: string): PhraseTable<true> {
  return phraseTable(
    listed(words).map((word) => [word, true] as const),
    titleAbbreviations,
  );
}

/** Whether a rule whose words occur speaks here: surely, probably (the place is not known), or not. */
export function judgeRule(
  rule: ReadyRule,
  tokens: readonly Token[],
  at: OrganizationType | null,
): "speaks" | "probably" | "silent" {
  if (findPhrases(tokens, rule.unless).length > 0) return "silent";
  if (rule.only === null) return "speaks";
  if (at !== null && rule.only.includes(at)) return "speaks";
  if (findPhrases(tokens, rule.beside).length > 0) return "speaks";
  return at === null && rule.elseProbable ? "probably" : "silent";
}
