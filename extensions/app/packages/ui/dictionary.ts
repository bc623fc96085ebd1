/**
 * The same texts in several languages, by ISO 639-1 code. English is always there and says what the
 * others have to hold: a translation is one more file of the same shape.
 */
export type Dictionary<Texts> = {
  readonly en: Texts;
  readonly [language: string]: Texts;
};

/** The texts in a language; in English where nobody has translated them. */
export function textsIn<Texts>(dictionary: Dictionary<Texts>, language: string): Texts {
  return dictionary[language] ?? dictionary.en;
}
