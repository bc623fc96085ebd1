import type { PropertyDefinition } from "../property-definition.ts";
import { lifecycleProperties } from "./lifecycle-stages.ts";
import {
  analyticsProperties,
  engagementProperties,
  recordProperties,
} from "./record-properties.ts";
import { inGroup, options, optionsOf } from "./rows.ts";
import { leadStatus, trafficSource } from "./shared-choices.ts";

const group = "contactinformation";
const form = { flags: ["formField"] } as const;
const calculated = { flags: ["calculated"] } as const;

export const contactProperties: readonly PropertyDefinition[] = [
  ...recordProperties(group, { created: "createdate", modified: "lastmodifieddate" }),
  ...lifecycleProperties(group),
  ...engagementProperties(group),
  ...analyticsProperties("analyticsinformation"),
  ...inGroup(group, [
    ["email", "Email", "text", form],
    ["firstname", "First Name", "text", form],
    ["lastname", "Last Name", "text", form],
    ["salutation", "Salutation", "text", form],
    ["jobtitle", "Job Title", "text", form],
    ["job_function", "Job function", "text", form],
    ["seniority", "Seniority", "text"],
    ["phone", "Phone Number", "phone", form],
    ["mobilephone", "Mobile Phone Number", "phone", form],
    ["fax", "Fax Number", "text", form],
    ["company", "Company Name", "text", form],
    ["address", "Street Address", "text", form],
    ["city", "City", "text", form],
    ["state", "State/Region", "text", form],
    ["zip", "Postal Code", "text", form],
    ["country", "Country/Region", "text", form],
    ["website", "Website URL", "text", form],
    ["message", "Message", "area", form],
    ["industry", "Industry", "text", form],
    ["annualrevenue", "Annual Revenue", "text", form],
    [
      "numemployees",
      "Number of Employees",
      "select",
      {
        options: options(
          ["1-5", "5-25", "25-50", "50-100", "100-500", "500-1000", "1000+"].map((range) => [
            range,
            range,
          ]),
        ),
      },
    ],
    ["hs_lead_status", "Lead Status", "radio", leadStatus],
    ["hs_buying_role", "Buying Role", "checkbox", { options: buyingRole(), flags: ["extendable"] }],
    ["hs_linkedin_url", "LinkedIn URL", "text"],
    ["hs_language", "Preferred language", "text"],
    ["hs_persona", "Persona", "select", { flags: ["extendable"] }],
    ["hs_timezone", "Time Zone", "text"],
    ["associatedcompanyid", "Primary Associated Company ID", "number", { flags: ["readOnly"] }],
    ["hs_additional_emails", "Additional email addresses", "text", { flags: ["readOnly"] }],
    ["hs_all_contact_vids", "All vids for a contact", "text", calculated],
    ["hs_email_domain", "Email Domain", "text", calculated],
    ["hs_is_contact", "Is a contact", "bool", calculated],
    ["hs_is_unworked", "Contact unworked", "bool", calculated],
    ["hs_pipeline", "Pipeline", "text"],
    ["hs_marketable_status", "Marketing contact status", "bool", calculated],
    ["hs_calculated_form_submissions", "All form submissions", "area", hiddenCalculated()],
  ]),
  ...inGroup("emailinformation", [
    ["hs_email_optout", "Unsubscribed from all email", "bool", { flags: ["readOnly"] }],
    ["hs_email_bounce", "Marketing emails bounced", "number", calculated],
    ["hs_email_hard_bounce_reason_enum", "Email hard bounce reason", "select", bounceReason()],
    ["hs_email_quarantined", "Email address quarantined", "bool", calculated],
    ["hs_email_delivered", "Marketing emails delivered", "number", calculated],
    ["hs_email_open", "Marketing emails opened", "number", calculated],
    ["hs_email_click", "Marketing emails clicked", "number", calculated],
    ["hs_email_replied", "Marketing emails replied", "number", calculated],
    ["hs_email_last_send_date", "Last marketing email send date", "datetime", calculated],
    ["hs_email_last_open_date", "Last marketing email open date", "datetime", calculated],
    ["hs_email_last_click_date", "Last marketing email click date", "datetime", calculated],
    ["hs_email_last_reply_date", "Last marketing email reply date", "datetime", calculated],
  ]),
  ...inGroup("analyticsinformation", [
    ["hs_analytics_source", "Original Source", "select", trafficSource],
    ["hs_latest_source", "Latest Source", "select", trafficSource],
    ["hs_analytics_first_url", "First Page Seen", "text", calculated],
    ["hs_analytics_last_url", "Last Page Seen", "text", calculated],
    ["hs_analytics_first_referrer", "First Referring Site", "text", calculated],
    ["hs_analytics_last_referrer", "Last Referring Site", "text", calculated],
    ["hs_analytics_average_page_views", "Average Pageviews", "number", calculated],
    ["hs_analytics_num_event_completions", "Number of event completions", "number", calculated],
  ]),
];

function buyingRole() {
  return optionsOf(
    "BLOCKER BUDGET_HOLDER CHAMPION DECISION_MAKER END_USER EXECUTIVE_SPONSOR INFLUENCER LEGAL_AND_COMPLIANCE OTHER",
  );
}

function bounceReason() {
  const reasons = optionsOf("BLOCKED CONTENT MAILBOX_FULL OTHER POLICY SPAM UNKNOWN_USER");
  return { options: reasons, flags: ["calculated"] } as const;
}

function hiddenCalculated() {
  return { flags: ["calculated", "hidden"] } as const;
}
