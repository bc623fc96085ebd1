import { exampleRecords } from "./example-records.ts";
import { makeContacts } from "./make-contacts.ts";
import { makeDeals } from "./make-deals.ts";
import { companyRecord, makeOrganisations } from "./make-organisations.ts";
import { calendarOf, dayMs } from "./office-time.ts";
import { customProperties, marketingOwners, salesOwners } from "./portal-setup.ts";
import { randomFrom } from "./random.ts";
import type { SeedContact, SeedDeal, SeedPortal } from "./seed-portal.ts";

const contactCount = 1_500;
const dealCount = 150;

/**
 * The portal of "Cadence", an invented company that sells patient scheduling and referral workflow
 * software to healthcare organisations in the United States: 300 companies, 1,500 contacts and
 * 150 deals as years of forms, lists, partners and hurried people leave them. Types and interests
 * are written in a dozen ways or not at all, people lack companies, titles mislead, stages and
 * statuses contradict each other; students, job seekers, patients, vendors and a competitor stand
 * among the leads. Three worked examples come first, keys `example-1` to `example-3`.
 *
 * The same `now` (epoch milliseconds) gives the same bytes; another one moves the dates only.
 * Nobody and nothing in it is real: addresses end in `.example` or are invented at free-mail
 * providers, telephone numbers are 555-01xx, and NPIs begin with a digit never issued.
 */
export function demoPortal(now: number): SeedPortal {
  const calendar = calendarOf(now);
  const examples = exampleRecords(now);
  // A stream of its own for each kind of record: a change to one table leaves the others alone.
  const organisations = makeOrganisations(randomFrom(4_242_001));
  const met = makeContacts(randomFrom(4_242_002), {
    organisations,
    count: contactCount - examples.contacts.length,
    calendar,
  });
  const deals = makeDeals(randomFrom(4_242_003), {
    organisations,
    met,
    count: dealCount - examples.deals.length,
    calendar,
  });
  const contacts = met.map(({ record }) => record);
  const random = randomFrom(4_242_004);
  const known = firstKnown([...contacts, ...deals]);
  const companies = organisations.map((organisation) => {
    const earlier = calendar(random.integer(30, 900) * dayMs);
    const first = known.get(organisation.key) ?? earlier;
    // HubSpot makes the company when its first contact arrives; some were there before.
    const createdAt = random.chance(0.3) && earlier < first ? earlier : first;
    return companyRecord(random, organisation, createdAt);
  });
  return {
    portalId: 4_242_001,
    companyName: "Cadence",
    timeZone: "America/Chicago",
    owners: [...salesOwners, ...marketingOwners],
    properties: customProperties,
    companies: [...examples.companies, ...companies],
    contacts: [...examples.contacts, ...contacts],
    deals: [...examples.deals, ...deals],
  };
}

/** When each company, by key, first had a contact or a deal. */
function firstKnown(records: readonly (SeedContact | SeedDeal)[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { company, createdAt } of records) {
    if (company === undefined) continue;
    const known = first.get(company);
    if (known === undefined || createdAt < known) first.set(company, createdAt);
  }
  return first;
}
