import { hybridPlaybook } from "../../src/playbook/hybrid.ts";
import type { PortalRun, Services } from "../../server/context.ts";
import type { Gateway } from "../../server/hubspot/crm.ts";
import { createLog } from "../../server/log.ts";
import { createMetrics } from "../../server/metrics.ts";
import { type Lease, takeLease } from "../../server/store/leases.ts";
import type { Db } from "../../server/store/open.ts";
import { publishPlaybook } from "../../server/store/playbooks.ts";
import { connectPortal, findPortal, setPortal } from "../../server/store/portals.ts";

export const portalId = "42";

/** Services over a real store; the clock is the test's, and bells only leave a note. */
export function openServices(
  db: Db,
  given: { readonly now: () => number; readonly gateway?: Gateway },
) {
  const rings: string[] = [];
  const services: Services = {
    db,
    log: createLog("silent"),
    metrics: createMetrics(),
    now: given.now,
    isStopping: () => false,
    gatewayFor: () => {
      if (!given.gateway) throw new Error("this test has no HubSpot");
      return given.gateway;
    },
    bell: {
      ring: async (portal, lane) => void rings.push(`${portal} ${lane}`),
      close: async () => {},
    },
  };
  return { services, rings };
}

/** A connected portal with the standard playbook. */
export async function connectTestPortal(db: Db, id: string = portalId): Promise<void> {
  const connection = {
    portal_id: id,
    access_token: "sealed",
    access_expires_at: 0,
    refresh_token: "sealed",
    scopes: [],
    time_zone: "UTC",
    utc_offset_minutes: 0,
    installed_by: null,
  };
  await db.transaction().execute(async (trx) => {
    await connectPortal(trx, connection, { now: 0, offersFrom: null });
    await publishPlaybook(trx, id, { ...hybridPlaybook, version: 1 }, { now: 0 });
    await setPortal(trx, id, { state: "connected" });
  });
}

/** A run of the portal's loop as one process begins it, with the lease it works under. */
export async function beginRun(
  services: Services,
): Promise<{ readonly run: PortalRun; readonly lease: Lease }> {
  const portal = await findPortal(services.db, portalId);
  const wanted = { portalId, name: "live", holder: "test" };
  await services.db.deleteFrom("leases").execute(); // whoever had it before is done
  const lease = await takeLease(services.db, wanted, { now: services.now(), ttlMs: 30_000 });
  if (!portal || !lease) throw new Error("the portal or its lease is missing");
  const playbook = { ...hybridPlaybook, version: portal.playbook_version };
  return { run: { services, portal, playbook, gateway: services.gatewayFor(portalId) }, lease };
}
