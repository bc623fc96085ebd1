import { normalizeOne, type Normalized, type WordBook, wordBook } from "./normalize-one.ts";
import { careSettingSpellings } from "./spellings/care-settings.ts";
import { organizationTypeSpellings } from "./spellings/organization-types.ts";
import { roleSpellings } from "./spellings/roles.ts";
import { serviceInterestSpellings } from "./spellings/service-interests.ts";
import { specialtySpellings } from "./spellings/specialties.ts";
import type { Synonyms } from "./portal-spellings.ts";
import { readTitle } from "./titles/read-title.ts";
import {
  type CareSetting,
  careSettings,
  isCareSetting,
  isOrganizationType,
  isOwnValue,
  isRole,
  isServiceInterest,
  isSpecialty,
  type OrganizationType,
  organizationTypes,
  type OwnValue,
  type RoleId,
  roles,
  type ServiceInterest,
  serviceInterests,
  type Specialty,
  specialties,
} from "./vocabulary.ts";

const organizationTypeBook = wordBook(organizationTypeSpellings, {
  labels: organizationTypes,
  is: orOwn(isOrganizationType),
  // "Cardiology practice" is a practice, whatever its specialty.
  // "Insurance for physicians" is neither a payer nor a practice.
  reservations:
    /\?|(?<![\p{L}])(?:not(?!\W+for\W+profit)|non(?!\W*profit)|(?<!not\W+)for|no longer|never|former(?:ly)?|except|excluding|without)(?![\p{L}])/iu,
  alsoHarmless: Object.values(specialtySpellings.certain).filter((words) => words !== undefined),
});
const specialtyBook = wordBook(specialtySpellings, {
  labels: specialties,
  is: orOwn(isSpecialty),
});
const serviceInterestBook = wordBook(serviceInterestSpellings, {
  labels: serviceInterests,
  is: orOwn(isServiceInterest),
});
const careSettingBook = wordBook(careSettingSpellings, {
  labels: careSettings,
  is: orOwn(isCareSetting),
});
const roleBook = wordBook(roleSpellings, {
  labels: Object.fromEntries(Object.entries(roles).map(([id, { label }]) => [id, label])),
  is: isRole,
});

/**
 * Rewrites free text to a canonical value: `certain` ones may be applied, `doubtful` ones only be
 * proposed. `synonyms` are a portal's own spellings and win over ours. Interests, settings and
 * roles may be several.
 */
export function normalize(
  kind: "organizationType",
  text: string,
  synonyms?: Synonyms,
): Normalized<OrganizationType>;
export function normalize(
  kind: "specialty",
  text: string,
  synonyms?: Synonyms,
): Normalized<Specialty>;
export function normalize(
  kind: "serviceInterest",
  text: string,
  synonyms?: Synonyms,
): Normalized<readonly ServiceInterest[]>;
export function normalize(
  kind: "careSetting",
  text: string,
  synonyms?: Synonyms,
): Normalized<readonly CareSetting[]>;
export function normalize(
  kind: "role",
  text: string,
  synonyms?: Synonyms,
): Normalized<readonly RoleId[]>;
export function normalize(
  kind: "organizationType" | "specialty" | "serviceInterest" | "careSetting" | "role",
  text: string,
  synonyms: Synonyms = {},
): Normalized<OrganizationType | Specialty | readonly (ServiceInterest | CareSetting | RoleId)[]> {
  switch (kind) {
    case "organizationType":
      return normalizeOne(organizationTypeBook, text, synonyms);
    case "specialty":
      return normalizeOne(specialtyBook, text, synonyms);
    case "serviceInterest":
      return severalOf(serviceInterestBook, text, synonyms);
    case "careSetting":
      return severalOf(careSettingBook, text, synonyms);
    case "role":
      return rolesOf(text, synonyms);
  }
}

/** A role by its name, else by the job title that somebody wrote in its place. */
function rolesOf(text: string, synonyms: Synonyms): Normalized<readonly RoleId[]> {
  const named = severalOf(roleBook, text, synonyms);
  const isWhole = named.kind === "doubtful" && named.words === text.trim();
  if (named.kind === "certain" || isWhole) return named;
  const { roles: held, words, probable } = readTitle(text, null);
  if (words !== null) return { kind: "certain", value: held, words };
  if (named.kind === "doubtful" || probable.length === 0) return named;
  return { kind: "doubtful", value: probable, words: text.trim() };
}

function severalOf<V extends string>(
  book: WordBook<V>,
  text: string,
  synonyms: Synonyms,
): Normalized<readonly V[]> {
  const whole = normalizeOne(book, text, synonyms);
  if (whole.kind === "certain") return { ...whole, value: [whole.value] };
  const parts = text.split(/[;,+/&|\n]|\band\b/u).map((part) => normalizeOne(book, part, synonyms));
  const certain = parts.filter((part) => part.kind === "certain");
  const found = certain.length > 0 ? certain : parts.filter((part) => part.kind === "doubtful");
  const [first] = found;
  if (first === undefined)
    return whole.kind === "none" ? whole : { ...whole, value: [whole.value] };
  const value = [...new Set(found.map((part) => part.value))];
  return { kind: first.kind, value, words: found.map((part) => part.words).join(", ") };
}

/** A portal's own values are known by its spellings alone, so any of them will do. */
function orOwn<V extends string>(is: (text: string) => text is V) {
  return (text: string): text is V | OwnValue => is(text) || isOwnValue(text);
}
