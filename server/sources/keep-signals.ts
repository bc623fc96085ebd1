import type { Signal } from "../../src/facts/signal.ts";
import type { PortalRun } from "../context.ts";
import type { Trx } from "../store/open.ts";
import { touch, type Touch } from "../store/pending.ts";
import { readRecords, removeSignals } from "../store/records.ts";
import { replaceSignals } from "../store/source-signals.ts";
import type { WorkLane } from "../store/schema.ts";

export type Found = {
  readonly contactId: string;
  readonly signals: readonly Signal[];
  /** Ids of signals that no longer hold. */
  readonly withdrawn?: readonly string[];
};

/**
 * Keeps what a source shows of signals, and has those contacts decided again whose signals changed.
 * Reading the same thing twice adds nothing and touches nobody.
 */
export async function keepSignals(
  trx: Trx,
  run: PortalRun,
  work: {
    readonly found: readonly Found[];
    readonly cause: string;
    readonly lane: WorkLane;
    /** Of contacts with a signal from here on the record is read again too (epoch milliseconds). */
    readonly readFrom: number;
  },
): Promise<void> {
  const portalId = run.portal.portal_id;
  const added = await replaceSignals(trx, portalId, work.found);
  const removed = await removeSignals(trx, portalId, work.found);
  const changed = [...new Set([...added, ...removed])];
  const mirrored = await readRecords(trx, portalId, "contacts", changed);
  const isNew = ({ signals }: Found) => signals.some(({ at }) => at >= work.readFrom);
  const fresh = new Set(work.found.filter(isNew).map(({ contactId }) => contactId));
  const touchOf = (objectId: string, step: Touch["step"]): Touch => {
    return { objectType: "contacts", objectId, step, cause: work.cause };
  };
  // Reading records is live work.
  const isRead = (id: string) => mirrored.has(id) && !fresh.has(id);
  const read = changed.filter(isRead).map((id) => touchOf(id, "assess"));
  const unread = changed.filter((id) => !isRead(id)).map((id) => touchOf(id, "sync"));
  const now = run.services.now();
  await touch(trx, portalId, { touches: read, lane: work.lane, now });
  await touch(trx, portalId, { touches: unread, lane: "live", now });
}
