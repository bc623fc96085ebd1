import { ehrSpellings, largeEhrs, smallEhrs } from "./free-text.ts";
import { filled } from "./filled.ts";
import { brokenNpi, validNpi } from "./npi.ts";
import { organisationKinds, type OrganisationKind, type Span } from "./organisation-kinds.ts";
import { addressFillers, legalForms, nameRoots } from "./organisation-names.ts";
import { organisationSpellings, type KindName } from "./organisation-spellings.ts";
import { places, usPlaces, type Place } from "./places.ts";
import { marketingOwners, salesOwners } from "./portal-setup.ts";
import { draw, type Random } from "./random.ts";
import type { SeedRecord } from "./seed-portal.ts";
import type { Specialty } from "./specialties.ts";

/** A company of the CRM and what is true about it, written down there or not. */
export type Organisation = {
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly domain: string;
  readonly place: Place;
  readonly specialty: Specialty | undefined;
  readonly ehr: string;
  readonly providers: number | undefined;
  readonly standing: Standing;
  readonly ownerId: string | undefined;
};
/** How far the company got with it. */
export type Standing = "none" | "open" | "customer" | "lost";

const usOnly: ReadonlySet<KindName> = new Set<KindName>([
  "community health center",
  "payer",
  "health system",
  "ambulatory surgery center",
]);

/** Every organisation the CRM has a company record for, but the worked examples. */
export function makeOrganisations(random: Random): readonly Organisation[] {
  const names = new Set<string>();
  const domains = new Set<string>();
  const organisations: Organisation[] = [];
  for (const kind of organisationKinds) {
    for (let index = 1; index <= kind.count; index += 1) {
      const key = `company-${kind.name.replaceAll(" ", "-").toLowerCase()}-${index}`;
      organisations.push(makeOrganisation(random, kind, { key, names, domains }));
    }
  }
  // Nobody enters companies kind by kind.
  return draw(
    random,
    organisations.map((organisation) => [organisation, 1]),
    organisations.length,
  );
}

/** One organisation of a kind; `names` and `domains` are those nobody else may get. */
export function makeOrganisation(
  random: Random,
  kind: OrganisationKind,
  taken: { readonly key: string; readonly names: Set<string>; readonly domains: Set<string> },
): Organisation {
  const { key, names, domains } = taken;
  const specialty = kind.specialtyOf(random);
  const name = nameFor(random, { kind, specialty, names });
  const domain = kind.name === "competitor" ? "slotwise.example" : domainFor(name, domains);
  const standing = standingOf(random, kind);
  const ownerIds = (standing === "none" && random.chance(0.15) ? marketingOwners : salesOwners).map(
    ({ id }) => id,
  );
  return {
    key,
    kind,
    name,
    domain,
    place: random.weighted(usOnly.has(kind.name) ? usPlaces : places),
    specialty,
    ehr: random.pick(isLarge(kind) ? largeEhrs : smallEhrs),
    providers: kind.providers && within(random, kind.providers),
    standing,
    ownerId: standing !== "none" || random.chance(0.5) ? random.pick(ownerIds) : undefined,
  };
}

/** What the company record says about an organisation. */
export function companyRecord(
  random: Random,
  { key, kind, name, domain, place, ehr, providers, standing, ownerId }: Organisation,
  createdAt: string,
): SeedRecord {
  const sometimes = (share: number, value: string) => (random.chance(share) ? value : undefined);
  const stage = { none: "lead", open: "opportunity", customer: "customer", lost: "lead" }[standing];
  const properties = filled({
    name: random.chance(0.03) ? name.toUpperCase() : name + legalForm(random, kind, place),
    domain: sometimes(0.97, domain),
    industry: sometimes(0.88, kind.industry),
    numberofemployees: sometimes(
      0.7,
      String(Math.max(within(random, kind.employees), 2 * (providers ?? 0) + 3)),
    ),
    city: sometimes(0.85, place.city),
    state: sometimes(0.85, random.chance(0.7) ? place.state : place.stateCode),
    country: sometimes(0.9, place.country),
    lifecyclestage: standing === "none" && random.chance(0.1) ? "subscriber" : stage,
    hubspot_owner_id: ownerId,
    organization_type: sometimes(0.45, random.pick(organisationSpellings[kind.name])),
    number_of_providers: providers === undefined ? undefined : sometimes(0.4, String(providers)),
    ehr_system: kind.isTarget
      ? sometimes(0.45, random.pick(ehrSpellings[ehr] ?? [ehr]))
      : undefined,
    npi: kind.isTarget ? npiFor(random) : undefined,
  });
  return { key, properties, createdAt };
}

export function within(random: Random, [low, high]: Span): number {
  // Small ones are commoner than large ones.
  return Math.round(low + (high - low) * random.next() ** 1.6);
}

function npiFor(random: Random): string | undefined {
  if (random.chance(0.82)) return undefined;
  return random.chance(0.7) ? validNpi(random) : brokenNpi(random);
}

function legalForm(random: Random, kind: OrganisationKind, { country }: Place): string {
  const isPractice = kind.industry === "MEDICAL_PRACTICE" && !isLarge(kind);
  return isPractice && country === "United States" ? random.pick(legalForms) : "";
}

function isLarge(kind: OrganisationKind): boolean {
  return kind.employees[1] > 800;
}

function standingOf(random: Random, kind: OrganisationKind): Standing {
  if (!kind.isTarget) return "none";
  return random.weighted([
    ["none", 54],
    ["open", 25],
    ["customer", 11],
    ["lost", 10],
  ]);
}

function nameFor(
  random: Random,
  {
    kind,
    specialty,
    names,
  }: { kind: OrganisationKind; specialty: Specialty | undefined; names: Set<string> },
): string {
  if (kind.name === "competitor") return "SlotWise Health";
  for (;;) {
    const name = `${random.pick(nameRoots)} ${random.pick(kind.suffixes ?? specialty?.practices ?? [])}`;
    if (names.has(name)) continue;
    names.add(name);
    return name;
  }
}

/** A reserved address (RFC 2606), shortened the way organisations shorten theirs. */
function domainFor(name: string, taken: Set<string>): string {
  const words = name
    .toLowerCase()
    .replaceAll("&", "and")
    .replaceAll(/[^a-z ]/g, "")
    .split(" ");
  const short = words.filter((word) => !addressFillers.has(word)).join("");
  const domain = `${taken.has(`${short}.example`) ? words.join("-") : short}.example`;
  taken.add(domain);
  return domain;
}
