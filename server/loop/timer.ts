import type { Services } from "../context.ts";
import { finishDisconnections } from "../settings/disconnect.ts";
import { connectedPortals } from "../store/portals.ts";
import { touch } from "../store/pending.ts";
import type { WorkLane } from "../store/schema.ts";
import { beginNightly } from "./nightly.ts";
import { purgeRemoved } from "./purge-removed.ts";
import { sweepPortal } from "../sync/sweep.ts";
import { nextDueAt, takeDue } from "../store/standings.ts";

const roundMs = 30_000;
/** Work put off and decision instants are rung for this exactly, at most this often. */
const shortestMs = 250;
/** Portals at a time; each has a budget of its own. */
const sweptAbreast = 8;

/**
 * Wakes what is due: decisions that time alone changes, work put off, and anything whose bell was
 * lost. Every process has one; that two of them ring costs nothing.
 */
export function startTimer(
  services: Services,
  { purgeAfterMs }: { readonly purgeAfterMs: number },
): { readonly stop: () => Promise<void> } {
  const { log, now } = services;
  let stopped = false;
  let isFirst = true;
  let handle: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  // Beside the rounds: they wait for HubSpot.
  let sweeping: Promise<void> | undefined;
  let leaving: Promise<void> | undefined;

  function schedule(delayMs: number): void {
    if (stopped) return;
    handle = setTimeout(() => (running = round()), delayMs);
  }

  async function round(): Promise<void> {
    let nextMs = roundMs;
    try {
      if (isFirst) await ringEverybody(services);
      isFirst = false;
      await wakeDecisions(services);
      await ringDue(services);
      await beginNightly(services);
      await purgeRemoved(services, purgeAfterMs);
      leaving ??= finishDisconnections(services).finally(() => (leaving = undefined));
      sweeping ??= sweepDue(services).finally(() => (sweeping = undefined));
      const next = await earliest(services);
      if (next !== null) nextMs = Math.min(roundMs, Math.max(shortestMs, next - now()));
    } catch (error) {
      log.warn({ err: error }, "timer round failed");
    }
    schedule(nextMs);
  }

  schedule(0);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(handle);
      await running;
      await sweeping;
      await leaving;
    },
  };
}

async function sweepDue(services: Services): Promise<void> {
  const portals = (await connectedPortals(services.db)).map((portal) => portal.portal_id);
  const sweepNext = async () => {
    for (let id = portals.pop(); id !== undefined; id = portals.pop()) await sweep(services, id);
  };
  await Promise.all(Array.from({ length: sweptAbreast }, sweepNext));
}

async function sweep(services: Services, portalId: string): Promise<void> {
  try {
    await sweepPortal(services, portalId);
  } catch (error) {
    services.log.warn({ portalId, err: error }, "sweep put off");
  }
}

async function wakeDecisions({ db, now }: Services): Promise<void> {
  for (;;) {
    const taken = await db.transaction().execute(async (trx) => {
      const due = await takeDue(trx, { now: now(), limit: 500 });
      for (const portalId of new Set(due.map((row) => row.portal_id))) {
        const touches = due
          .filter((row) => row.portal_id === portalId)
          .map((row) => ({
            objectType: row.object_type,
            objectId: row.object_id,
            step: "assess" as const,
            cause: "time",
          }));
        const lane = touches.length > 100 ? "bulk" : "live";
        await touch(trx, portalId, { touches, lane, now: now() });
      }
      return due.length;
    });
    if (taken === 0) return;
  }
}

/** What a new version of the app has to do once in a portal is looked for when it starts. */
async function ringEverybody({ db, bell }: Services): Promise<void> {
  for (const { portal_id } of await connectedPortals(db)) await bell.ring(portal_id, "bulk");
}

async function ringDue({ db, bell, now }: Services): Promise<void> {
  const connected = new Set((await connectedPortals(db)).map((portal) => portal.portal_id));
  const lanes = new Map<string, { portalId: string; lane: WorkLane }>();
  for (const table of ["pending", "outbox", "unverified"] as const) {
    const rows = await db
      .selectFrom(table)
      .select(["portal_id", "lane"])
      .distinct()
      .where("due_at", "<=", now())
      .execute();
    for (const { portal_id, lane } of rows)
      lanes.set(`${portal_id} ${lane}`, { portalId: portal_id, lane });
  }
  for (const table of ["inputs", "tasks"] as const) {
    const rows = await db
      .selectFrom(table)
      .select("portal_id")
      .distinct()
      .where("due_at", "<=", now())
      .execute();
    for (const { portal_id } of rows)
      lanes.set(`${portal_id} live`, { portalId: portal_id, lane: "live" });
  }
  const fixing = await db
    .selectFrom("fixes")
    .select("portal_id")
    .distinct()
    .where("state", "in", ["running", "undoing"])
    .where("due_at", "<=", now())
    .execute();
  const looking = await db
    .selectFrom("field_looks")
    .select("portal_id")
    .where("due_at", "<=", now())
    .execute();
  for (const { portal_id } of [...fixing, ...looking])
    lanes.set(`${portal_id} bulk`, { portalId: portal_id, lane: "bulk" });
  const unfinished = await db
    .selectFrom("backfills")
    .select("portal_id")
    .where("step", "<>", "done")
    .union(
      db
        .selectFrom("listings")
        .select("portal_id")
        .where("finished_at", "is", null)
        .where("due_at", "<=", now()),
    )
    .execute();
  for (const { portal_id } of unfinished)
    lanes.set(`${portal_id} bulk`, { portalId: portal_id, lane: "bulk" });
  for (const { portalId, lane } of lanes.values())
    if (connected.has(portalId)) await bell.ring(portalId, lane);
}

/** Earliest work that is put off; what is due already has been rung for. */
async function soonest(
  { db, now }: Pick<Services, "db" | "now">,
  table: "pending" | "outbox" | "unverified" | "inputs" | "tasks" | "listings" | "fixes",
): Promise<number | null> {
  const at = now();
  const row = await db
    .selectFrom(table)
    .select((e) => e.fn.min("due_at").as("at"))
    .where("due_at", ">", at)
    .executeTakeFirst();
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

async function earliest(services: Services): Promise<number | null> {
  const due = [
    await nextDueAt(services.db),
    await soonest(services, "pending"),
    await soonest(services, "outbox"),
    await soonest(services, "unverified"),
    await soonest(services, "inputs"),
    await soonest(services, "tasks"),
    await soonest(services, "listings"),
    await soonest(services, "fixes"),
  ];
  const known = due.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
