import type { PropertyDefinition } from "../property-definition.ts";
import { inGroup, options } from "./rows.ts";
import { currentStageProperties, stageDateProperties } from "./stage-dates.ts";

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
  const own = inGroup(groupName, [
    ["lifecyclestage", "Lifecycle Stage", "radio", { options: lifecycleStageOptions }],
    ...lifecycleStageOptions.map(
      ({ label, value }) =>
        [
          `hs_lifecyclestage_${value}_date`,
          `Became a ${label} Date`,
          "datetime",
          { flags: ["calculated"] },
        ] as const,
    ),
  ]);
  return [...own, ...currentStageProperties(groupName), ...stageDateProperties(groupName, stages)];
}

const stages = lifecycleStageOptions.map(({ value, label }) => ({ id: value, label }));
