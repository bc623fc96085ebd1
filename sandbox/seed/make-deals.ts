import { filled } from "./filled.ts";
import type { Met } from "./make-contacts.ts";
import { within, type Organisation } from "./make-organisations.ts";
import { dayMs, type Calendar } from "./office-time.ts";
import { salesOwners } from "./portal-setup.ts";
import type { Random, Weighted } from "./random.ts";
import type { SeedDeal } from "./seed-portal.ts";

export type Stage = { readonly id: string; readonly isClosed: boolean };

export const openStages: Weighted<Stage> = [
  [{ id: "appointmentscheduled", isClosed: false }, 30],
  [{ id: "qualifiedtobuy", isClosed: false }, 25],
  [{ id: "presentationscheduled", isClosed: false }, 20],
  [{ id: "decisionmakerboughtin", isClosed: false }, 14],
  [{ id: "contractsent", isClosed: false }, 11],
];
export const won: Stage = { id: "closedwon", isClosed: true };
export const lost: Stage = { id: "closedlost", isClosed: true };
const subjects = [
  " – scheduling",
  " – scheduling",
  " - Scheduling",
  " – referral workflow",
  " - referrals",
  " scheduling + referrals",
  " - pilot",
  "",
];

/** One deal for each organisation that got so far, then second ones until there are enough. */
export function makeDeals(
  random: Random,
  {
    organisations,
    met,
    count,
    calendar,
  }: {
    readonly organisations: readonly Organisation[];
    readonly met: readonly Met[];
    readonly count: number;
    readonly calendar: Calendar;
  },
): readonly SeedDeal[] {
  const engaged = organisations.filter(({ standing }) => standing !== "none");
  const deals: SeedDeal[] = [];
  for (let index = 0; index < count; index += 1) {
    const isFirst = index < engaged.length;
    const organisation = isFirst ? engaged[index] : random.pick(engaged);
    if (organisation === undefined) throw new Error("no organisation got as far as a deal");
    const stage = stageFor(random, organisation, isFirst ? "first" : "further");
    const known = met.filter(({ record }) => record.company === organisation.key);
    deals.push(
      dealRecord(random, { key: `deal-${index + 1}`, organisation, stage, known, calendar }),
    );
  }
  return deals;
}

function stageFor(random: Random, { standing }: Organisation, turn: "first" | "further"): Stage {
  if (standing === "lost") return lost;
  if (standing === "customer" && turn === "first") return won;
  return random.weighted(openStages);
}

/** A deal with an organisation, and with some of those known there, the longest known first. */
export function dealRecord(
  random: Random,
  {
    key,
    organisation,
    stage,
    known,
    calendar,
  }: {
    key: string;
    organisation: Organisation;
    stage: Stage;
    known: readonly Met[];
    calendar: Calendar;
  },
): SeedDeal {
  const involved = participants(random, known, stage);
  const createdAge = ageFor(random, involved, stage);
  const closeAge = stage.isClosed
    ? createdAge * (0.15 + 0.6 * random.next())
    : -dayMs * random.integer(-25, 110);
  const properties = filled({
    dealname: organisation.name + random.pick(subjects),
    dealstage: stage.id,
    pipeline: "default",
    amount: random.chance(0.86)
      ? String(Math.round(within(random, organisation.kind.amount) / 100) * 100)
      : undefined,
    // Some close dates of open deals have passed, some were never set.
    closedate: stage.isClosed || random.chance(0.85) ? calendar(closeAge) : undefined,
    hubspot_owner_id: random.chance(0.93)
      ? (organisation.ownerId ?? random.pick(salesOwners).id)
      : undefined,
  });
  const company = random.chance(0.96) ? { company: organisation.key } : {};
  return {
    key,
    properties,
    createdAt: calendar(createdAge),
    ...company,
    contacts: involved.map(({ record }) => record.key),
  };
}

/** Most deals hang on one person, and some name nobody; those known longest come first, as in `known`. */
function participants(random: Random, known: readonly Met[], stage: Stage): readonly Met[] {
  const wanted = random.weighted([
    [0, 8],
    [1, 45],
    [2, 22],
    [3, 15],
    [4, 10],
  ]);
  // Nothing is sold within weeks.
  const youngest = stage.isClosed ? 60 * dayMs : 0;
  return known.filter(({ createdAge }) => createdAge >= youngest).slice(0, wanted);
}

/** A deal is younger than the acquaintance it grew from. */
function ageFor(random: Random, involved: readonly Met[], stage: Stage): number {
  const acquaintance = involved[0]?.createdAge ?? 300 * dayMs;
  const longest = Math.min(acquaintance, (stage.isClosed ? 500 : 180) * dayMs);
  return longest * (0.25 + 0.7 * random.next());
}
