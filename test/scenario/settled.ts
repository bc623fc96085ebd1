import type { Services } from "../../server/context.ts";
import { readDueSources } from "../../server/sources/read-sources.ts";
import { eventually } from "../build/eventually.ts";

/** Waits until the portal is listed and nothing of any kind is left to do. */
export async function settled({ db }: Services, deadlineMs = 60_000): Promise<void> {
  const tables = ["pending", "outbox", "unverified"] as const;
  await eventually(
    async () => {
      const backfill = await db.selectFrom("backfills").select("step").executeTakeFirst();
      const rows = await Promise.all(
        tables.map((table) => db.selectFrom(table).selectAll().execute()),
      );
      return backfill?.step === "done" ? rows.flat() : ["not listed"];
    },
    (left) => left.length === 0,
    deadlineMs,
  );
}

/** Looks at every source now instead of when it is due, and waits for what follows from it. */
export async function lookAtSources(services: Services): Promise<void> {
  await settled(services);
  await look(services);
  // The server looks by its own timer too, and may have been past what is new the first time.
  await look(services);
  await settled(services);
}

async function look(services: Services): Promise<void> {
  const { db } = services;
  const portal = await db.selectFrom("portals").select("portal_id").executeTakeFirstOrThrow();
  await db.updateTable("sources").set({ due_at: 0 }).execute();
  await eventually(
    async () => {
      await readDueSources(services, portal.portal_id);
      return db.selectFrom("sources").select("source").where("due_at", "<=", Date.now()).execute();
    },
    (left) => left.length === 0,
    60_000,
  );
}
