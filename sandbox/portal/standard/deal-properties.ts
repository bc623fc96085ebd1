import type { PropertyDefinition } from "../property-definition.ts";
import { engagementProperties, recordProperties } from "./record-properties.ts";
import { dealStages } from "./pipelines.ts";
import { inGroup, options, optionsOf } from "./rows.ts";
import { currentStageProperties, stageDateProperties } from "./stage-dates.ts";

const group = "dealinformation";
const calculated = { flags: ["calculated"] } as const;

export const dealProperties: readonly PropertyDefinition[] = [
  ...recordProperties(group, { created: "createdate", modified: "hs_lastmodifieddate" }),
  ...engagementProperties("deal_activity"),
  ...currentStageProperties(group),
  ...stageDateProperties(group, dealStages),
  ...inGroup(group, [
    ["dealname", "Deal Name", "text"],
    ["dealstage", "Deal Stage", "radio"],
    ["pipeline", "Pipeline", "select"],
    ["dealtype", "Deal Type", "radio", { options: dealTypes(), flags: ["extendable"] }],
    ["amount", "Amount", "number"],
    ["amount_in_home_currency", "Amount in company currency", "number", calculated],
    ["deal_currency_code", "Currency", "text"],
    ["closedate", "Close Date", "datetime"],
    ["description", "Deal Description", "area"],
    ["hs_priority", "Priority", "select", { options: optionsOf("low medium high") }],
    ["hs_next_step", "Next step", "text"],
    ["hs_forecast_probability", "Forecast probability", "number"],
    ["hs_deal_stage_probability", "Deal probability", "number", calculated],
    ["hs_is_closed", "Is Deal Closed?", "bool", calculated],
    ["hs_is_closed_won", "Is Closed Won", "bool", calculated],
    ["hs_closed_amount", "Closed Deal Amount", "number", calculated],
    ["closed_lost_reason", "Closed Lost Reason", "area"],
    ["closed_won_reason", "Closed Won Reason", "area"],
    ["hs_primary_associated_company", "Primary Associated Company", "number", calculated],
  ]),
];

function dealTypes() {
  return options([
    ["newbusiness", "New Business"],
    ["existingbusiness", "Existing Business"],
  ]);
}
