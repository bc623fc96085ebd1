import { readBackfill } from "../store/backfills.ts";
import { listedTypes, readListings } from "../store/listings.ts";
import type { Db } from "../store/open.ts";

/** HubSpot's batch and page size. */
const pageSize = 100;

export type Progress = {
  readonly step: "listing" | "assess" | "done";
  readonly listed: number;
  /** How many records there are to list; `null` where HubSpot has not said. */
  readonly total: number | null;
  readonly toDecide: number;
  readonly toWrite: number;
  /** Calls to HubSpot that the work still takes, as far as it is known; `null` while that is unknown. */
  readonly callsLeft: number | null;
  /** `callsLeft` ÷ the budget; `null` while unknown. */
  readonly remainingMs: number | null;
};

type Count = { readonly type: string; readonly count: number };

/**
 * How far a portal's back-fill or rescore is. What is left is counted in calls, because calls are
 * what is scarce: pages still to list, and each record that has to be decided or written as part of
 * a batch of its type. A first decision writes nearly every record; a later one fewer, so the number
 * is then the most it can take. `callsPerSecond` is the budget of bulk work.
 */
export async function readProgress(
  db: Db,
  portalId: string,
  { callsPerSecond }: { readonly callsPerSecond: number },
): Promise<Progress> {
  const backfill = await readBackfill(db, portalId);
  const all = await readListings(db, portalId);
  const listings = all.filter((row) => row.purpose === "backfill");
  const isListing = backfill?.step === "listing";
  const totals = listings.map((row) => row.total);
  const isKnown = listings.length === listedTypes.length && totals.every((total) => total !== null);
  const total = isKnown ? totals.reduce((sum, count) => sum + (count ?? 0), 0) : null;
  const pagesLeft = listings
    .filter((row) => row.finished_at === null)
    .reduce((sum, row) => sum + pagesOf((row.total ?? 0) - row.listed), 0);
  const unlisted = listings
    .filter((row) => row.object_type !== "companies" && row.finished_at === null)
    .map((row) => ({ type: row.object_type, count: Math.max(0, (row.total ?? 0) - row.listed) }));
  const [pending, outbox, unverified] = await Promise.all([
    waitingIn(db, portalId, "pending"),
    waitingIn(db, portalId, "outbox"),
    waitingIn(db, portalId, "unverified"),
  ]);
  const writes = batchesOf([...pending, ...outbox, ...(isListing ? unlisted : [])]);
  const counted = (isListing ? pagesLeft : 0) + writes + batchesOf(unverified);
  const callsLeft = isListing && !isKnown ? null : counted;
  return {
    step: backfill?.step ?? "done",
    listed: backfill?.listed ?? 0,
    total,
    toDecide: sumOf(pending),
    toWrite: sumOf(outbox),
    callsLeft,
    remainingMs: callsLeft === null ? null : Math.round((callsLeft / callsPerSecond) * 1000),
  };
}

async function waitingIn(
  db: Db,
  portalId: string,
  table: "pending" | "outbox" | "unverified",
): Promise<readonly Count[]> {
  const rows = await db
    .selectFrom(table)
    .select(["object_type as type", (e) => e.fn.countAll<number>().as("count")])
    .where("portal_id", "=", portalId)
    .where("lane", "=", "bulk")
    .groupBy("object_type")
    .execute();
  return rows.map(({ type, count }) => ({ type, count: Number(count) }));
}

/** A batch holds one type. */
function batchesOf(counts: readonly Count[]): number {
  const byType = new Map<string, number>();
  for (const { type, count } of counts) byType.set(type, (byType.get(type) ?? 0) + count);
  return [...byType.values()].reduce((sum, count) => sum + pagesOf(count), 0);
}

function pagesOf(count: number): number {
  return Math.ceil(Math.max(0, count) / pageSize);
}

function sumOf(counts: readonly Count[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
