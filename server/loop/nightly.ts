import { createHash } from "node:crypto";
import { instantOf, wallTime } from "../../src/handoff/wall-clock.ts";
import { timeZone } from "../connect/time-zone.ts";
import type { Services } from "../context.ts";
import { readBackfill } from "../store/backfills.ts";
import { readListings, startListing } from "../store/listings.ts";
import { connectedPortals, type PortalRow, setNightly } from "../store/portals.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Between one and four o'clock, each portal at its own minute: not all at once. */
const firstMinute = 60;
const minutes = 180;

/**
 * Begins the listing of the night where it is due: everything is listed once more, to find what
 * events, sweep and other sources all have missed. When it is due is kept, so a night during which
 * nothing ran is made up for.
 */
export async function beginNightly(services: Services): Promise<void> {
  for (const portal of await connectedPortals(services.db)) {
    const due = portal.nightly_due_at;
    if (due === null) await setNightly(services.db, portal, nextNight(portal, services.now()));
    else if (due <= services.now()) await begin(services, portal);
  }
}

async function begin({ db, bell, log, now }: Services, portal: PortalRow): Promise<void> {
  const portalId = portal.portal_id;
  if ((await readBackfill(db, portalId))?.step !== "done") return;
  const isRunning = (await readListings(db, portalId)).some(
    (row) => row.purpose === "nightly" && row.finished_at === null,
  );
  const begun = await db.transaction().execute(async (trx) => {
    if (!(await setNightly(trx, portal, nextNight(portal, now())))) return false; // another process
    if (!isRunning) await startListing(trx, portalId, { purpose: "nightly", now: now() });
    return !isRunning;
  });
  if (!begun) return;
  log.info({ portalId }, "nightly listing begun");
  await bell.ring(portalId, "bulk");
}

/** The next night's instant in the portal's own time zone. */
export function nextNight(
  portal: Pick<PortalRow, "portal_id" | "time_zone" | "utc_offset_minutes">,
  now: number,
): number {
  const zone = timeZone(portal.time_zone, { now, fallbackMinutes: portal.utc_offset_minutes });
  const own = createHash("sha256").update(portal.portal_id).digest().readUInt16BE() % minutes;
  const today = Math.floor(wallTime(now, zone) / dayMs) * dayMs;
  const night = (day: number) => instantOf(day + (firstMinute + own) * minuteMs, zone);
  return night(today) > now ? night(today) : night(today + dayMs);
}
