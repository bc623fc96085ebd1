import { sql } from "kysely";
import type { Db, Trx } from "./open.ts";

/** To the minute is enough to see that HubSpot still tells us. */
const stepMs = 60_000;

/** HubSpot has told us of these portals. */
export async function noteEvents(
  db: Db | Trx,
  portalIds: readonly string[],
  now: number,
): Promise<void> {
  if (portalIds.length === 0) return;
  await sql`
    insert into last_events (portal_id, at)
    select portal_id, ${now}::bigint from unnest(${[...portalIds].toSorted()}::text[]) as p(portal_id)
    on conflict (portal_id) do update set at = excluded.at
      where last_events.at <= excluded.at - ${stepMs}`.execute(db);
}

/** When HubSpot last told us of a change in this portal, to the minute. */
export async function readLastEvent(db: Db, portalId: string): Promise<number | null> {
  const row = await db
    .selectFrom("last_events")
    .select("at")
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  return row?.at ?? null;
}
