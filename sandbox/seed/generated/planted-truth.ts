import { forms } from "../conversions.ts";
import { dayMs } from "../office-time.ts";
import { blocksOf, type MarketSize } from "./generated-portal.ts";
import { plantMarket } from "./planted-market.ts";

/** What is true of a generated portal's market and stands nowhere in the portal. */
export type PlantedTruth = MarketSize & {
  readonly inflatingSource: {
    /** Value of `recent_conversion_event_name` of its leads. */
    readonly conversion: string;
    /** ISO 8601. */
    readonly since: string;
    readonly leads: number;
  };
  readonly underMarkingRep: {
    readonly ownerId: string;
    readonly userId: number;
    /** Shares of the converted leads that stand before SQL in the portal. */
    readonly unmarkedShare: number;
    readonly unmarkedShareOfOthers: number;
  };
  /** E-mail addresses of the contacts that buy, sooner or later, in the order of their records. */
  readonly converting: readonly string[];
};

const beforeSql: ReadonlySet<string | undefined> = new Set(["lead", "marketingqualifiedlead"]);

/** Makes the portal once more and writes down what it hides. */
export function plantedTruth(size: MarketSize): PlantedTruth {
  const { inflatingForm, inflationDays, underMarkingRep: rep } = plantMarket(size.seed);
  const conversion = forms[inflatingForm];
  const since = size.now - inflationDays * dayMs;
  const converting: string[] = [];
  const marks = { rep: tally(), others: tally() };
  let leads = 0;
  for (const block of blocksOf(size)) {
    for (const { record, converts, hasConverted } of block.leads) {
      const { email = "", hubspot_owner_id: owner, lifecyclestage } = record.properties;
      if (converts) converting.push(email);
      if (hasConverted) {
        const whose = owner === rep.id ? marks.rep : marks.others;
        whose.converted += 1;
        if (beforeSql.has(lifecyclestage)) whose.unmarked += 1;
      }
      const isRecent = Date.parse(record.createdAt) >= since;
      if (isRecent && record.properties["recent_conversion_event_name"] === conversion) leads += 1;
    }
  }
  return {
    ...size,
    inflatingSource: { conversion, since: new Date(since).toISOString(), leads },
    underMarkingRep: {
      ownerId: rep.id,
      userId: rep.userId,
      unmarkedShare: share(marks.rep),
      unmarkedShareOfOthers: share(marks.others),
    },
    converting,
  };
}

type Tally = { converted: number; unmarked: number };

function tally(): Tally {
  return { converted: 0, unmarked: 0 };
}

function share({ converted, unmarked }: Tally): number {
  return converted === 0 ? 0 : unmarked / converted;
}
