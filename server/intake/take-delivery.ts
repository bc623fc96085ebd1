import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { noteEvents } from "../store/last-events.ts";
import { knownPortals } from "../store/portals.ts";
import { touch } from "../store/pending.ts";
import { forgetContact } from "../sync/forget-contact.ts";
import { parseDelivery } from "./parse-events.ts";
import { isOwnWrite, touchedRecords, type TouchedRecord } from "./touched-records.ts";

export type Taken = {
  readonly events: number;
  readonly own: number;
  readonly unreadable: number;
  readonly unknownPortal: number;
  readonly records: number;
};

/**
 * Commits which records a delivery touches; only then may HubSpot be told 2xx. Events of portals we
 * do not serve are counted and dropped: HubSpot may still deliver after an uninstall.
 */
export async function takeDelivery(services: Services, body: string): Promise<Taken> {
  const { db, metrics, now } = services;
  const delivery = parseDelivery(body);
  if (delivery.kind === "malformed") throw new AppError("bad_request", delivery.reason);
  const foreign = delivery.events.filter((event) => !isOwnWrite(event));
  const touched = foreign.flatMap(touchedRecords);
  const byPortal = group(touched);
  const known = await knownPortals(db, [...byPortal.keys()]);

  for (const [portalId, records] of byPortal) {
    if (!known.has(portalId)) continue;
    await commit(services, portalId, records);
  }
  await noteEvents(db, [...known], now());
  for (const portalId of known) void ringSafely(services, portalId, "live");

  const unknownPortal = foreign.filter((event) => !known.has(String(event.portalId))).length;
  const taken: Taken = {
    events: delivery.events.length,
    own: delivery.events.length - foreign.length,
    unreadable: delivery.unreadable,
    unknownPortal,
    records: touched.filter((record) => known.has(record.portalId)).length,
  };
  metrics.events.inc({ outcome: "taken" }, foreign.length - unknownPortal);
  metrics.events.inc({ outcome: "own write" }, taken.own);
  metrics.events.inc({ outcome: "unreadable" }, taken.unreadable);
  metrics.events.inc({ outcome: "unknown portal" }, taken.unknownPortal);
  if (taken.unreadable > 0)
    services.log.warn({ unreadable: taken.unreadable, at: now() }, "webhook events unreadable");
  return taken;
}

async function commit(
  { db, now }: Services,
  portalId: string,
  records: readonly TouchedRecord[],
): Promise<void> {
  const forgotten = records.filter((record) => record.kind === "forgotten");
  const forgottenIds = new Set(forgotten.map((record) => record.objectId));
  for (const id of forgottenIds) await forgetContact(db, portalId, id, now());
  const touches = records
    .filter((record) => !(record.objectType === "contacts" && forgottenIds.has(record.objectId)))
    .map((record) => ({ ...record, step: "sync" as const }));
  await touch(db, portalId, { touches, lane: "live", now: now() });
}

function group(records: readonly TouchedRecord[]): Map<string, TouchedRecord[]> {
  const groups = new Map<string, TouchedRecord[]>();
  for (const record of records)
    groups.set(record.portalId, [...(groups.get(record.portalId) ?? []), record]);
  return groups;
}
