import type { PropertyDefinition } from "../property-definition.ts";
import { industryOptions } from "./industries.ts";
import { lifecycleProperties } from "./lifecycle-stages.ts";
import {
  analyticsProperties,
  engagementProperties,
  recordProperties,
} from "./record-properties.ts";
import { inGroup, options, optionsOf } from "./rows.ts";
import { leadStatus, trafficSource } from "./shared-choices.ts";

const group = "companyinformation";

export const companyProperties: readonly PropertyDefinition[] = [
  ...recordProperties(group, { created: "createdate", modified: "hs_lastmodifieddate" }),
  ...lifecycleProperties(group),
  ...engagementProperties("companyactivity"),
  ...analyticsProperties("analyticsinformation"),
  ...inGroup("analyticsinformation", [
    ["hs_analytics_source", "Original Traffic Source", "select", trafficSource],
    ["hs_latest_source", "Latest Traffic Source", "select", trafficSource],
  ]),
  ...inGroup(group, [
    ["name", "Company name", "text", { flags: ["formField"] }],
    ["domain", "Company Domain Name", "text"],
    ["website", "Website URL", "text"],
    ["phone", "Phone Number", "phone"],
    ["address", "Street Address", "text"],
    ["address2", "Street Address 2", "text"],
    ["city", "City", "text"],
    ["state", "State/Region", "text"],
    ["zip", "Postal Code", "text"],
    ["country", "Country/Region", "text"],
    ["timezone", "Time Zone", "text"],
    ["industry", "Industry", "select", { options: industryOptions, flags: ["extendable"] }],
    ["type", "Type", "select", { options: companyTypes(), flags: ["extendable"] }],
    ["description", "Description", "area"],
    ["about_us", "About Us", "area"],
    ["founded_year", "Year Founded", "text"],
    ["is_public", "Is Public", "bool"],
    ["numberofemployees", "Number of Employees", "number"],
    ["annualrevenue", "Annual Revenue", "number"],
    ["total_money_raised", "Total Money Raised", "text"],
    ["web_technologies", "Web Technologies", "text"],
    ["linkedin_company_page", "LinkedIn Company Page", "text"],
    ["linkedinbio", "LinkedIn Bio", "text"],
    ["twitterhandle", "Twitter Handle", "text"],
    ["hs_lead_status", "Lead Status", "radio", leadStatus],
    ["hs_ideal_customer_profile", "Ideal Customer Profile Tier", "select", profileTiers()],
    ["hs_is_target_account", "Target Account", "bool"],
  ]),
];

function companyTypes() {
  return optionsOf("PROSPECT PARTNER RESELLER VENDOR OTHER");
}

function profileTiers() {
  const tiers = options([
    ["tier_1", "Tier 1"],
    ["tier_2", "Tier 2"],
    ["tier_3", "Tier 3"],
  ]);
  return { options: tiers, flags: ["extendable"] } as const;
}
