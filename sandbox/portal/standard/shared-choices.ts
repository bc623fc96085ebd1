import { options, optionsOf } from "./rows.ts";

/** `hs_lead_status` of contacts and companies; portals may add options. */
export const leadStatus = {
  options: optionsOf(
    "NEW OPEN IN_PROGRESS OPEN_DEAL UNQUALIFIED ATTEMPTED_TO_CONTACT CONNECTED BAD_TIMING",
  ),
  flags: ["extendable"],
} as const;

/** Where the first or the latest visit came from; HubSpot computes it. */
export const trafficSource = {
  options: options([
    ["ORGANIC_SEARCH", "Organic Search"],
    ["PAID_SEARCH", "Paid Search"],
    ["EMAIL_MARKETING", "Email Marketing"],
    ["SOCIAL_MEDIA", "Organic Social"],
    ["REFERRALS", "Referrals"],
    ["OTHER_CAMPAIGNS", "Other Campaigns"],
    ["DIRECT_TRAFFIC", "Direct Traffic"],
    ["OFFLINE", "Offline Sources"],
    ["PAID_SOCIAL", "Paid Social"],
    ["AI_REFERRALS", "AI Referrals"],
  ]),
  flags: ["calculated"],
} as const;
