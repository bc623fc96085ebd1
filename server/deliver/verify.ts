import type { PortalRun } from "../context.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import { mergeWritten } from "../store/records.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import type { WorkLane } from "../store/schema.ts";
import { verified } from "../store/unverified.ts";

/** HubSpot ignores a backward stage without an error, so these are read again, and believed. */
export const stages = ["lifecyclestage", "hs_lead_status"] as const;

/** Reads at most 100 records of one type back; the mirror then shows what really stands there. */
export async function verify(
  run: PortalRun,
  written: { readonly type: ObjectType; readonly ids: readonly string[] },
  batch: { readonly lane: WorkLane; readonly lease: Lease },
): Promise<void> {
  const { type, ids } = written;
  const query = { properties: stages, lane: batch.lane };
  const records = await run.gateway.read(type, ids, query);
  const seen = records.map((record) => ({
    object_id: record.id,
    properties: Object.fromEntries(stages.map((name) => [name, record.properties[name] ?? null])),
    written: {},
    updated_at: record.updatedAt,
  }));
  const portalId = run.portal.portal_id;
  await run.services.db.transaction().execute(async (trx) => {
    await guardLease(trx, batch.lease);
    await mergeWritten(trx, portalId, type, seen);
    await verified(trx, portalId, type, ids);
  });
}
