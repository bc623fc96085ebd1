import type { PropertyDefinition } from "../property-definition.ts";
import { inGroup } from "./rows.ts";

const calculated = { flags: ["calculated"] } as const;

/** The dates and durations HubSpot keeps for every stage a record can stand in. */
export function stageDateProperties(
  groupName: string,
  stages: readonly { readonly id: string; readonly label: string }[],
): readonly PropertyDefinition[] {
  return inGroup(
    groupName,
    stages.flatMap(({ id, label }) => [
      [`hs_v2_date_entered_${id}`, `Date entered "${label}"`, "datetime", calculated] as const,
      [`hs_v2_date_exited_${id}`, `Date exited "${label}"`, "datetime", calculated] as const,
      [`hs_v2_latest_time_in_${id}`, `Latest time in "${label}"`, "number", calculated] as const,
      [
        `hs_v2_cumulative_time_in_${id}`,
        `Cumulative time in "${label}"`,
        "number",
        calculated,
      ] as const,
    ]),
  );
}

/** Where a record stands now, since when. */
export function currentStageProperties(groupName: string): readonly PropertyDefinition[] {
  return inGroup(groupName, [
    ["hs_v2_date_entered_current_stage", "Date entered current stage", "datetime", calculated],
  ]);
}
