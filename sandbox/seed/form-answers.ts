import { longForms, syndicatedForms } from "./conversions.ts";
import {
  businessMessages,
  ehrSpellings,
  importedInterests,
  interestByForm,
  jobSeekerMessages,
  leadSources,
  patientInterests,
  patientMessages,
  studentMessages,
  syndicationLeadSources,
  vendorMessages,
} from "./free-text.ts";
import { askedSales, type Journey } from "./journey.ts";
import type { Person } from "./make-people.ts";
import { organisationSpellings } from "./organisation-spellings.ts";
import { countrySpellings } from "./places.ts";
import type { Random } from "./random.ts";

type Values = Readonly<Record<string, string | undefined>>;

/** What the free-text fields hold about somebody: what they typed, or what a list said. */
export function formAnswers(random: Random, person: Person, journey: Journey): Values {
  const sometimes = (share: number, choices: readonly string[]) =>
    random.chance(share) && choices.length > 0 ? random.pick(choices) : undefined;
  const { organisation } = person;
  const isLong = journey.conversions.some(({ form }) => longForms.has(form));
  const care = isLong ? 0.75 : { form: 0.5, list: 0.42, rep: 0.2 }[journey.origin];
  const ehr = organisation?.ehr ?? "";
  return {
    organization_type: sometimes(care, typeSpellings(person)),
    specialty: sometimes(care * 0.85, organisation?.specialty?.spellings ?? []),
    service_interest: interest(random, person, journey),
    lead_source: sometimes(0.6, sourceSpellings(journey)),
    number_of_providers:
      isLong || random.chance(0.06) ? sometimes(0.6, providerAnswers(random, person)) : undefined,
    ehr_system: isLong
      ? sometimes(0.6, organisation === undefined ? [] : (ehrSpellings[ehr] ?? [ehr]))
      : undefined,
    how_can_we_help: askedSales(journey) ? sometimes(0.6, messages(person)) : undefined,
    ...(organisation === undefined ? {} : whereabouts(random, organisation)),
  };
}

function typeSpellings({ crowd, organisation }: Person): readonly string[] {
  if (organisation !== undefined) return organisationSpellings[organisation.kind.name];
  if (crowd === "private address") return organisationSpellings["independent practice"];
  if (crowd === "syndicated stranger")
    return ["other", "Healthcare", "n/a", "clinic", "hosp", "Hospital"];
  if (crowd === "student") return ["University", "student", "school", "N/A"];
  return crowd === "consultant" ? organisationSpellings.consulting : [];
}

function interest(random: Random, { crowd }: Person, { conversions }: Journey): string | undefined {
  if (crowd === "patient") return random.pick(patientInterests);
  if (crowd === "job seeker") return random.chance(0.3) ? "careers" : undefined;
  const recent = conversions.at(-1);
  if (recent === undefined) return random.chance(0.25) ? random.pick(importedInterests) : undefined;
  return random.chance(longForms.has(recent.form) ? 0.75 : 0.42)
    ? random.pick(interestByForm[recent.form])
    : undefined;
}

function sourceSpellings({ conversions, source }: Journey): readonly string[] {
  const syndicated = conversions.find(({ form }) => syndicatedForms.has(form));
  const spellings = syndicated && syndicationLeadSources[syndicated.form];
  return spellings ?? leadSources[source] ?? [];
}

/** A number as somebody remembers it: right, rounded, or one year old. */
function providerAnswers(random: Random, { organisation }: Person): readonly string[] {
  const providers = organisation?.providers;
  if (providers === undefined) return [];
  return [providers, providers, Math.ceil(providers / 5) * 5, providers + random.integer(1, 2)].map(
    String,
  );
}

function messages({ crowd }: Person): readonly string[] {
  if (crowd === "patient") return patientMessages;
  if (crowd === "job seeker") return jobSeekerMessages;
  if (crowd === "student") return studentMessages;
  return crowd === "outside staff" ? vendorMessages : businessMessages;
}

function whereabouts(random: Random, { name, place }: NonNullable<Person["organisation"]>): Values {
  const line = `555-01${String(random.integer(0, 99)).padStart(2, "0")}`;
  const { areaCode } = place;
  const phones = [
    `(${areaCode}) ${line}`,
    `${areaCode}-${line}`,
    `${areaCode}.${line.replace("-", ".")}`,
    `+1 ${areaCode} ${line}`,
  ];
  const shortName = name.split(" ").slice(0, 2).join(" ");
  return {
    company: random.weighted([
      [name, 55],
      [name.toLowerCase(), 6],
      [name.toUpperCase(), 4],
      [shortName, 10],
      [undefined, 25],
    ]),
    phone: areaCode !== "" && random.chance(0.55) ? random.pick(phones) : undefined,
    city: random.chance(0.5) ? place.city : undefined,
    state: random.chance(0.55)
      ? random.pick([place.state, place.state, place.stateCode])
      : undefined,
    country: random.chance(0.55)
      ? random.pick(countrySpellings[place.country] ?? [place.country])
      : undefined,
  };
}
