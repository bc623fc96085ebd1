import { type Fact, known, unknown } from "./fact.ts";
import { isNpi } from "./npi.ts";
import { findPhrases, phraseTable, textOf, tokensOf } from "./phrases.ts";
import { abbreviations } from "./spellings/abbreviations.ts";
import {
  careIndustries,
  careNames,
  practiceNames,
  supplierIndustries,
  supplierNames,
} from "./spellings/organization-names.ts";
import { specialtySpellings } from "./spellings/specialties.ts";
import { isOrganizationType, type OrganizationType } from "./vocabulary.ts";

/** A text and the property it was read from. */
type Said = { readonly text: string; readonly property: string };

const supplierTable = nameTable(supplierNames);
const careTable = nameTable(careNames);
const specialtyTable = phraseTable(
  Object.values(specialtySpellings.certain).flatMap((words) =>
    (words ?? "")
      .split(",")
      .filter((word) => word.trim().length > 4) // "all", "many", "ed" are no specialties in a name
      .map((word) => [word, "specialty"] as const),
  ),
  abbreviations,
);
const practiceTable = phraseTable(
  practiceNames.split(",").map((word) => [word, "practice"] as const),
  abbreviations,
);

/** What else may be known of a company: its web domain, and its National Provider Identifier. */
type Marks = { readonly domain?: Said | null; readonly npi?: Said | null };

/** Types that are issued no provider's number; one that has it is not what its name or industry says. */
const neverProviders: ReadonlySet<OrganizationType> = new Set([
  "medtech",
  "pharma",
  "biotech",
  "health_it_vendor",
  "gpo",
  "staffing",
  "other",
]);

/**
 * Concludes the type of an organisation from its name and HubSpot's industry. A supplier's industry
 * or name decides first, then words for places of care, then the remaining industries, and last the
 * domain. Where a provider's number contradicts it, nothing is concluded.
 */
export function inferOrganizationType(
  name: Said | null,
  industry: Said | null,
  { domain = null, npi = null }: Marks = {},
): Fact<OrganizationType> {
  const concluded = concludeType(name, industry);
  const fact = concluded.kind === "known" ? concluded : fromDomain(domain);
  const contradicts = fact.kind === "known" && neverProviders.has(fact.value);
  return contradicts && npi !== null && isNpi(npi.text) ? unknown : fact;
}

function concludeType(name: Said | null, industry: Said | null): Fact<OrganizationType> {
  const enumerated = industry?.text.trim().toUpperCase() ?? "";
  return (
    fromIndustry(supplierIndustries.get(enumerated), industry) ??
    (name && fromName(name, supplierTable)) ??
    (name && fromName(name, careTable)) ??
    (name && practiceOfSpecialty(name)) ??
    fromIndustry(careIndustries.get(enumerated), industry) ??
    unknown
  );
}

/** Words that domains run together; one among several kinds of words says nothing sure. */
const domainWords: readonly (readonly [RegExp, OrganizationType])[] = [
  [/urgentcare|walkinclinic/u, "urgent_care"],
  [/dental|dentist|orthodont/u, "dental"],
  [/hospice|homehealth|homecare/u, "home_health"],
  [/pharmacy/u, "pharmacy"],
  [/imaging|radiology/u, "imaging_center"],
  [/surgerycenter|surgicalcenter|surgicenter/u, "ambulatory_surgery_center"],
  [/healthsystem/u, "health_system"],
  [/communityhealthcenter|communityhealth/u, "fqhc"],
  [/behavioralhealth|mentalhealth|psychiatry/u, "behavioral_health"],
  [/healthplan/u, "payer"],
];
const supplierDomain =
  /soft|tech|system|consult|staff|supply|supplies|device|market|vet|animal|pet/u;

function fromDomain(domain: Said | null): Fact<OrganizationType> {
  const text = domain?.text.trim().toLowerCase() ?? "";
  if (domain === null || text === "") return unknown;
  if (/\.(?:gov|mil)$/u.test(text)) return inferred("government", domain);
  const words = text.replace(/\.[a-z.]+$/u, "").replaceAll("-", "");
  const [first, second] = domainWords.filter(([pattern]) => pattern.test(words));
  if (first === undefined || second !== undefined) return unknown;
  const isSupplier = supplierDomain.test(words.replace("healthsystem", ""));
  return isSupplier ? unknown : inferred(first[1], domain);
}

function fromIndustry(value: OrganizationType | undefined, industry: Said | null) {
  return value === undefined || industry === null ? null : inferred(value, industry);
}

/** Of several phrases the longest counts, of equal ones the last: it is the noun of the name. */
function fromName(name: Said, table: typeof careTable): Fact<OrganizationType> | null {
  const tokens = tokensOf(name.text, abbreviations);
  const matches = findPhrases(tokens, table);
  const longest = Math.max(...matches.map(({ from, to }) => to - from));
  const match = matches.findLast(({ from, to }) => to - from === longest);
  if (match === undefined) return null;
  return inferred(match.value, { ...name, text: textOf(name.text, tokens, match) });
}

function practiceOfSpecialty(name: Said): Fact<OrganizationType> | null {
  const tokens = tokensOf(name.text, abbreviations);
  const [specialty] = findPhrases(tokens, specialtyTable);
  const practice = findPhrases(tokens, practiceTable).at(-1);
  if (specialty === undefined || practice === undefined || practice.from < specialty.to)
    return null;
  const span = { value: null, from: specialty.from, to: practice.to };
  return inferred("independent_practice", { ...name, text: textOf(name.text, tokens, span) });
}

function inferred(value: OrganizationType, { text, property }: Said): Fact<OrganizationType> {
  return known(value, { property, text, certainty: "inferred" });
}

function nameTable(names: Readonly<Partial<Record<OrganizationType, string>>>) {
  const entries = Object.entries(names).flatMap(([type, words]) =>
    isOrganizationType(type) && words !== undefined
      ? words.split(",").map((word) => [word, type] as const)
      : [],
  );
  return phraseTable(entries, abbreviations);
}
