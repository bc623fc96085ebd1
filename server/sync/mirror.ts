import type { CrmRecord, ObjectType } from "../hubspot/crm.ts";
import { patientDataIn } from "../../src/facts/tripwire.ts";
import { readSignals } from "../../src/facts/read-signals.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { Log } from "../log.ts";
import { addSignals, mirrorRecords } from "../store/records.ts";
import type { Trx } from "../store/open.ts";
import { inheritSignals } from "../store/source-signals.ts";

export type MirrorContext = {
  readonly portalId: string;
  readonly playbook: Playbook;
  readonly log: Log;
  readonly now: number;
};

/** Text that looks like patient data is dropped, and only which field tripped is noted. */
export function cleanRecords(
  context: MirrorContext,
  type: ObjectType,
  records: readonly CrmRecord[],
): readonly CrmRecord[] {
  return records.map((record) => withoutPatientData(record, type, context));
}

/**
 * Stores records as they were read, with what they show of signals. The one way into the mirror:
 * what looks like patient data does not pass.
 */
export async function storeRecords(
  trx: Trx,
  context: MirrorContext,
  type: ObjectType,
  records: readonly CrmRecord[],
): Promise<void> {
  const clean = cleanRecords(context, type, records);
  await mirrorRecords(trx, context.portalId, type, clean, companyOf);
  if (type !== "contacts") return;
  const found = clean.map((record) => ({
    contactId: record.id,
    signals: readSignals(record, context.playbook, context.now),
  }));
  await addSignals(trx, context.portalId, found);
  const merged = clean.flatMap(({ id, properties }) => {
    const formerIds = (properties["hs_merged_object_ids"] ?? "").split(";").filter(Boolean);
    return formerIds.length > 0 ? [{ contactId: id, formerIds }] : [];
  });
  await inheritSignals(trx, context.portalId, merged);
}

export function companyOf(record: CrmRecord): string | null {
  const fromContact = record.properties["associatedcompanyid"];
  return fromContact || (record.associations?.primaryCompany ?? null);
}

function withoutPatientData(
  record: CrmRecord,
  type: ObjectType,
  context: MirrorContext,
): CrmRecord {
  const tripped = Object.entries(record.properties).filter(
    ([, value]) => value !== null && patientDataIn(value) !== null,
  );
  if (tripped.length === 0) return record;
  const properties = { ...record.properties };
  for (const [name, value] of tripped) {
    properties[name] = null;
    const pattern = patientDataIn(value ?? "");
    const { portalId, log } = context;
    log.warn({ portalId, type, id: record.id, property: name, pattern }, "patient data dropped");
  }
  return { ...record, properties };
}
