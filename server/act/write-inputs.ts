import type { PortalRun } from "../context.ts";
import type { CrmRecord, ObjectType } from "../hubspot/crm.ts";
import { finishInputs, type InputRow, markInputsSent } from "../store/inputs.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import { park } from "../store/parked.ts";
import { touch } from "../store/pending.ts";
import { readRecords } from "../store/records.ts";

/**
 * Brings what people entered on cards to HubSpot: at most 100 records of one type. Each record is
 * looked at first. Where somebody changed the property in HubSpot after the press, that is the later
 * word and stays. Afterwards the records are read again and decided like after any other change.
 */
export async function writeInputs(
  run: PortalRun,
  rows: readonly InputRow[],
  lease: Lease,
): Promise<void> {
  const type = rows[0]?.object_type;
  if (!type) return;
  const { db } = run.services;
  const portalId = run.portal.portal_id;
  const sending = await stillWanted(run, type, rows);
  await db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    await markInputsSent(trx, portalId, sending);
  });
  const result = await run.gateway.update(type, updatesOf(sending), "interactive");
  await db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    const now = run.services.now();
    for (const { id, message } of result.refused)
      await park(trx, portalId, {
        objectType: type,
        objectId: id,
        step: "input",
        reason: message,
        at: now,
      });
    await finishInputs(trx, portalId, rows);
    const touches = [...new Set(rows.map((row) => row.object_id))].map((objectId) => ({
      objectType: type,
      objectId,
      step: "sync" as const,
      cause: "entered on the card",
    }));
    await touch(trx, portalId, { touches, lane: "live", now });
  });
  run.services.metrics.writes.inc({ object_type: type }, result.written.length);
}

async function stillWanted(
  run: PortalRun,
  type: ObjectType,
  rows: readonly InputRow[],
): Promise<readonly InputRow[]> {
  const properties = [...new Set(rows.map((row) => row.property))];
  const ids = rows.map((row) => row.object_id);
  const found = await run.gateway.read(type, ids, { properties, lane: "interactive" });
  const records = new Map(found.map((record) => [record.id, record]));
  const mirrored = await readRecords(run.services.db, run.portal.portal_id, type, ids);
  return rows.filter((row) => {
    const record = records.get(row.object_id);
    const ours = [row.present ?? "", row.sent, mirrored.get(row.object_id)?.written[row.property]];
    return record !== undefined && isWanted(row, record, ours);
  });
}

/** Changed since the press is: the record was modified later, and shows neither the old value nor one of ours. */
function isWanted(
  row: InputRow,
  record: CrmRecord,
  ours: readonly (string | null | undefined)[],
): boolean {
  const there = record.properties[row.property] ?? "";
  if (there === row.value) return false;
  return record.updatedAt <= row.made_at || ours.includes(there);
}

function updatesOf(rows: readonly InputRow[]) {
  const updates = new Map<string, Record<string, string>>();
  for (const { object_id, property, value } of rows)
    updates.set(object_id, { ...updates.get(object_id), [property]: value });
  return [...updates].map(([id, properties]) => ({ id, properties }));
}
