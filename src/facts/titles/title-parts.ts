import { findPhrases, type Match, type PhraseTable, type Token } from "../phrases.ts";
import { betweenTitles, type Rank, rankWords } from "./title-words.ts";
import { wordTable } from "./rule-table.ts";

/** A run of tokens that is a title of its own, and the highest rank it names. */
export type TitlePart = { readonly from: number; readonly to: number; readonly rank: Rank };

const ranks = ["executive", "lead", "expert", "staff"] as const;
const rankTables: readonly (readonly [Rank, PhraseTable<true>])[] = ranks.map((rank) => [
  rank,
  wordTable(rankWords[rank]),
]);

/**
 * Cuts "VP Quality & Director of Nursing" in two. What has no rank and says nothing alone goes with
 * its neighbour: "Operations & IT Manager" manages both. `hidden`: tokens whose rank does not count.
 */
export function titleParts(
  title: string,
  tokens: readonly Token[],
  reading: {
    readonly matches: readonly Match<unknown>[];
    readonly hidden: (index: number) => boolean;
    readonly saysSomething: (part: TitlePart) => boolean;
  },
): readonly TitlePart[] {
  const parts: TitlePart[] = [];
  let from = 0;
  for (let to = 1; to <= tokens.length; to += 1) {
    if (to < tokens.length && !isCut(title, tokens, to, reading.matches)) continue;
    const part = { from, to, rank: rankIn(tokens, { from, to }, reading.hidden) };
    const isLast = to === tokens.length;
    if (part.rank !== "bare" || reading.saysSomething(part)) parts.push(part);
    else if (isLast) return withRest(parts, part);
    else continue;
    from = to;
  }
  return parts;
}

function withRest(parts: readonly TitlePart[], rest: TitlePart): readonly TitlePart[] {
  const last = parts.at(-1);
  return last === undefined ? [rest] : [...parts.slice(0, -1), { ...last, to: rest.to }];
}

function isCut(
  title: string,
  tokens: readonly Token[],
  index: number,
  matches: readonly Match<unknown>[],
): boolean {
  if (matches.some(({ from, to }) => from < index && index < to)) return false;
  return betweenTitles.test(title.slice(tokens[index - 1]?.end, tokens[index]?.start));
}

function rankIn(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  hidden: (index: number) => boolean,
): Rank {
  const within = tokens.slice(from, to);
  const named = rankTables.find(([, table]) =>
    findPhrases(within, table).some((match) => !hidden(from + match.from)),
  );
  return named?.[0] ?? "bare";
}
