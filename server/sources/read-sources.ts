import { randomUUID } from "node:crypto";
import type { PortalRun, Services } from "../context.ts";
import { AppError } from "../errors.ts";
import { backOffMs } from "../loop/back-off.ts";
import { prepareRun } from "../loop/run-portal.ts";
import { readBackfill } from "../store/backfills.ts";
import { type Lease, LeaseLost, releaseLease, renewLease, takeLease } from "../store/leases.ts";
import {
  addSources,
  dueSource,
  moveSource,
  noticePlaybook,
  type SourceRow,
} from "../store/sources.ts";
import { allSources } from "./all-sources.ts";
import { decideUnread } from "./decide-unread.ts";

const leaseMs = 120_000;
/** What HubSpot does not let us read is asked for again so often: somebody may have allowed it. */
const unavailableMs = 15 * 60_000;

/**
 * Reads what is due of a portal's other sources, a page at a time, until nothing is. One process at
 * a time; each step is committed before the next begins. Waits until the records have been listed.
 */
export async function readDueSources(services: Services, portalId: string): Promise<void> {
  const { db, now, isStopping } = services;
  if ((await readBackfill(db, portalId))?.step !== "done") return;
  const wanted = { portalId, name: "sources", holder: randomUUID() };
  const lease = await takeLease(db, wanted, { now: now(), ttlMs: leaseMs });
  if (!lease) return;
  try {
    const run = await prepareRun(services, portalId);
    if (!run) return;
    const begun = allSources.filter(({ rows }) => rows === "one");
    const added = begun.map(({ name }) => ({ source: name, cursor: {} }));
    await addSources(db, portalId, added, now());
    await noticePlaybook(db, portalId, { version: run.playbook.version, now: now() });
    while (!isStopping()) {
      const row = await dueSource(db, portalId, now());
      if (!row) return;
      await stepOf(run, row, lease);
      if (!(await renewLease(db, lease, now() + leaseMs))) return;
    }
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    await releaseLease(db, lease);
  }
}

async function stepOf(run: PortalRun, row: SourceRow, lease: Lease): Promise<void> {
  const { db, now } = run.services;
  const [name = ""] = row.source.split(":");
  const source = allSources.find((each) => each.name === name);
  if (!source) return moveSource(db, row, { dueAt: now() + unavailableMs });
  if (source.scope !== null && !run.portal.scopes.includes(source.scope))
    return unavailable(run, row, `The scope ${source.scope} was not granted.`);
  try {
    await source.step(run, row, lease);
  } catch (error) {
    await putOff(run, row, error);
  }
}

async function putOff(run: PortalRun, row: SourceRow, error: unknown): Promise<void> {
  if (error instanceof LeaseLost) throw error;
  const { db, now, log } = run.services;
  const code = error instanceof AppError ? error.code : "bug";
  if (code === "portal_disconnected") throw error;
  if (error instanceof AppError && (code === "hubspot_forbidden" || code === "hubspot_not_found"))
    return unavailable(run, row, error.message);
  const portalId = run.portal.portal_id;
  log.warn({ portalId, source: row.source, code, err: error }, "source put off after a failure");
  const dueAt = now() + backOffMs(error, row.failures + 2, Math.random);
  await moveSource(db, row, { dueAt, failures: row.failures + 1 });
}

/** Not a failure: a portal may withhold a scope, or have lost the form. It is unknown, not empty. */
async function unavailable(run: PortalRun, row: SourceRow, why: string): Promise<void> {
  const { db, now, log } = run.services;
  if (row.unavailable === null)
    log.info({ portalId: run.portal.portal_id, source: row.source, why }, "source not available");
  await db.transaction().execute(async (trx) => {
    await moveSource(trx, row, { dueAt: now() + unavailableMs, unavailable: why });
    if (row.unavailable === null && row.source === "forms") await decideUnread(trx, run);
  });
}
