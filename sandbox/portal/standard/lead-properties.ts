import type { PropertyDefinition } from "../property-definition.ts";
import { leadStages } from "./pipelines.ts";
import { recordProperties } from "./record-properties.ts";
import { inGroup, options, optionsOf } from "./rows.ts";
import { currentStageProperties, stageDateProperties } from "./stage-dates.ts";

const group = "leadinformation";

/** The object of Sales Hub Professional that stands for an attempt at qualifying somebody. */
export const leadProperties: readonly PropertyDefinition[] = [
  ...recordProperties(group, { created: "createdate", modified: "hs_lastmodifieddate" }),
  ...currentStageProperties(group),
  ...stageDateProperties(group, leadStages),
  ...inGroup(group, [
    ["hs_lead_name", "Lead Name", "text"],
    ["hs_lead_type", "Lead Type", "select", { options: leadTypes(), flags: ["extendable"] }],
    ["hs_lead_label", "Lead Label", "select", { options: labels(), flags: ["extendable"] }],
    ["hs_pipeline", "Lead Pipeline", "select"],
    ["hs_pipeline_stage", "Lead Pipeline Stage", "select"],
  ]),
];

function leadTypes() {
  return options([
    ["NEW_BUSINESS", "New business"],
    ["UPSELL", "Upsell"],
    ["RE_ATTEMPTING", "Re-attempting"],
  ]);
}

function labels() {
  return optionsOf("HOT WARM COLD");
}
