import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "../../../server/store/open.ts";
import type { World } from "./world.ts";

const quietMs = 2_500;
const longestMs = 6 * 60_000;

/** Waits until nothing is left to do, then hands the database over; with embedded stores the server has ended. */
export async function whenSettled<T>(world: World, look: (db: Db) => Promise<T>): Promise<T> {
  const until = Date.now() + longestMs;
  for (;;) {
    await untilQuiet(world, until);
    const result = await withStore(world, async (db) => {
      const left = await waitingWork(db);
      if (left.length === 0) return { kind: "settled", value: await look(db) } as const;
      return { kind: "working", left } as const;
    });
    if (result.kind === "settled") return result.value;
    if (Date.now() > until)
      throw new Error(`Not settled after ${longestMs / 1_000} s: ${JSON.stringify(result.left)}`);
  }
}

/** Everything the servers have committed; the embedded database opens for one process at a time. */
export async function withStore<T>(world: World, act: (db: Db) => Promise<T>): Promise<T> {
  const isEmbedded = world.postgres === null;
  if (isEmbedded) for (const each of world.processes) await each.stop();
  const store = await world.openStore();
  try {
    return await act(store.db);
  } finally {
    await store.close();
    if (isEmbedded) for (const each of world.processes) await each.start();
  }
}

/** No webhook is on its way and HubSpot was not asked for anything but what is modified, for a while. */
async function untilQuiet(world: World, until: number): Promise<void> {
  const since = Date.now();
  for (;;) {
    const last = world.calls.findLast(({ path }) => !path.endsWith("/search"));
    const isQuiet = Math.max(last?.at ?? 0, since) < Date.now() - quietMs;
    if (isQuiet && (await deliveriesWaiting(world)) === 0) return;
    if (Date.now() > until) throw new Error(`Never quiet; the last call was ${last?.path}`);
    await sleep(250);
  }
}

async function deliveriesWaiting({ portals }: World): Promise<number> {
  let count = 0;
  for (const { sandbox } of portals) {
    const response = await fetch(`${sandbox.url}/sandbox/deliveries`);
    const { results } = (await response.json()) as { results: { status: string }[] };
    count += results.filter(({ status }) => status !== "delivered" && status !== "given up").length;
  }
  return count;
}

async function waitingWork(db: Db): Promise<readonly unknown[]> {
  const tables = ["pending", "outbox", "unverified", "inputs"] as const;
  const rows = await Promise.all(
    tables.map((table) =>
      db.selectFrom(table).select(["portal_id", "object_type", "object_id"]).limit(3).execute(),
    ),
  );
  const listings = await db
    .selectFrom("backfills")
    .select(["portal_id", "step"])
    .where("step", "<>", "done")
    .execute();
  const tasks = await db
    .selectFrom("tasks")
    .select(["portal_id", "contact_id"])
    .where("due_at", "is not", null)
    .execute();
  return [...rows.flat(), ...listings, ...tasks];
}
