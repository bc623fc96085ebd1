import type { Change, RecordRef } from "./change.ts";
import { commit, draftUpdate } from "./objects.ts";
import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import type { CrmRecord } from "./record.ts";
import type { RawValues } from "./write-values.ts";

const activities: ReadonlySet<ObjectTypeId> = new Set(["0-27", "0-46", "0-47", "0-48", "0-49"]);
const conversations: ReadonlySet<ObjectTypeId> = new Set(["0-47", "0-48", "0-49"]);

/** Notes on a record what an activity that was just associated with it means for it. */
export function noteActivity(portal: Portal, change: Change): void {
  if (change.kind !== "associationChanged" || change.removed) return;
  const { from, to, at } = change;
  const activity = portal.shelves[to.type].get(to.id);
  const record = portal.shelves[from.type].get(from.id);
  if (!activities.has(to.type) || !hasTraces(from) || activity === undefined) return;
  if (record === undefined || record.archivedAt !== undefined) return;
  const draft = draftUpdate(portal, record, {
    raw: tracesOf(record, activity, at),
    write: { source: { type: "ENGAGEMENTS", id: to.id }, at, authority: "portal" },
  });
  commit(portal, draft);
}

function hasTraces({ type }: RecordRef): boolean {
  return type === "0-1" || type === "0-2" || type === "0-3";
}

function tracesOf(record: CrmRecord, activity: CrmRecord, now: number): RawValues {
  const { values } = record;
  const at = activity.values["hs_timestamp"] ?? new Date(activity.createdAt).toISOString();
  const past = Date.parse(at) <= now;
  const latest = (name: string) => ((values[name] ?? "") > at ? (values[name] ?? at) : at);
  const onceMore = (name: string) => String(Number(values[name] ?? 0) + 1);
  const counted = { num_notes: onceMore("num_notes") };
  if (!past) return { ...counted, ...next(values["notes_next_activity_date"], at, now) };
  const noted = { ...counted, notes_last_updated: latest("notes_last_updated") };
  if (!conversations.has(activity.type)) return noted;
  const contacted = {
    ...noted,
    notes_last_contacted: latest("notes_last_contacted"),
    num_contacted_notes: onceMore("num_contacted_notes"),
  };
  if (activity.type === "0-47") {
    const booked = new Date(activity.createdAt).toISOString();
    return { ...contacted, engagements_last_meeting_booked: booked };
  }
  if (activity.values["hs_email_direction"] !== "INCOMING_EMAIL") return contacted;
  // What somebody wrote to us is an answer, not a contact we made.
  return { ...noted, hs_sales_email_last_replied: latest("hs_sales_email_last_replied") };
}

/** The nearest of what is planned; a date that has passed counts no more. */
function next(present: string | undefined, at: string, now: number): RawValues {
  const keep = present !== undefined && Date.parse(present) > now && present < at;
  return keep ? {} : { notes_next_activity_date: at };
}
