import type { Form } from "../conversions.ts";
import { salesOwners } from "../portal-setup.ts";
import { randomFrom } from "../random.ts";
import type { SeedOwner } from "../seed-portal.ts";

/** How a made-up market differs from what its CRM shows: the facts a good analysis should find. */
export type PlantedMarket = {
  /** The content partner whose leads are called MQLs far more often than they become anything. */
  readonly inflatingForm: Extract<Form, "medTech" | "healthIt">;
  readonly inflationDays: number;
  /** Share of the contacts made known by nobody else that the partner delivers since it began. */
  readonly inflationShare: number;
  /** The rep who has meetings and deals, and forgets to mark the leads behind them. */
  readonly underMarkingRep: SeedOwner;
  /** Shares of leads that became a deal and yet were never marked. */
  readonly unmarked: { readonly byRep: number; readonly byOthers: number };
};

export function plantMarket(seed: number): PlantedMarket {
  const random = randomFrom(seed);
  return {
    inflatingForm: random.pick(["medTech", "healthIt"] as const),
    inflationDays: 90,
    inflationShare: 0.18,
    underMarkingRep: random.pick(salesOwners),
    unmarked: { byRep: 0.75, byOthers: 0.08 },
  };
}
