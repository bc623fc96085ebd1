import type { Playbook } from "../playbook/playbook.ts";
import { type VocabularyId, vocabularies } from "./vocabulary.ts";

/** What a portal calls things, beside the words that everybody shares. */
export type PortalWords = Pick<Playbook, "synonyms" | "vocabulary">;
/** Text in any case → canonical value. */
export type Synonyms = Readonly<Record<string, string>>;

const prepared = new WeakMap<PortalWords, Map<VocabularyId | "role", Synonyms>>();

/** A portal's spellings of one vocabulary: its own values and their labels, and its synonyms over these. */
export function portalSpellings(words: PortalWords, id: VocabularyId | "role"): Synonyms {
  const known = prepared.get(words) ?? new Map<VocabularyId | "role", Synonyms>();
  prepared.set(words, known);
  const made = known.get(id) ?? spellingsOf(words, id);
  known.set(id, made);
  return made;
}

function spellingsOf({ synonyms, vocabulary }: PortalWords, id: VocabularyId | "role"): Synonyms {
  const own = Object.entries((id === "role" ? undefined : vocabulary[id]) ?? {});
  const named = own.flatMap(([value, label]) => [
    [value, value],
    [label, value],
  ]);
  return { ...Object.fromEntries(named), ...synonyms[id] };
}

/** What people see for a value; the value itself where the portal no longer has it. */
export function labelOfValue(
  { vocabulary }: Pick<Playbook, "vocabulary">,
  id: VocabularyId,
  value: string,
): string {
  const own: Readonly<Record<string, string>> = vocabulary[id] ?? {};
  return vocabularies[id][value] ?? own[value] ?? value;
}
