import { currentId } from "./aliases.ts";
import { commit, draftCreate, findRecord } from "./objects.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import type { CrmRecord } from "./record.ts";
import type { RawValues, Write } from "./write-values.ts";

/** A webinar or a fair, told to HubSpot by the tool that organises it. */
export type MarketingEvent = {
  readonly id: string;
  readonly externalAccountId: string;
  readonly externalEventId: string;
  readonly name: string;
  readonly organizer: string;
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  /** Epoch milliseconds, as are all dates here. */
  readonly startsAt?: number | undefined;
  readonly endsAt?: number | undefined;
  readonly cancelled: boolean;
  readonly completed: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type AttendanceState = "REGISTERED" | "ATTENDED" | "CANCELLED" | "NO_SHOW";

/** Where one contact stands with one event; it moves on, and what it was before is not kept. */
export type Participation = {
  readonly id: string;
  readonly eventId: string;
  readonly contactId: string;
  readonly state: AttendanceState;
  readonly occurredAt: number;
  readonly durationSeconds?: number | undefined;
  readonly createdAt: number;
};

export function createEvent(
  portal: Portal,
  event: Omit<MarketingEvent, "id" | "createdAt" | "updatedAt">,
): MarketingEvent {
  const present = findEvent(portal, event);
  if (present !== undefined) {
    throw Problem.conflict(`Marketing event already exists. Existing ID: ${present.id}`);
  }
  const now = portal.now();
  const id = String(portal.nextNumber("record"));
  return keep(portal, { ...event, id, createdAt: now, updatedAt: now });
}

export type EventName = { readonly externalAccountId: string; readonly externalEventId: string };

/** The event an organiser's account calls by that id. */
function findEvent(
  portal: Portal,
  { externalAccountId, externalEventId }: EventName,
): MarketingEvent | undefined {
  return [...portal.marketingEvents.rows()].find(
    (event) =>
      event.externalEventId === externalEventId && event.externalAccountId === externalAccountId,
  );
}

export function requireEvent(portal: Portal, name: string | EventName): MarketingEvent {
  const event =
    typeof name === "string" ? portal.marketingEvents.get(name) : findEvent(portal, name);
  if (event !== undefined) return event;
  const said = typeof name === "string" ? name : name.externalEventId;
  throw Problem.notFound(`No marketing event exists with the id ${said}`);
}

/** Ends an event: who had registered and did not come is a no-show. */
export function completeEvent(
  portal: Portal,
  event: MarketingEvent,
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
): MarketingEvent {
  for (const participation of participationsIn(portal, event.id)) {
    if (participation.state !== "REGISTERED") continue;
    portal.participations.set(keyOf(participation), {
      ...participation,
      state: "NO_SHOW",
      occurredAt: endsAt,
    });
  }
  return keep(portal, { ...event, startsAt, endsAt, completed: true, updatedAt: portal.now() });
}

type Interaction = {
  readonly state: AttendanceState;
  readonly occurredAt: number;
  readonly durationSeconds?: number | undefined;
};

/** Notes that a contact registered for an event, came to it or cancelled. */
export function participate(
  portal: Portal,
  { event, contact }: { readonly event: MarketingEvent; readonly contact: CrmRecord },
  interaction: Interaction,
): Participation {
  const key = `${event.id}/${contact.id}`;
  const present = portal.participations.get(key);
  const id = present?.id ?? String(portal.nextNumber("record"));
  const createdAt = present?.createdAt ?? portal.now();
  const next = { id, eventId: event.id, contactId: contact.id, createdAt, ...interaction };
  portal.participations.set(key, next);
  return next;
}

/** The contact of an address; HubSpot makes one for somebody it does not know. */
export function participantOf(
  portal: Portal,
  { email, properties, write }: { email: string; properties: RawValues; write: Write },
): CrmRecord {
  const found = findRecord(portal, "0-1", { id: email, idProperty: "email" });
  if (found !== undefined) return found;
  return commit(portal, draftCreate(portal, "0-1", { raw: { ...properties, email }, write }));
}

/** Participations in an event, in the order they were first heard of. */
export function participationsIn(portal: Portal, eventId: string): readonly Participation[] {
  return participationsWhere(portal, (participation) => participation.eventId === eventId);
}

/** Participations of a contact, who may be called by an id or an e-mail address. */
export function participationsOf(portal: Portal, contact: string): readonly Participation[] {
  const target = contact.includes("@")
    ? { id: contact, idProperty: "email" }
    : { id: currentId(portal, "0-1", contact) };
  const found = findRecord(portal, "0-1", target);
  if (found === undefined) return [];
  return participationsWhere(
    portal,
    ({ contactId }) => currentId(portal, "0-1", contactId) === found.id,
  );
}

function participationsWhere(
  portal: Portal,
  wanted: (participation: Participation) => boolean,
): readonly Participation[] {
  return [...portal.participations.rows()]
    .filter(wanted)
    .sort((a, b) => Number(a.id) - Number(b.id));
}

function keyOf({ eventId, contactId }: Participation): string {
  return `${eventId}/${contactId}`;
}

function keep(portal: Portal, event: MarketingEvent): MarketingEvent {
  portal.marketingEvents.set(event.id, event);
  return event;
}
