import type { PropertyDefinition } from "../property-definition.ts";
import { inGroup, options } from "./rows.ts";

export const lifecycleStageOptions = options([
  ["subscriber", "Subscriber"],
  ["lead", "Lead"],
  ["marketingqualifiedlead", "Marketing Qualified Lead"],
  ["salesqualifiedlead", "Sales Qualified Lead"],
  ["opportunity", "Opportunity"],
  ["customer", "Customer"],
  ["evangelist", "Evangelist"],
  ["other", "Other"],
]);

/** The stage itself and the dates HubSpot keeps beside it. */
export function lifecycleProperties(groupName: string): readonly PropertyDefinition[] {
  return inGroup(groupName, [
    ["lifecyclestage", "Lifecycle Stage", "radio", { options: lifecycleStageOptions }],
    ["hs_v2_date_entered_current_stage", "Date entered current stage", "datetime", calculated],
    ...lifecycleStageOptions.flatMap(({ label, value }) => [
      [
        `hs_lifecyclestage_${value}_date`,
        `Became a ${label} Date`,
        "datetime",
        calculated,
      ] as const,
      [`hs_v2_date_entered_${value}`, `Date entered "${label}"`, "datetime", calculated] as const,
      [`hs_v2_date_exited_${value}`, `Date exited "${label}"`, "datetime", calculated] as const,
    ]),
  ]);
}

const calculated = { flags: ["calculated"] } as const;
