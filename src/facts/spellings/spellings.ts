/**
 * How people write canonical values, separated by commas. Case, punctuation, plurals and
 * abbreviations need not be listed. `certain` spellings are applied, `doubtful` ones only proposed.
 * A text that holds further words than a spelling and the `harmless` ones is doubtful too.
 */
export type Spellings<V extends string> = {
  readonly certain: Readonly<Partial<Record<V, string>>>;
  readonly doubtful: Readonly<Partial<Record<V, string>>>;
  /** Separated by spaces. */
  readonly harmless: string;
};
