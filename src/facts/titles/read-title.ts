import { findPhrases, type Match, textOf, type Token } from "../phrases.ts";
import type { OrganizationType, RoleId } from "../vocabulary.ts";
import { functionRules } from "./function-rules.ts";
import { chiefsOfDepartments, leadershipRules } from "./leadership-rules.ts";
import { maskRules } from "./mask-rules.ts";
import { isOutsider, isOwner, isOtherWork } from "./other-work.ts";
import { judgeRule, type ReadyRule, ruleTable } from "./rule-table.ts";
import { staffRules } from "./staff-rules.ts";
import { titleLexicon, titleTokens } from "./title-tokens.ts";
import { type TitlePart, titleParts } from "./title-parts.ts";
import { pastOffice, rankWords, voidTitles } from "./title-words.ts";

export type TitleReading = {
  /** Roles the title proves. */
  readonly roles: readonly RoleId[];
  /** The words that prove them; `null` where none are proved. */
  readonly words: string | null;
  /** Roles it allows, where it leaves a doubt. */
  readonly probable: readonly RoleId[];
};
type Found = Match<readonly ReadyRule[]>;
type Title = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly matches: readonly Found[];
  readonly at: OrganizationType | null;
};
type Saying = {
  readonly match: Found;
  readonly rule: ReadyRule;
  readonly role: RoleId;
  readonly tier: number;
  readonly isSure: boolean;
};

const nothing: TitleReading = { roles: [], words: null, probable: [] };
const allRules = [
  ...leadershipRules,
  chiefsOfDepartments,
  ...functionRules,
  ...staffRules,
  ...maskRules,
];
const rulesByPhrase = ruleTable(allRules);
const lexicon = titleLexicon([
  ...allRules.map(({ phrases }) => phrases),
  ...Object.values(rankWords),
  "associate, assistant, trainee, service, student",
]);

/** What a title says about roles in a purchase, by the tables of this folder; nothing when unsure. */
export function readTitle(title: string, at: OrganizationType | null): TitleReading {
  if (voidTitles.some((pattern) => pattern.test(title))) return nothing;
  const present = title.replaceAll(pastOffice, (gone) => " ".repeat(gone.length));
  const tokens = titleTokens(present, lexicon);
  const matches = findPhrases(tokens, rulesByPhrase);
  const sayingsOf = (part: TitlePart) => listen(part, { text: present, tokens, matches, at });
  const parts = titleParts(present, tokens, {
    matches,
    hidden: (index) => matches.some((match) => covers(match, index) && hidesRank(match)),
    saysSomething: (part) =>
      sayingsOf(part).some(({ isSure, role, tier }) => isSure && tier <= 2 && role !== "end_user"),
  });
  const heard = parts.map((part) => strongest(sayingsOf(part).filter(isHeard(tokens))));
  return reading(title, tokens, withoutSmallTalk(heard.flat()));
}

/** What the phrases of one part say at its rank. */
function listen(part: TitlePart, title: Title): readonly Saying[] {
  const { tokens, at } = title;
  const matches = title.matches.filter(({ from }) => from >= part.from && from < part.to);
  const isOtherTrade = matches.some(({ value }) => value.some((rule) => rule.isOtherTrade));
  const all = matches.flatMap((match) =>
    match.value.flatMap((rule): readonly Saying[] => {
      const judged = judgeRule(rule, tokens, at);
      const role = rule.roles[part.rank];
      if (role === undefined || judged === "silent") return [];
      if (role === "end_user" && isOtherTrade) return [];
      // An end user is what somebody is who is nothing else.
      const tier = role === "end_user" ? Math.max(rule.tier, 3) : rule.tier;
      return [{ match, rule, role, tier, isSure: judged === "speaks" }];
    }),
  );
  const owned = isOwner(tokens) ? all.flatMap(asOwner) : all;
  return owned.filter((saying) => !owned.some((other) => explains(other, saying, title)));
}

/** A physician who owns the practice is its owner; so is the owner who directs its medicine. */
function asOwner(saying: Saying): readonly Saying[] {
  if (saying.role === "physician_champion") return [{ ...saying, role: "owner_physician" }];
  if (!saying.rule.isPhysician) return [saying];
  return [saying, { ...saying, role: "owner_physician" }];
}

/**
 * Whether `other` makes `saying` a detail of itself: a whole office what it is qualified with ("COO,
 * Ambulatory"), a function the "operations" right behind it ("VP Revenue Cycle Operations").
 */
function explains(other: Saying, saying: Saying, { text, tokens }: Title): boolean {
  if (other.match === saying.match || !other.isSure) return false;
  if (other.rule.isWholeOffice && !saying.rule.isWholeOffice && other.tier <= saying.tier)
    return saying.role !== other.role;
  const { from, to } = saying.match;
  if (other.match.to !== from) return false;
  const between = text.slice(tokens[from - 1]?.end, tokens[from]?.start);
  const isOperations = to === from + 1 && tokens[from]?.word === "operation";
  return isOperations && between.trim() === "" && !isPersonal(other.role);
}

/** Roles that are a person's trade, not a function that has operations. */
function isPersonal(role: RoleId): boolean {
  return ["physician_champion", "owner_physician", "end_user", "operations"].includes(role);
}

/** Who sells or advises holds no role at a buyer, but a physician stays one. */
function isHeard(tokens: readonly Token[]): (saying: Saying) => boolean {
  const outsider = isOutsider(tokens);
  const besides = isOtherWork(tokens);
  return ({ role, tier }) => {
    if (outsider) return role === "physician_champion" && tier === 2;
    return !besides || tier === 1;
  };
}

/** The sayings of the lowest tier; where one is sure, a guess is not asked. */
function strongest(sayings: readonly Saying[]): readonly Saying[] {
  const sure = sayings.filter(({ isSure }) => isSure);
  const asked = sure.length > 0 ? sure : sayings;
  const tier = Math.min(...asked.map((each) => each.tier));
  return asked.filter((each) => each.tier === tier);
}

/** Beside any other part of the title, what an end user does is no second role. */
function withoutSmallTalk(sayings: readonly Saying[]): readonly Saying[] {
  const others = sayings.filter(({ role, isSure }) => isSure && role !== "end_user");
  return others.length > 0 ? others : sayings;
}

function reading(
  title: string,
  tokens: readonly Token[],
  sayings: readonly Saying[],
): TitleReading {
  const sure = sayings.filter(({ isSure }) => isSure);
  const words = sure.map(({ match }) => textOf(title, tokens, match));
  return {
    roles: rolesOf(sure),
    words: sure.length === 0 ? null : [...new Set(words)].join(", "),
    probable: sure.length > 0 ? [] : rolesOf(sayings),
  };
}

function rolesOf(sayings: readonly Saying[]): readonly RoleId[] {
  return [...new Set(sayings.map(({ role }) => role))];
}

function covers({ from, to }: Found, index: number): boolean {
  return from <= index && index < to;
}

function hidesRank({ value }: Found): boolean {
  return value.some((rule) => rule.hidesRank);
}
