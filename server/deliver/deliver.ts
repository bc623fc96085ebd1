import { fieldTargets } from "../../src/fields/may-rewrite.ts";
import { planWrites } from "../../src/projection/plan-writes.ts";
import type { PortalRun } from "../context.ts";
import { lookBeforeWriting } from "../fields/look-before-writing.ts";
import type { CrmRecord, Lane, ObjectType, Update, UpdateResult } from "../hubspot/crm.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import { fulfil, markSending, type OutboxRow } from "../store/outbox.ts";
import { park } from "../store/parked.ts";
import { touch } from "../store/pending.ts";
import type { PortalRow } from "../store/portals.ts";
import { markGone, mergeWritten, type MirrorRecord, readRecords } from "../store/records.ts";
import type { Properties, WorkLane } from "../store/schema.ts";
import { toVerify } from "../store/unverified.ts";
import { stages } from "./verify.ts";

/** Properties that people and other automations write too: remembered, and read back. */
export const sharedProperties: readonly string[] = [
  "lifecyclestage",
  "hs_lead_status",
  "hubspot_owner_id",
  "medqual_handoff",
  ...fieldTargets,
];

/** Left out where HubSpot refuses a record with them. */
const optional: readonly string[] = [...stages, ...fieldTargets];

type Plan = { readonly row: OutboxRow; readonly properties: Readonly<Record<string, string>> };
type Batch = { readonly lane: WorkLane; readonly lease: Lease };

/**
 * Makes HubSpot look like the wishes: one batch of at most 100 records of one type. What is already
 * so is not written. Before the call the rows are marked, so that after a crash or a lost answer the
 * records are looked at first and nothing is written twice.
 */
export async function deliver(
  run: PortalRun,
  rows: readonly OutboxRow[],
  batch: Batch,
): Promise<void> {
  const type = rows[0]?.object_type;
  if (!type) return;
  await lookAtUnknown(run, type, { rows, lane: batch.lane });
  const planned = await plan(run, type, rows);
  const { lane } = batch;
  const { writes: plans, moved } = await lookBeforeWriting(run, type, { writes: planned, lane });
  const needless = plans.filter((each) => Object.keys(each.properties).length === 0);
  const sending = plans.filter((each) => Object.keys(each.properties).length > 0);
  await run.services.db.transaction().execute(async (trx) => {
    await guardLease(trx, batch.lease);
    const done = new Set(plans.map((each) => each.row));
    const gone = rows.filter((row) => !done.has(row));
    await fulfil(trx, run.portal.portal_id, [...needless.map((each) => each.row), ...gone]);
    await markSending(
      trx,
      run.portal.portal_id,
      sending.map((each) => each.row),
    );
    const now = run.services.now();
    const touches = moved.map((objectId) => ({
      objectType: type,
      objectId,
      step: "sync" as const,
      cause: "a field was changed meanwhile",
    }));
    await touch(trx, run.portal.portal_id, { touches, lane: "live", now });
  });
  if (moved.length > 0) await run.services.bell.ring(run.portal.portal_id, "live");
  if (sending.length > 0) await send(run, type, { plans: sending, batch });
}

/** Rows whose last sending has no receipt: what stands in HubSpot decides what is still to do. */
async function lookAtUnknown(
  run: PortalRun,
  type: ObjectType,
  work: { readonly rows: readonly OutboxRow[]; readonly lane: Lane },
): Promise<void> {
  const unknown = work.rows.filter((row) => row.sent_version !== null);
  if (unknown.length === 0) return;
  const properties = [...new Set(unknown.flatMap((row) => Object.keys(row.desired)))];
  const ids = unknown.map((row) => row.object_id);
  const present = await run.gateway.read(type, ids, { properties, lane: work.lane });
  await run.services.db.transaction().execute(async (trx) => {
    const seen = present.map((record) => ({
      object_id: record.id,
      properties: only(record.properties, properties),
      written: arrived(record, unknown),
      updated_at: record.updatedAt,
    }));
    await mergeWritten(trx, run.portal.portal_id, type, seen);
  });
}

/** Of governed fields, what shows our wish is taken for ours: nobody else would be told apart from us. */
function arrived(record: CrmRecord, rows: readonly OutboxRow[]): Readonly<Record<string, string>> {
  const desired = rows.find((row) => row.object_id === record.id)?.desired ?? {};
  return Object.fromEntries(
    Object.entries(desired).filter(
      ([name, value]) => fieldTargets.includes(name) && record.properties[name] === value,
    ),
  );
}

async function plan(
  run: PortalRun,
  type: ObjectType,
  rows: readonly OutboxRow[],
): Promise<readonly Plan[]> {
  const ids = rows.map((row) => row.object_id);
  const records = await readRecords(run.services.db, run.portal.portal_id, type, ids);
  return rows.flatMap((row) => {
    const record = records.get(row.object_id);
    if (!record || record.gone) return [];
    return [{ row, properties: planFor(row, record, run.portal.lifecycle_stages) }];
  });
}

function planFor(
  { desired }: OutboxRow,
  { properties: present, written: lastWritten }: MirrorRecord,
  stages: PortalRow["lifecycle_stages"],
): Readonly<Record<string, string>> {
  return planWrites({ desired, present, lastWritten, ...(stages && { stages }) });
}

async function send(
  run: PortalRun,
  type: ObjectType,
  work: { readonly plans: readonly Plan[]; readonly batch: Batch },
): Promise<void> {
  const { plans, batch } = work;
  const updates = plans.map(({ row, properties }) => ({ id: row.object_id, properties }));
  const result = await withoutOffenders(run, type, { updates, lane: batch.lane });
  const planned = new Map(plans.map((each) => [each.row.object_id, each.properties]));
  const refused = new Set(result.refused.map((each) => each.id));
  await run.services.db.transaction().execute(async (trx) => {
    await guardLease(trx, batch.lease);
    const receipts = result.written.map((record) => {
      const properties = planned.get(record.id) ?? {};
      return {
        object_id: record.id,
        properties,
        written: only(properties, sharedProperties) as Readonly<Record<string, string>>,
        updated_at: record.updatedAt,
      };
    });
    await mergeWritten(trx, run.portal.portal_id, type, receipts);
    await toVerify(trx, run.portal.portal_id, {
      type,
      ids: result.written
        .map((record) => record.id)
        .filter((id) => stages.some((name) => name in (planned.get(id) ?? {}))),
      lane: batch.lane,
      now: run.services.now(),
    });
    await markGone(trx, run.portal.portal_id, type, result.gone);
    for (const { id, message } of result.refused)
      await park(trx, run.portal.portal_id, {
        objectType: type,
        objectId: id,
        step: "deliver",
        reason: message,
        at: run.services.now(),
      });
    await fulfil(
      trx,
      run.portal.portal_id,
      plans.map((each) => each.row),
    );
  });
  run.services.metrics.writes.inc({ object_type: type }, result.written.length);
  if (refused.size > 0)
    run.services.log.warn(
      { portalId: run.portal.portal_id, type, refused: refused.size },
      "records parked: HubSpot refused them",
    );
}

/** A portal may forbid a stage, or an option; our own results must reach the record all the same. */
async function withoutOffenders(
  run: PortalRun,
  type: ObjectType,
  work: { readonly updates: readonly Update[]; readonly lane: Lane },
): Promise<UpdateResult> {
  const first = await run.gateway.update(type, work.updates, work.lane);
  const refused = new Set(first.refused.map((each) => each.id));
  const again = work.updates
    .filter(
      (update) => refused.has(update.id) && optional.some((name) => name in update.properties),
    )
    .map((update) => ({ id: update.id, properties: without(update.properties, optional) }))
    .filter((update) => Object.keys(update.properties).length > 0);
  if (again.length === 0) return first;
  const second = await run.gateway.update(type, again, work.lane);
  const saved = new Set(second.written.map((record) => record.id));
  return {
    written: [...first.written, ...second.written],
    gone: [...first.gone, ...second.gone],
    refused: first.refused.map((each) =>
      saved.has(each.id)
        ? { ...each, message: `Stage and fields not written: ${each.message}` }
        : each,
    ),
  };
}

function only(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

function without(properties: Readonly<Record<string, string>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}
