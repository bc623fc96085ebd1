import { currentId } from "../portal/aliases.ts";
import {
  participationsIn,
  type AttendanceState,
  type MarketingEvent,
  type Participation,
} from "../portal/marketing-events.ts";
import type { Portal } from "../portal/portal.ts";

/** An event as the answer to its creation shows it. */
export function createdView(event: MarketingEvent): object {
  return {
    eventName: event.name,
    eventOrganizer: event.organizer,
    eventCancelled: event.cancelled,
    eventCompleted: event.completed,
    customProperties: [],
    objectId: event.id,
    ...given({
      eventType: event.type,
      eventDescription: event.description,
      eventUrl: event.url,
      startDateTime: instant(event.startsAt),
      endDateTime: instant(event.endsAt),
    }),
  };
}

/** An event as reads show it, with how many took part. */
export function eventView(portal: Portal, event: MarketingEvent): object {
  const { registered, attended, cancelled, noShows } = countersView(portal, event.id);
  return {
    ...createdView(event),
    externalEventId: event.externalEventId,
    registrants: registered,
    attendees: attended,
    cancellations: cancelled,
    noShows,
    createdAt: instant(event.createdAt),
    updatedAt: instant(event.updatedAt),
  };
}

export function countersView(portal: Portal, eventId: string) {
  const states = participationsIn(portal, eventId).map(({ state }) => state);
  const count = (wanted: AttendanceState) => states.filter((state) => state === wanted).length;
  return {
    attended: count("ATTENDED"),
    registered: count("REGISTERED"),
    cancelled: count("CANCELLED"),
    noShows: count("NO_SHOW"),
  };
}

export function participationView(portal: Portal, participation: Participation): unknown {
  const { id, eventId, contactId, createdAt, state, occurredAt, durationSeconds } = participation;
  const event = portal.marketingEvents.get(eventId);
  const contact = portal.shelves["0-1"].get(currentId(portal, "0-1", contactId));
  const { email = "", firstname, lastname } = contact?.values ?? {};
  return {
    id,
    createdAt: instant(createdAt),
    associations: {
      contact: { contactId: contact?.id ?? contactId, email, ...given({ firstname, lastname }) },
      marketingEvent: {
        marketingEventId: eventId,
        name: event?.name ?? "",
        ...given({
          externalAccountId: event?.externalAccountId,
          externalEventId: event?.externalEventId,
        }),
      },
    },
    properties: {
      attendanceState: state,
      occurredAt,
      ...given({ attendanceDurationSeconds: durationSeconds }),
    },
  };
}

function given(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function instant(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
