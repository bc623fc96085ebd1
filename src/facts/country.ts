const spellings: Readonly<Record<string, readonly string[]>> = {
  US: ["united states", "united states of america", "usa", "us", "u s", "u s a", "america"],
  CA: ["canada"],
  GB: ["united kingdom", "uk", "u k", "great britain", "england", "scotland", "wales"],
  IE: ["ireland", "republic of ireland"],
  AU: ["australia"],
  NZ: ["new zealand"],
  DE: ["germany", "deutschland"],
  AT: ["austria"],
  CH: ["switzerland"],
  FR: ["france"],
  ES: ["spain"],
  PT: ["portugal"],
  IT: ["italy"],
  NL: ["netherlands", "the netherlands", "holland"],
  BE: ["belgium"],
  DK: ["denmark"],
  SE: ["sweden"],
  NO: ["norway"],
  FI: ["finland"],
  PL: ["poland"],
  MX: ["mexico"],
  BR: ["brazil", "brasil"],
  IN: ["india"],
  PK: ["pakistan"],
  PH: ["philippines"],
  SG: ["singapore"],
  JP: ["japan"],
  CN: ["china"],
  KR: ["south korea", "korea"],
  IL: ["israel"],
  AE: ["united arab emirates", "uae"],
  SA: ["saudi arabia"],
  ZA: ["south africa"],
  NG: ["nigeria"],
  PR: ["puerto rico"],
};
const codes = new Map(
  Object.entries(spellings).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);

/** ISO 3166 alpha-2 of a country as people write it; `null` when it is not one we know. */
export function countryCode(text: string): string | null {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();
  const byName = codes.get(words);
  if (byName !== undefined) return byName;
  const code = words.toUpperCase();
  return Object.hasOwn(spellings, code) ? code : null;
}
