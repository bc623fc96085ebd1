import type { PortalRun } from "../context.ts";
import { deliver } from "../deliver/deliver.ts";
import type { Lease } from "../store/leases.ts";
import { allDueWishes, type OutboxRow } from "../store/outbox.ts";
import { attemptDelivery } from "./attempt.ts";

/** HubSpot's batch size. */
const batchSize = 100;
/** Enough under way to use the whole budget when HubSpot takes most of a second to answer. */
const abreast = 8;

export type BulkDelivery = {
  /** Begins what can begin; a batch that is not full yet waits, unless nothing is going to fill it. */
  readonly begin: (options: { readonly onlyFull: boolean }) => Promise<"begun" | "idle">;
  readonly isBusy: () => boolean;
  /** When the next one of those under way ends. Throws what ends the run. */
  readonly next: () => Promise<void>;
  /** When all have ended. */
  readonly settle: () => Promise<void>;
};

/**
 * Deliveries of the bulk lane, several at once: the budget decides the pace, not HubSpot's answering
 * time. Records under way are known here alone, which suffices: one process holds the lane's lease.
 */
export function createBulkDelivery(run: PortalRun, lease: Lease): BulkDelivery {
  const { services, portal } = run;
  const underWay = new Map<Promise<void>, readonly OutboxRow[]>();
  const failures: unknown[] = [];

  function send(rows: readonly OutboxRow[]): void {
    const work = attemptDelivery(run, rows, (batch) => deliver(run, batch, { lane: "bulk", lease }))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(work));
    underWay.set(work, rows);
  }

  function tell(): void {
    if (failures.length > 0) throw failures[0];
  }

  return {
    begin: async ({ onlyFull }) => {
      tell();
      const free = abreast - underWay.size;
      if (free === 0) return "idle";
      const taken = new Set([...underWay.values()].flat().map(keyOf));
      const limit = taken.size + (free + 1) * batchSize;
      const query = { lane: "bulk", now: services.now(), limit } as const;
      const due = await allDueWishes(services.db, portal.portal_id, query);
      const batches = inBatches(due.filter((row) => !taken.has(keyOf(row))))
        .filter((batch) => !onlyFull || batch.length === batchSize)
        .slice(0, free);
      for (const batch of batches) send(batch);
      return batches.length > 0 ? "begun" : "idle";
    },
    isBusy: () => underWay.size > 0,
    next: async () => {
      await Promise.race(underWay.keys());
      tell();
    },
    settle: async () => {
      await Promise.all(underWay.keys());
      tell();
    },
  };
}

function keyOf({ object_type, object_id }: OutboxRow): string {
  return `${object_type} ${object_id}`;
}

/** A batch holds one type. What may already have been sent is looked at first, so it goes apart. */
function inBatches(rows: readonly OutboxRow[]): readonly (readonly OutboxRow[])[] {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const key = `${row.object_type} ${row.sent_version !== null}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const batches = [];
    for (let i = 0; i < group.length; i += batchSize) batches.push(group.slice(i, i + batchSize));
    return batches;
  });
}
