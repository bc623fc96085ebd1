import { z } from "zod";
import { eventSignals, isGoverned } from "../../src/facts/event-signals.ts";
import { readEvery } from "../../src/playbook/reading-times.ts";
import { memoryOf } from "../../src/scoring/memory.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { guardLease } from "../store/leases.ts";
import { addSources, dropSources, moveSource, readSources } from "../store/sources.ts";
import { keepSignals } from "./keep-signals.ts";
import type { Source } from "./source.ts";

const eventsEveryMs = readEvery.events;
const day = 86_400_000;
const name = "participations";
const scope = "crm.objects.marketing_events.read";

const cursor = z.object({
  event: z.object({ id: z.string(), name: z.string(), type: z.string().nullable() }),
  /** What the listing counted, and the playbook that decides what it means. */
  counts: z.string(),
  playbook: z.number(),
  isRead: z.boolean(),
  after: z.string().nullable(),
});
type Cursor = z.infer<typeof cursor>;

/**
 * Which events are looked at: those of the playbook's webinar offers that are not long past. Who took
 * part is read again when the listing counts otherwise than before.
 */
export const events: Source = {
  name: "events",
  rows: "one",
  scope,
  step: async (run, row, lease) => {
    const { services, portal, playbook, gateway } = run;
    const portalId = portal.portal_id;
    const listed = await gateway.marketingEvents("live");
    const now = services.now();
    const oldest = now - memoryOf(playbook);
    const governed = listed
      .filter(({ endsAt }) => endsAt === null || endsAt >= oldest)
      .filter((event) => isGoverned(event, playbook));
    const wanted = new Map(governed.map((event) => [`${name}:${event.id}`, event]));
    await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const mine = (await readSources(trx, portalId)).filter(({ source }) =>
        source.startsWith(`${name}:`),
      );
      const gone = mine.map(({ source }) => source).filter((source) => !wanted.has(source));
      await dropSources(trx, portalId, gone);
      const added = [...wanted].map(([source, { counts, endsAt: _endsAt, ...event }]) => {
        const fresh = { playbook: playbook.version, isRead: false, after: null };
        return { source, cursor: { event, counts, ...fresh } satisfies Cursor };
      });
      await addSources(trx, portalId, added, now);
      for (const each of mine) {
        const counts = wanted.get(each.source)?.counts;
        const known = cursor.parse(each.cursor);
        if (counts === undefined || counts === known.counts) continue;
        await moveSource(trx, each, { cursor: { ...known, counts, after: null }, dueAt: now });
      }
      const next = { cursor: { playbook: playbook.version }, readAt: now };
      await moveSource(trx, row, { ...next, dueAt: now + eventsEveryMs });
    });
  },
};

/** One page of who took part in one event. */
export const participations: Source = {
  name,
  rows: "each",
  scope,
  step: async (run, row, lease) => {
    const { services, portal, playbook, gateway } = run;
    const present = cursor.parse(row.cursor);
    const lane = present.isRead ? "live" : "bulk";
    const { event, after } = present;
    const page = await gateway.participations(event.id, { after, lane });
    const found = page.participations.map(({ contactId, ...participation }) => {
      return { contactId, ...eventSignals(event, participation, playbook) };
    });
    await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const now = services.now();
      await keepSignals(trx, run, { found, cause: "webinar", lane, readFrom: Infinity });
      const isDone = page.after === null;
      const next = { ...present, after: page.after, isRead: present.isRead || isDone };
      const moved = { cursor: { ...next, playbook: playbook.version }, readAt: now };
      // Once a day besides: two who came and two who cancelled after all count alike.
      await moveSource(trx, row, { ...moved, dueAt: isDone ? now + day : now });
    });
    if (found.length > 0) await ringSafely(services, portal.portal_id, lane);
  },
};
