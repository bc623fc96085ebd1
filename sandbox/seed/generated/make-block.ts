import { makeLoosePeople, makeStaff, type Person } from "../make-people.ts";
import { dealRecord, lost, openStages, won } from "../make-deals.ts";
import { makeOrganisation, type Organisation } from "../make-organisations.ts";
import type { Calendar } from "../office-time.ts";
import { organisationKinds } from "../organisation-kinds.ts";
import { randomFrom, type Random } from "../random.ts";
import type { SeedDeal } from "../seed-portal.ts";
import { makeLead, type Lead } from "./make-lead.ts";
import type { PlantedMarket } from "./planted-market.ts";

/** An organisation with its people, and people without one who turned up meanwhile. */
export type Block = {
  readonly organisation: Organisation;
  readonly leads: readonly Lead[];
  readonly deals: readonly SeedDeal[];
};

export type BlockContext = {
  readonly seed: number;
  readonly market: PlantedMarket;
  readonly calendar: Calendar;
};

const kinds = organisationKinds.map((kind) => [kind, kind.count] as const);
const loosePerOrganisation = [0, 4] as const;

function blockOrganisation(index: number, { seed }: BlockContext): Organisation {
  const random = streamOf(seed, index, "organisation");
  const label = index.toString(36);
  const taken = { key: `company-${label}`, names: new Set<string>(), domains: new Set<string>() };
  const organisation = makeOrganisation(random, random.weighted(kinds), taken);
  // Names may repeat in a large market, as in life; addresses may not.
  return { ...organisation, domain: organisation.domain.replace(".example", `-${label}.example`) };
}

/** The block of that number: the same numbers give the same block, whatever was made before it. */
export function makeBlock(index: number, context: BlockContext): Block {
  const organisation = blockOrganisation(index, context);
  const random = streamOf(context.seed, index, "people");
  const leads = peopleOf(random, organisation, index)
    .map((person) => makeLead(random, person, context))
    .toSorted((one, other) => other.createdAge - one.createdAge);
  return { organisation, leads, deals: dealsOf(random, { organisation, leads, context }) };
}

/** Where chance starts for one purpose of one block: far from every other start. */
export function streamOf(
  seed: number,
  index: number,
  purpose: "organisation" | "people" | "company",
): Random {
  const salt = { organisation: 0x9e3779b9, people: 0x85ebca6b, company: 0xc2b2ae35 }[purpose];
  let mixed = Math.imul(seed ^ salt, 0x27d4eb2d) ^ Math.imul(index + 1, 0x165667b1);
  mixed ^= mixed >>> 15;
  return randomFrom(Math.imul(mixed, 0x2c1b3c6d));
}

function peopleOf(random: Random, organisation: Organisation, index: number): readonly Person[] {
  const taken = () => ({ addresses: new Set<string>(), names: new Set<string>() });
  const staff = makeStaff(random, [organisation], taken());
  const count = random.integer(...loosePerOrganisation);
  const loose = makeLoosePeople(random, { count, taken: taken() });
  const label = index.toString(36);
  return [
    ...staff,
    ...loose.map((person) => ({
      ...person,
      key: `${person.key}-${label}`,
      email: person.email.replace("@", `.${label}@`),
    })),
  ];
}

/** One deal for each lead that became one; and what the organisation has without any of them. */
function dealsOf(
  random: Random,
  parts: {
    readonly organisation: Organisation;
    readonly leads: readonly Lead[];
    readonly context: BlockContext;
  },
): readonly SeedDeal[] {
  const { organisation, leads, context } = parts;
  const { calendar } = context;
  const members = leads.filter(({ record }) => record.company === organisation.key);
  const buyers = members.filter(({ hasConverted }) => hasConverted);
  const fromLeads = buyers.map((buyer) => {
    const stage = random.weighted([
      [won, 4],
      [lost, 2],
      [random.weighted(openStages), 4],
    ]);
    const known = [buyer, ...members.filter((lead) => lead !== buyer)];
    return { stage, known };
  });
  const { standing } = organisation;
  const others =
    fromLeads.length > 0 || standing === "none"
      ? []
      : [
          {
            stage: { open: random.weighted(openStages), customer: won, lost }[standing],
            known: [],
          },
        ];
  return [...fromLeads, ...others].map(({ stage, known }, number) => {
    const key = `deal-${organisation.key}-${number + 1}`;
    const deal = dealRecord(random, { key, organisation, stage, known, calendar });
    const [buyer] = known;
    if (buyer === undefined || deal.contacts.includes(buyer.record.key)) return deal;
    // A deal that does not show its lead would hide that the lead converted.
    return { ...deal, contacts: [buyer.record.key, ...deal.contacts] };
  });
}
