import { askedSales, type Journey } from "./journey.ts";
import type { Person } from "./make-people.ts";
import { dayMs, type Calendar } from "./office-time.ts";
import { marketingOwners, salesOwners } from "./portal-setup.ts";
import type { Random, Weighted } from "./random.ts";

type Values = Readonly<Record<string, string | undefined>>;

/** What people in sales and marketing marked on somebody, each in their own way. */
export function salesMarks(
  random: Random,
  {
    person,
    journey,
    calendar,
  }: { readonly person: Person; readonly journey: Journey; readonly calendar: Calendar },
): Values {
  const stage = random.weighted(stagesFor(person, journey));
  const ownerId = ownerFor(random, person, journey);
  const answered = stage !== "subscriber" && ownerId !== undefined && random.chance(0.13);
  const contactedAge = Math.min(journey.createdAge, 250 * dayMs) * (0.1 + 0.85 * random.next());
  const contacted = answered || (ownerId !== undefined && random.chance(0.35));
  return {
    lifecyclestage: stage,
    hs_lead_status:
      stage === "subscriber" || random.chance(0.5)
        ? undefined
        : random.weighted(statusesFor(stage)),
    hubspot_owner_id: ownerId,
    hs_buying_role: buyingRole(random, person),
    hs_email_optout: random.chance(0.045) ? "true" : undefined,
    hs_email_bounce: random.chance(journey.origin === "list" ? 0.06 : 0.02) ? "1" : undefined,
    notes_last_contacted: contacted ? calendar(contactedAge) : undefined,
    hs_sales_email_last_replied: answered ? calendar(contactedAge * 0.9) : undefined,
  };
}

/** Nobody moves stages by a rule: MQLs without a reason, SQLs forgotten, subscribers in the middle of a deal. */
function stagesFor(
  { crowd, organisation, isAssociated }: Person,
  journey: Journey,
): Weighted<string> {
  if (crowd === "customer staff") {
    return [
      ["customer", 60],
      ["lead", 18],
      ["opportunity", 8],
      ["subscriber", 8],
      ["marketingqualifiedlead", 6],
    ];
  }
  if (organisation?.standing === "open" && isAssociated) {
    return [
      ["lead", 40],
      ["opportunity", 22],
      ["salesqualifiedlead", 14],
      ["marketingqualifiedlead", 18],
      ["subscriber", 6],
    ];
  }
  if (askedSales(journey)) {
    return [
      ["lead", 50],
      ["marketingqualifiedlead", 36],
      ["salesqualifiedlead", 8],
      ["subscriber", 2],
      ["other", 4],
    ];
  }
  const onlyNews =
    journey.conversions.length > 0 &&
    journey.conversions.every(({ form }) => form === "newsletter");
  if (onlyNews)
    return [
      ["subscriber", 82],
      ["lead", 13],
      ["marketingqualifiedlead", 5],
    ];
  return [
    ["lead", 68],
    ["subscriber", 12],
    ["marketingqualifiedlead", 16],
    ["salesqualifiedlead", 2],
    ["other", 2],
  ];
}

function statusesFor(stage: string | undefined): Weighted<string> {
  const any: Weighted<string> = [
    ["NEW", 30],
    ["OPEN", 16],
    ["ATTEMPTED_TO_CONTACT", 16],
    ["IN_PROGRESS", 10],
    ["CONNECTED", 9],
    ["UNQUALIFIED", 9],
    ["BAD_TIMING", 7],
    ["OPEN_DEAL", 3],
  ];
  return stage === "opportunity" || stage === "customer" ? [...any, ["OPEN_DEAL", 60]] : any;
}

function ownerFor(
  random: Random,
  { organisation, isAssociated }: Person,
  journey: Journey,
): string | undefined {
  const ofCompany = isAssociated ? organisation?.ownerId : undefined;
  if (ofCompany !== undefined && random.chance(0.7)) return ofCompany;
  if (!random.chance(askedSales(journey) ? 0.6 : 0.22)) return undefined;
  return random.pick(random.chance(0.8) ? salesOwners : marketingOwners).id;
}

function buyingRole(random: Random, { organisation }: Person): string | undefined {
  const isKnown = organisation?.standing === "open" || organisation?.standing === "customer";
  if (!isKnown || !random.chance(0.16)) return undefined;
  return random.weighted([
    ["DECISION_MAKER", 5],
    ["CHAMPION", 4],
    ["INFLUENCER", 5],
    ["BUDGET_HOLDER", 3],
    ["END_USER", 3],
    ["EXECUTIVE_SPONSOR", 2],
    ["BLOCKER", 1],
    ["LEGAL_AND_COMPLIANCE", 1],
    ["CHAMPION;END_USER", 1],
  ]);
}
