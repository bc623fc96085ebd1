import type { OwnValue } from "../vocabulary.ts";

/** A portal's own values are spelled in its playbook, not here. */
type SpellingsByValue<V extends string> = Readonly<Partial<Record<Exclude<V, OwnValue>, string>>>;

/**
 * How people write canonical values, separated by commas. Case, punctuation, plurals and
 * abbreviations need not be listed. `certain` spellings are applied, `doubtful` ones only proposed.
 * A text that holds further words than a spelling and the `harmless` ones is doubtful too.
 */
export type Spellings<V extends string> = {
  readonly certain: SpellingsByValue<V>;
  readonly doubtful: SpellingsByValue<V>;
  /** Separated by spaces. */
  readonly harmless: string;
};
