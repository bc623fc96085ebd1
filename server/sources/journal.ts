import { z } from "zod";
import { playbookProperties } from "../../src/facts/allow-list.ts";
import { pushedProperties } from "../../src/facts/pushed-properties.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { AppError } from "../errors.ts";
import type { Gateway } from "../hubspot/crm.ts";
import type { JournalEvent } from "../hubspot/journal-calls.ts";
import { commitTouched } from "../intake/take-delivery.ts";
import { touchedRecords } from "../intake/touched-records.ts";
import { guardLease } from "../store/leases.ts";
import { moveSource } from "../store/sources.ts";
import type { Source } from "./source.ts";

export const journalEveryMs = 15_000;

const cursor = z.object({
  /** Version of the playbook whose properties were asked for. */
  playbook: z.number().optional(),
  /** Last file that was taken; null: none yet, or HubSpot no longer keeps it. */
  offset: z.string().nullable().default(null),
});

/**
 * The portal's Webhooks Journal: the second way in which HubSpot tells of changes, and the only one
 * for properties that the portal made itself. One file a step: the records it touches are committed
 * together with its offset, as if a webhook had told of them.
 */
export const journal: Source = {
  name: "journal",
  rows: "one",
  scope: null,
  step: async (run, row, lease) => {
    const { services, portal, playbook, gateway } = run;
    const portalId = portal.portal_id;
    const present = cursor.parse(row.cursor);
    if (present.playbook !== playbook.version) {
      for (const type of ["contacts", "companies"] as const) {
        const properties = asked(playbook, type);
        // None named would be all of them.
        if (properties.length > 0) await gateway.subscribeToJournal(type, properties);
      }
      const next = { ...present, playbook: playbook.version };
      return moveSource(services.db, row, { cursor: next, dueAt: services.now() });
    }
    const [entry, another] = await following(run.gateway, present.offset);
    const events = entry ? await gateway.journalFile(entry) : [];
    const records = events
      .filter((event) => String(event.portalId) === portalId)
      .flatMap((event) => touchedRecords(asWebhook(event)));
    // Before the offset: a crash in between takes the same file again, which does no harm.
    if (records.length > 0) await commitTouched(services, portalId, records);
    await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const now = services.now();
      const next = { ...present, offset: entry?.offset ?? present.offset };
      const dueAt = another ? now : now + journalEveryMs;
      await moveSource(trx, row, { cursor: next, dueAt, readAt: now });
    });
    services.metrics.events.inc({ outcome: "taken from the journal" }, events.length);
  },
};

/** An offset older than three days is not known any more: what is kept is read from its beginning. */
async function following(gateway: Gateway, offset: string | null) {
  try {
    return await gateway.journalAfter(offset);
  } catch (error) {
    const isLost = error instanceof AppError && error.code === "hubspot_not_found";
    if (!isLost || offset === null) throw error;
    return gateway.journalAfter(null);
  }
}

/** What the playbook reads and no webhook of the app tells of. */
function asked(playbook: Playbook, type: "contacts" | "companies"): readonly string[] {
  const pushed = new Set(pushedProperties[type]);
  return playbookProperties(playbook)[type].filter((name) => !pushed.has(name));
}

function asWebhook({ portalId, objectTypeId, objectId, propertyNames }: JournalEvent) {
  const [propertyName] = propertyNames;
  const subscriptionType = "object.propertyChange";
  return {
    portalId,
    objectTypeId,
    objectId,
    subscriptionType,
    ...(propertyName && { propertyName }),
  };
}
