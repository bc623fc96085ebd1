import { z } from "zod";
import { activitySignals, type ActivityType, givenBy } from "../../src/facts/activity-signals.ts";
import { readEvery } from "../../src/playbook/reading-times.ts";
import { memoryOf } from "../../src/scoring/memory.ts";
import type { PortalRun } from "../context.ts";
import type { ActivityPage } from "../hubspot/activity-calls.ts";
import type { OptionalScope } from "../hubspot/scopes.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { guardLease } from "../store/leases.ts";
import { readRecords } from "../store/records.ts";
import { moveSource } from "../store/sources.ts";
import { type Found, keepSignals } from "./keep-signals.ts";
import type { Source } from "./source.ts";

const activitiesEveryMs = readEvery.activities;
/** HubSpot's search lags behind by up to half a minute. */
const overlapMs = 2 * 60_000;
/** HubSpot's search shows no more than 10,000 results; a page has up to 200. */
const mostAfter = 9_800;

const cursor = z.object({
  /** Everything modified before this instant was read. */
  until: z.number().optional(),
  reading: z
    .object({ since: z.number(), begunAt: z.number(), after: z.string().nullable() })
    .optional(),
});
type Cursor = z.infer<typeof cursor>;

/**
 * One page of the activities modified since the last look. Each is asked for its contacts, so that a
 * first reading costs calls by the number of activities and not of contacts.
 */
export function activities(type: ActivityType, scope: OptionalScope | null): Source {
  return {
    name: type,
    rows: "one",
    scope,
    step: async (run, row, lease) => {
      const { services, portal, playbook, gateway } = run;
      const { until, reading = begun(services.now(), until, memoryOf(playbook)) } = cursor.parse(
        row.cursor,
      );
      const lane = until === undefined ? "bulk" : "live";
      const page = await gateway.activities(type, { ...reading, lane });
      const telling = page.activities.filter(tells);
      const ids = telling.map(({ id }) => id);
      const contacts = await gateway.contactsOfActivities(type, ids, lane);
      const next = following({ until, reading }, page);
      await services.db.transaction().execute(async (trx) => {
        await guardLease(trx, lease);
        const now = services.now();
        const people = await addressed(run, trx, [...contacts.values()].flat());
        const found = telling.flatMap((activity): readonly Found[] => {
          const those = (contacts.get(activity.id) ?? []).map((id) => ({
            id,
            email: people.get(id) ?? null,
          }));
          const says = activitySignals(activity);
          return givenBy(activity, those).map(({ id }) => ({ contactId: id, ...says }));
        });
        const cause = type === "emails" ? "e-mail" : type.slice(0, -1);
        await keepSignals(trx, run, { found, cause, lane, readFrom: Infinity });
        const isDone = next.reading === undefined;
        const dueAt = isDone ? now + activitiesEveryMs : now;
        await moveSource(trx, row, { cursor: next, dueAt, ...(isDone && { readAt: now }) });
      });
      if (telling.length > 0) await ringSafely(services, portal.portal_id, lane);
    },
  };
}

function begun(now: number, until: number | undefined, memoryMs: number) {
  return { since: (until ?? now - memoryMs) - overlapMs, begunAt: now, after: null };
}

/** Whether it says anything, or takes back what it said. */
function tells(activity: ActivityPage["activities"][number]): boolean {
  const { signals, withdrawn } = activitySignals(activity);
  return signals.length + withdrawn.length > 0;
}

async function addressed(
  { portal }: PortalRun,
  trx: Parameters<typeof readRecords>[0],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const records = await readRecords(trx, portal.portal_id, "contacts", [...new Set(ids)]);
  return new Map([...records].map(([id, { properties }]) => [id, properties["email"] ?? null]));
}

function following(
  { until, reading }: Cursor & { readonly reading: NonNullable<Cursor["reading"]> },
  { activities: read, after }: ActivityPage,
): Cursor {
  if (after === null) return { until: reading.begunAt };
  const last = read.at(-1)?.updatedAt ?? reading.since;
  // Where the search ends, another one goes on from the last it showed.
  const isEnd = Number(after) > mostAfter && last > reading.since;
  return {
    until,
    reading: isEnd ? { ...reading, since: last, after: null } : { ...reading, after },
  };
}
