import { parseInstant } from "./civil-date.ts";
import { type Signal, type SignalKind, signalLabels } from "./signal.ts";

export const activityTypes = ["meetings", "calls", "emails"] as const;
export type ActivityType = (typeof activityTypes)[number];

/** All that is read of an activity: dates, outcome and direction; of an e-mail whom it came from. */
export const activityProperties: Readonly<Record<ActivityType, readonly string[]>> = {
  meetings: ["hs_createdate", "hs_meeting_outcome", "hs_meeting_start_time", "hs_timestamp"],
  calls: ["hs_call_direction", "hs_call_disposition", "hs_call_status", "hs_timestamp"],
  emails: ["hs_email_direction", "hs_email_from_email", "hs_timestamp"],
};

export type Activity = {
  readonly type: ActivityType;
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
};

/** HubSpot's id of the outcome "Connected", the same in every portal. */
const connected = "f240bbac-87c9-4f6e-bf70-924b57d47db7";
const fellThrough: ReadonlySet<string | null> = new Set(["CANCELED", "NO_SHOW"]);

/**
 * What an activity says of those who took part in it. A meeting is one sign of interest when it is
 * booked and another when it is held; a call counts when somebody spoke, an e-mail when it came from
 * outside. `withdrawn`: ids of signals that no longer hold, as of a meeting called off.
 */
export function activitySignals(activity: Activity): {
  readonly signals: readonly Signal[];
  readonly withdrawn: readonly string[];
} {
  switch (activity.type) {
    case "meetings":
      return meetingSignals(activity);
    case "calls":
      return { signals: spoken(activity), withdrawn: [] };
    case "emails":
      return { signals: reply(activity), withdrawn: [] };
  }
}

/** Who of those an activity belongs to gave the sign: of an e-mail its sender alone. */
export function givenBy<T extends { readonly email: string | null }>(
  { type, properties }: Activity,
  people: readonly T[],
): readonly T[] {
  if (type !== "emails") return people;
  const from = (properties["hs_email_from_email"] ?? "").trim().toLowerCase();
  if (from === "") return people.length === 1 ? people : [];
  return people.filter(({ email }) => email?.toLowerCase() === from);
}

function meetingSignals({ id, properties }: Activity) {
  const outcome = properties["hs_meeting_outcome"] ?? null;
  const startsAt = instantIn(properties, "hs_meeting_start_time", "hs_timestamp");
  const bookedAt = instantIn(properties, "hs_createdate");
  const isHeld = outcome === "COMPLETED" && startsAt !== null;
  // Entered afterwards, it was never waited for.
  const isBooked =
    bookedAt !== null && !fellThrough.has(outcome) && (startsAt === null || bookedAt < startsAt);
  const ids = { booked: `meeting:${id}`, held: `meeting:${id}:held` };
  return {
    signals: [
      ...(isBooked ? [sign(ids.booked, "consultation", bookedAt, "Meeting booked")] : []),
      ...(isHeld ? [sign(ids.held, "consultation", startsAt, "Meeting held")] : []),
    ],
    withdrawn: [...(isBooked ? [] : [ids.booked]), ...(isHeld ? [] : [ids.held])],
  };
}

/** An answered call is worth what an answered e-mail is. */
function spoken({ id, properties }: Activity): readonly Signal[] {
  const at = instantIn(properties, "hs_timestamp");
  const isInbound = properties["hs_call_direction"] === "INBOUND";
  const tookPlace = properties["hs_call_status"] === "COMPLETED";
  const isConnected = properties["hs_call_disposition"] === connected;
  if (at === null || !(isConnected || (isInbound && tookPlace))) return [];
  return [sign(`call:${id}`, "email_reply", at, isInbound ? "Called us" : "Call answered")];
}

function reply({ id, properties }: Activity): readonly Signal[] {
  const at = instantIn(properties, "hs_timestamp");
  if (at === null || properties["hs_email_direction"] !== "INCOMING_EMAIL") return [];
  return [sign(`email:${id}`, "email_reply", at, signalLabels.email_reply)];
}

function sign(id: string, kind: SignalKind, at: number, label: string): Signal {
  return { id, kind, offerId: null, at, own: true, label };
}

function instantIn(properties: Activity["properties"], ...names: readonly string[]): number | null {
  for (const name of names) {
    const text = properties[name];
    const at = text ? parseInstant(text) : null;
    if (at !== null) return at;
  }
  return null;
}
