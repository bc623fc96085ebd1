import type { SourceRule } from "../playbook/playbook.ts";
import type { SourceClass } from "./contact-facts.ts";
import { type Fact, known, unknown } from "./fact.ts";
import { findPhrases, phraseTable, tokensOf } from "./phrases.ts";
import { find, type Records, stated } from "./read-text.ts";

/**
 * The class of the lead's source: the first rule any of whose words occur in its property. Where no
 * rule speaks but something is known of the source, it is our own.
 */
export function readSource(records: Records, rules: readonly SourceRule[]): Fact<SourceClass> {
  const seen = rules.map((rule) => ({ rule, found: find(records, rule.property) }));
  for (const { rule, found } of seen) {
    if (found !== null && names(found.text, rule.words)) return stated(rule.class, found);
  }
  const something = seen.find(({ found }) => found !== null)?.found;
  return something ? known("own", { ...something, certainty: "inferred" }) : unknown;
}

function names(text: string, words: readonly string[]): boolean {
  const table = phraseTable(words.map((word) => [word, true] as const));
  return findPhrases(tokensOf(text), table).length > 0;
}
