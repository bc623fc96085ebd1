import type { PropertyDefinition } from "../property-definition.ts";
import { inGroup } from "./rows.ts";

const readOnly = { flags: ["readOnly"] } as const;
const calculated = { flags: ["calculated"] } as const;

/** What every type of record has; types differ in what they call the dates of their records. */
export function recordProperties(
  groupName: string,
  { created, modified }: { readonly created: string; readonly modified: string },
): readonly PropertyDefinition[] {
  return inGroup(groupName, [
    [created, "Create Date", "datetime", readOnly],
    [modified, "Last Modified Date", "datetime", calculated],
    ["hs_object_id", "Record ID", "number", readOnly],
    ["hs_object_source", "Record creation source", "text", { flags: ["readOnly", "hidden"] }],
    ["hs_object_source_id", "Record creation source ID", "text", { flags: ["readOnly", "hidden"] }],
    ["hs_object_source_label", "Record source", "text", readOnly],
    ["hs_merged_object_ids", "Merged record IDs", "text", calculated],
    ["hubspot_owner_id", "Owner", "owner"],
    ["hubspot_owner_assigneddate", "Owner assigned date", "datetime", calculated],
  ]);
}

/** What e-mails, calls and notes leave on a record. */
export function engagementProperties(groupName: string): readonly PropertyDefinition[] {
  return inGroup(groupName, [
    ["notes_last_contacted", "Last Contacted", "datetime", calculated],
    ["notes_last_updated", "Last Activity Date", "datetime", calculated],
    ["notes_next_activity_date", "Next Activity Date", "datetime", calculated],
    ["num_contacted_notes", "Number of times contacted", "number", calculated],
    ["num_notes", "Number of Sales Activities", "number", calculated],
    ["hs_sales_email_last_replied", "Recent Sales Email Replied Date", "datetime", calculated],
    ["hs_sales_email_last_opened", "Recent Sales Email Opened Date", "datetime", calculated],
    ["hs_sales_email_last_clicked", "Recent Sales Email Clicked Date", "datetime", calculated],
    ["engagements_last_meeting_booked", "Date of last meeting booked", "datetime", calculated],
  ]);
}

/** What visits of the website leave on a record. */
export function analyticsProperties(groupName: string): readonly PropertyDefinition[] {
  return inGroup(groupName, [
    ["hs_analytics_num_page_views", "Number of Pageviews", "number", calculated],
    ["hs_analytics_num_visits", "Number of Sessions", "number", calculated],
    ["hs_analytics_first_timestamp", "Time First Seen", "datetime", calculated],
    ["hs_analytics_last_timestamp", "Time Last Seen", "datetime", calculated],
    ["hs_analytics_first_visit_timestamp", "Time of First Session", "datetime", calculated],
    ["hs_analytics_last_visit_timestamp", "Time of Last Session", "datetime", calculated],
    ["hs_analytics_source_data_1", "Original Source Drill-Down 1", "text", calculated],
    ["hs_analytics_source_data_2", "Original Source Drill-Down 2", "text", calculated],
    ["hs_latest_source_data_1", "Latest Source Drill-Down 1", "text", calculated],
    ["hs_latest_source_data_2", "Latest Source Drill-Down 2", "text", calculated],
    ["hs_latest_source_timestamp", "Latest Source Date", "datetime", calculated],
    ["num_conversion_events", "Number of Form Submissions", "number", calculated],
    ["num_unique_conversion_events", "Number of Unique Forms Submitted", "number", calculated],
    ["first_conversion_date", "First Conversion Date", "datetime", calculated],
    ["first_conversion_event_name", "First Conversion", "text", calculated],
    ["recent_conversion_date", "Recent Conversion Date", "datetime", calculated],
    ["recent_conversion_event_name", "Recent Conversion", "text", calculated],
  ]);
}
