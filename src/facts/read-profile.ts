import type { Playbook } from "../playbook/playbook.ts";
import type { FactId, Profile } from "./contact-facts.ts";
import { countryCode } from "./country.ts";
import { emailKind } from "./email-kind.ts";
import { type Fact, known, unknown } from "./fact.ts";
import { normalize } from "./normalize.ts";
import type { Normalized } from "./normalize-one.ts";
import { inferOrganizationType } from "./organization-type.ts";
import { phraseTable, tokensOf } from "./phrases.ts";
import { find, findAll, type Found, type Records, stated } from "./read-text.ts";
import type { Signal } from "./signal.ts";
import { portalSpellings } from "./portal-spellings.ts";
import { regionCode } from "./region.ts";
import { settingOfType } from "./spellings/care-settings.ts";
import { ehrSpellings, ehrUnknown } from "./spellings/ehrs.ts";
import {
  type OrganizationType,
  organizationTypes,
  type ServiceInterest,
  specialties,
} from "./vocabulary.ts";

/** What fit may test, but the role: that is read with the people of the account. */
export function readProfile(
  records: Records,
  signals: readonly Signal[],
  playbook: Playbook,
): Omit<Profile, "role"> {
  const first = <T>(fact: FactId, read: (found: Found) => Fact<T>): Fact<T> =>
    findAll(records, playbook.factSources[fact])
      .map(read)
      .find(({ kind }) => kind === "known") ?? unknown;
  const interest = first("serviceInterest", (found) => {
    const spellings = portalSpellings(playbook, "serviceInterest");
    return canonical(found, normalize("serviceInterest", found.text, spellings), {});
  });
  const setting = first("careSetting", (found) => {
    const spellings = portalSpellings(playbook, "careSetting");
    return canonical(found, normalize("careSetting", found.text, spellings), {});
  });
  const organizationType = readOrganizationType(records, playbook);
  return {
    organizationType,
    specialty: first("specialty", (found) => {
      const spellings = portalSpellings(playbook, "specialty");
      return canonical(found, normalize("specialty", found.text, spellings), specialties);
    }),
    serviceInterest: interest.kind === "known" ? interest : topicOf(signals, playbook),
    size: first("size", count),
    providers: first("providers", count),
    beds: first("beds", count),
    sites: first("sites", count),
    careSetting: setting.kind === "known" ? setting : settingOf(organizationType),
    country: first("country", (found) => rewritten(found, countryCode(found.text))),
    region: first("region", (found) => rewritten(found, regionCode(found.text))),
    ehr: first("ehr", (found) => rewritten(found, ehrName(found.text))),
    email: first("email", (found) => {
      const kind = emailKind(found.text);
      return kind === null ? unknown : stated(kind, found);
    }),
  };
}

/** The organisation's type where a field says it, else what its name and industry let us conclude. */
export function readOrganizationType(records: Records, playbook: Playbook): Fact<OrganizationType> {
  const spellings = portalSpellings(playbook, "organizationType");
  for (const found of findAll(records, playbook.factSources.organizationType)) {
    const normalized = normalize("organizationType", found.text, spellings);
    const fact = canonical(found, normalized, organizationTypes);
    if (fact.kind === "known") return fact;
  }
  const name = find(records, "company.name") ?? find(records, "contact.company");
  const marks = { domain: find(records, "company.domain"), npi: find(records, "company.npi") };
  return inferOrganizationType(name, find(records, "company.industry"), marks);
}

function canonical<T>(
  found: Found,
  normalized: Normalized<T>,
  labels: Readonly<Record<string, string>>,
): Fact<T> {
  if (normalized.kind !== "certain") return unknown;
  const { value } = normalized;
  const written = Array.isArray(value) ? value.join(";") : String(value);
  const isItself = [written, labels[written]].includes(found.text);
  return known(value, { ...found, certainty: isItself ? "stated" : "normalised" });
}

function rewritten(found: Found, value: string | null): Fact<string> {
  if (value === null) return unknown;
  return known(value, { ...found, certainty: value === found.text ? "stated" : "normalised" });
}

/** What the newest signal with a topic is about. */
function topicOf(
  signals: readonly Signal[],
  { offers }: Playbook,
): Fact<readonly ServiceInterest[]> {
  for (const signal of signals.toReversed()) {
    const topic = offers.find(({ id }) => id === signal.offerId)?.topic;
    if (!topic) continue;
    const property = "contact.recent_conversion_event_name";
    return known([topic], { property, text: signal.label, certainty: "inferred" });
  }
  return unknown;
}

/** Where care is given, as far as the type of the organisation says it. */
function settingOf(type: Fact<OrganizationType>): Profile["careSetting"] {
  const setting = type.kind === "known" ? settingOfType[type.value] : undefined;
  if (type.kind === "unknown" || setting === undefined) return unknown;
  return known([setting], { ...type.evidence, certainty: "inferred" });
}

/** A number, or the lower end of a range such as `100-500` or `1000+`. */
function count(found: Found): Fact<number> {
  const digits = /^(?<low>\d+)(?:\.\d+)?(?:\s*(?:-|–|to)\s*\d+|\+)?$/u.exec(
    found.text.replaceAll(/,(?=\d{3})/gu, ""),
  )?.groups?.["low"];
  if (digits === undefined) return unknown;
  const certainty = digits === found.text ? "stated" : "normalised";
  return known(Number(digits), { ...found, certainty });
}

const ehrs = phraseTable(
  Object.entries(ehrSpellings).flatMap(([name, spellings]) =>
    spellings.split(",").map((spelling) => [spelling, name] as const),
  ),
);
const openAnswers = phraseTable(ehrUnknown.split(",").map((answer) => [answer, true] as const));

/** The usual name of a system, the text itself for one we do not know, `null` for an open answer. */
function ehrName(text: string): string | null {
  const key = tokensOf(text)
    .map(({ word }) => word)
    .join(" ");
  if (key === "" || openAnswers.byText.has(key)) return null;
  return ehrs.byText.get(key) ?? text;
}
