import { z } from "zod";
import type { MarketingEvent, Participation } from "../../src/facts/event-signals.ts";
import type { Ask } from "./ask.ts";
import { apiVersion } from "./client.ts";
import type { Lane } from "./crm.ts";

export type ListedEvent = MarketingEvent & {
  /** Epoch milliseconds; `null`: no end was told. */
  readonly endsAt: number | null;
  /** How many registered, came, cancelled and stayed away; other numbers, other participations. */
  readonly counts: string;
};

export type EventCalls = {
  readonly marketingEvents: (lane: Lane) => Promise<readonly ListedEvent[]>;
  /** One page of at most 100, in no order that tells the new ones. */
  readonly participations: (
    eventId: string,
    query: { readonly after: string | null; readonly lane: Lane },
  ) => Promise<{
    readonly participations: readonly (Participation & { readonly contactId: string })[];
    readonly after: string | null;
  }>;
};

const idText = z.union([z.string(), z.number()]).transform(String);
const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const paging = z
  .object({ next: z.object({ after: idText }).optional() })
  .optional()
  .transform((pages) => pages?.next?.after ?? null);
const count = z.number().default(0);

const eventPage = z.object({
  results: z.array(
    z
      .object({
        objectId: idText,
        eventName: z.string(),
        eventType: z.string().nullish(),
        endDateTime: instant.nullish(),
        registrants: count,
        attendees: count,
        cancellations: count,
        noShows: count,
      })
      .transform(
        ({ objectId: id, eventName: name, eventType, endDateTime, ...counts }): ListedEvent => ({
          id,
          name,
          type: eventType ?? null,
          endsAt: endDateTime ?? null,
          counts: Object.values(counts).join("/"),
        }),
      ),
  ),
  paging,
});
const participationPage = z.object({
  results: z.array(
    z
      .object({
        createdAt: instant,
        associations: z.object({ contact: z.object({ contactId: idText }) }),
        properties: z.object({
          attendanceState: z.enum(["REGISTERED", "ATTENDED", "CANCELLED", "NO_SHOW"]),
          occurredAt: z.number(),
        }),
      })
      .transform(({ createdAt: since, associations, properties }) => ({
        contactId: associations.contact.contactId,
        state: properties.attendanceState,
        at: properties.occurredAt,
        since,
      })),
  ),
  paging,
});

/** Webinars and fairs, and who took part. */
export function eventCalls(ask: Ask): EventCalls {
  const root = `/marketing/marketing-events/${apiVersion}`;
  return {
    marketingEvents: async (lane) => {
      const events: ListedEvent[] = [];
      let after: string | null = null;
      do {
        const query = { limit: "100", ...(after !== null && { after }) };
        const call = { method: "GET", path: root, query, lane } as const;
        const page: z.infer<typeof eventPage> = await ask(call, eventPage);
        events.push(...page.results);
        after = page.paging;
      } while (after !== null);
      return events;
    },
    participations: async (eventId, { after, lane }) => {
      const path = `${root}/participations/${encodeURIComponent(eventId)}/breakdown`;
      const query = { limit: "100", ...(after !== null && { after }) };
      const page = await ask({ method: "GET", path, query, lane }, participationPage);
      return { participations: page.results, after: page.paging };
    },
  };
}
