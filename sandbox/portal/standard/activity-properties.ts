import type { PropertyDefinition } from "../property-definition.ts";
import { recordProperties } from "./record-properties.ts";
import { inGroup, options, optionsOf, type StandardProperty } from "./rows.ts";

const created = { created: "hs_createdate", modified: "hs_lastmodifieddate" } as const;

export const noteProperties = activity("note", [["hs_note_body", "Note body", "area"]]);

export const taskProperties = activity("task", [
  ["hs_task_subject", "Task Title", "text"],
  ["hs_task_body", "Task Notes", "area"],
  [
    "hs_task_status",
    "Task Status",
    "select",
    { options: optionsOf("NOT_STARTED IN_PROGRESS WAITING DEFERRED COMPLETED") },
  ],
  ["hs_task_priority", "Priority", "select", { options: optionsOf("NONE LOW MEDIUM HIGH") }],
  ["hs_task_type", "Task Type", "select", { options: optionsOf("TODO CALL EMAIL") }],
  ["hs_task_reminders", "Reminders", "text"],
  ["hs_queue_membership_ids", "Queue", "text"],
]);

export const meetingProperties = activity("meeting", [
  ["hs_meeting_title", "Meeting name", "text"],
  ["hs_meeting_body", "Meeting description", "area"],
  ["hs_internal_meeting_notes", "Internal meeting notes", "area"],
  ["hs_meeting_external_url", "External URL", "text"],
  ["hs_meeting_location", "Meeting location", "text"],
  ["hs_meeting_start_time", "Meeting start time", "datetime"],
  ["hs_meeting_end_time", "Meeting end time", "datetime"],
  [
    "hs_meeting_outcome",
    "Meeting outcome",
    "select",
    {
      options: optionsOf("SCHEDULED COMPLETED RESCHEDULED NO_SHOW CANCELED"),
      flags: ["extendable"],
    },
  ],
  ["hs_activity_type", "Call and meeting type", "select", { flags: ["extendable"] }],
]);

export const callProperties = activity("call", [
  ["hs_call_title", "Call Title", "text"],
  ["hs_call_body", "Call notes", "area"],
  ["hs_call_direction", "Call direction", "select", { options: optionsOf("INBOUND OUTBOUND") }],
  ["hs_call_disposition", "Call outcome", "select", { options: callOutcomes() }],
  ["hs_call_duration", "Call duration", "number"],
  ["hs_call_from_number", "From number", "text"],
  ["hs_call_to_number", "To Number", "text"],
  ["hs_call_recording_url", "Recording URL", "text"],
  [
    "hs_call_status",
    "Call Status",
    "select",
    {
      options: optionsOf(
        "BUSY CALLING_CRM_USER CANCELED COMPLETED CONNECTING FAILED IN_PROGRESS MISSED NO_ANSWER QUEUED RINGING",
      ),
    },
  ],
  ["hs_activity_type", "Call and meeting type", "select", { flags: ["extendable"] }],
]);

export const emailProperties = activity("email", [
  ["hs_email_subject", "Email subject", "text"],
  ["hs_email_text", "Text body", "area"],
  ["hs_email_html", "HTML Email Body", "area"],
  [
    "hs_email_direction",
    "Email Direction",
    "select",
    { options: optionsOf("EMAIL INCOMING_EMAIL FORWARDED_EMAIL") },
  ],
  [
    "hs_email_status",
    "Email send status",
    "select",
    { options: optionsOf("BOUNCED FAILED SCHEDULED SENDING SENT") },
  ],
  ["hs_email_headers", "Email Headers", "area"],
  ["hs_email_from_email", "Email From Address", "text", { flags: ["calculated"] }],
]);

/** What every activity has, and what one kind has besides. HubSpot calls its group like the kind. */
function activity(kind: string, rows: readonly StandardProperty[]): readonly PropertyDefinition[] {
  return [
    ...recordProperties(kind, created),
    ...inGroup(kind, [
      ["hs_timestamp", "Activity date", "datetime"],
      ["hs_attachment_ids", "Attached file IDs", "text"],
      ...rows,
    ]),
  ];
}

/** Outcomes are named by ids that are the same in every portal. */
function callOutcomes() {
  return options([
    ["9d9162e7-6cf3-4944-bf63-4dff82258764", "Busy"],
    ["f240bbac-87c9-4f6e-bf70-924b57d47db7", "Connected"],
    ["a4c4c377-d246-4b32-a13b-75a56a4cd0ff", "Left live message"],
    ["b2cf5968-551e-4856-9783-52b3da59a7d0", "Left voicemail"],
    ["73a0d17f-1163-4015-bdd5-ec830791da20", "No answer"],
    ["17b47fee-58de-441e-a44c-c6300d46f273", "Wrong number"],
  ]);
}
