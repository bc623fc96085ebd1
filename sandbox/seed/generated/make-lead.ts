import { syndicatedSources } from "../conversions.ts";
import { askedSales, makeJourney, type Journey } from "../journey.ts";
import { contactRecord, type Met } from "../make-contacts.ts";
import type { Person } from "../make-people.ts";
import { dayMs, hourMs, type Calendar } from "../office-time.ts";
import { salesOwners } from "../portal-setup.ts";
import type { Random } from "../random.ts";
import type { PlantedMarket } from "./planted-market.ts";

/** A contact, and what is true of it and stands nowhere in the portal. */
export type Lead = Met & {
  /** Whether it will buy, or has. */
  readonly converts: boolean;
  /** Whether it has become a deal of its company by now. */
  readonly hasConverted: boolean;
};

/** Nobody becomes a deal sooner. */
const shortestWayMs = 45 * dayMs;

export function makeLead(
  random: Random,
  person: Person,
  { market, calendar }: { readonly market: PlantedMarket; readonly calendar: Calendar },
): Lead {
  const inflated = isInflated(random, person, market);
  const journey = inflated ? inflatedJourney(random, market) : makeJourney(random, person);
  const record = contactRecord(random, { person, journey, calendar });
  const { createdAge } = journey;
  const converts = random.chance(chanceToConvert(person, journey, inflated));
  const hasConverted = converts && createdAge > shortestWayMs && record.company !== undefined;
  const marks = inflated
    ? inflatedMarks(random)
    : hasConverted
      ? convertedMarks(random, record.properties["hubspot_owner_id"], market)
      : {};
  const properties = { ...record.properties, ...marks };
  return { createdAge, record: { ...record, properties }, converts, hasConverted };
}

function isInflated(random: Random, { organisation }: Person, market: PlantedMarket): boolean {
  return organisation === undefined && random.chance(market.inflationShare);
}

function inflatedJourney(random: Random, market: PlantedMarket): Journey {
  const age = 3 * hourMs + market.inflationDays * dayMs * random.next();
  const form = market.inflatingForm;
  const source = random.weighted(syndicatedSources);
  return { origin: "form", createdAge: age, conversions: [{ form, age }], source };
}

/** Right people who asked for something buy; the partner's leads, strangers and outsiders do not. */
function chanceToConvert({ crowd }: Person, journey: Journey, inflated: boolean): number {
  if (inflated) return 0.002;
  if (crowd !== "staff") return 0.004;
  if (askedSales(journey)) return 0.34;
  return journey.conversions.length > 0 ? 0.07 : 0.02;
}

function inflatedMarks(random: Random): Readonly<Record<string, string>> {
  return random.chance(0.82) ? { lifecyclestage: "marketingqualifiedlead" } : {};
}

function convertedMarks(
  random: Random,
  ownerId: string | undefined,
  { underMarkingRep, unmarked }: PlantedMarket,
): Readonly<Record<string, string>> {
  const owner = ownerId ?? random.pick(salesOwners).id;
  const isForgotten = random.chance(
    owner === underMarkingRep.id ? unmarked.byRep : unmarked.byOthers,
  );
  const marked = random.pick(["salesqualifiedlead", "opportunity", "opportunity"]);
  const stage = isForgotten ? random.pick(["lead", "marketingqualifiedlead"]) : marked;
  return { hubspot_owner_id: owner, lifecyclestage: stage };
}
