import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { noteEvents } from "../store/last-events.ts";
import { knownPortals } from "../store/portals.ts";
import { touch } from "../store/pending.ts";
import { forgetContact } from "../sync/forget-contact.ts";
import { gather } from "./gather.ts";
import { parseDelivery, type WebhookEvent } from "./parse-events.ts";
import { isOwnWrite, touchedRecords, type TouchedRecord } from "./touched-records.ts";

export type Taken = {
  readonly events: number;
  readonly own: number;
  readonly unreadable: number;
  readonly unknownPortal: number;
  readonly records: number;
};

/** Takes one delivery, the text of a request's body. */
export type Intake = (body: string) => Promise<Taken>;
type Parts = Pick<Services, "db" | "metrics" | "now" | "log" | "bell">;

/**
 * Commits which records a delivery touches; only then may HubSpot be told 2xx. Events of portals we
 * do not serve are counted and dropped: HubSpot may still deliver after an uninstall. Deliveries for
 * a portal that arrive during a commit are committed together with the next.
 */
export function createIntake(services: Parts): Intake {
  const portals = new Map<string, (records: readonly TouchedRecord[]) => Promise<boolean>>();

  function commitFor(portalId: string) {
    const present = portals.get(portalId);
    if (present) return present;
    const created = gather((groups: readonly (readonly TouchedRecord[])[]) =>
      commitTouched(services, portalId, groups.flat()),
    );
    portals.set(portalId, created);
    return created;
  }

  return async (body) => {
    const delivery = parseDelivery(body);
    if (delivery.kind === "malformed") throw new AppError("bad_request", delivery.reason);
    const foreign = delivery.events.filter((event) => !isOwnWrite(event));
    const touched = foreign.flatMap(touchedRecords);
    const known = new Set<string>();
    for (const [portalId, records] of group(touched)) {
      if (await commitFor(portalId)(records)) known.add(portalId);
      else portals.delete(portalId); // or strangers could fill the memory
    }
    return report(services, delivery, { foreign, touched, known });
  };
}

/**
 * Commits which records are to be read again, forgets those that HubSpot has forgotten, and wakes the
 * portal's loop. False: the portal is not ours, nothing was kept.
 */
export async function commitTouched(
  services: Parts,
  portalId: string,
  records: readonly TouchedRecord[],
): Promise<boolean> {
  const { db, now } = services;
  const forgotten = new Set(
    records.filter((record) => record.kind === "forgotten").map((record) => record.objectId),
  );
  if (forgotten.size > 0) {
    if (!(await knownPortals(db, [portalId])).has(portalId)) return false;
    for (const id of forgotten) await forgetContact(db, portalId, id, now());
  }
  const touches = records
    .filter((record) => !(record.objectType === "contacts" && forgotten.has(record.objectId)))
    .map((record) => ({ ...record, step: "sync" as const }));
  // One transaction: HubSpot waits, and connections and commits are what it waits for.
  const isKnown = await db.transaction().execute(async (trx) => {
    if (!(await knownPortals(trx, [portalId])).has(portalId)) return false;
    await touch(trx, portalId, { touches, lane: "live", now: now() });
    await noteEvents(trx, [portalId], now());
    return true;
  });
  if (isKnown) void ringSafely(services, portalId, "live");
  return isKnown;
}

function report(
  { metrics, log, now }: Parts,
  delivery: { readonly events: readonly WebhookEvent[]; readonly unreadable: number },
  found: {
    readonly foreign: readonly WebhookEvent[];
    readonly touched: readonly TouchedRecord[];
    readonly known: ReadonlySet<string>;
  },
): Taken {
  const { foreign, touched, known } = found;
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
    log.warn({ unreadable: taken.unreadable, at: now() }, "webhook events unreadable");
  return taken;
}

function group(records: readonly TouchedRecord[]): Map<string, TouchedRecord[]> {
  const groups = new Map<string, TouchedRecord[]>();
  for (const record of records)
    groups.set(record.portalId, [...(groups.get(record.portalId) ?? []), record]);
  return groups;
}
