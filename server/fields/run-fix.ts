import type { FixItemState, FixState } from "../../src/fields/fix.ts";
import type { PortalRun } from "../context.ts";
import type { CrmRecord } from "../hubspot/crm.ts";
import { type FixItem, type FixRow, moveFix, nextItems, setItems } from "../store/fixes.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import type { Trx } from "../store/open.ts";
import { touch } from "../store/pending.ts";
import { markGone, mergeWritten, readPeople } from "../store/records.ts";

/** HubSpot's batch size. */
const batchSize = 100;

/** The two ways over the same items: from what stood there to what it should be, and back. */
type Direction = {
  readonly state: FixState;
  readonly finished: FixState;
  /** Begun and open items first. */
  readonly open: readonly FixItemState[];
  readonly sending: FixItemState;
  readonly there: FixItemState;
  readonly changed: FixItemState;
  readonly refused: FixItemState;
  readonly from: (item: FixItem) => string;
  readonly to: (item: FixItem) => string;
};

const forward: Direction = {
  state: "running",
  finished: "done",
  open: ["sending", "waiting"],
  sending: "sending",
  there: "written",
  changed: "skipped",
  refused: "refused",
  from: ({ former }) => former ?? "",
  to: ({ value }) => value,
};
const backward: Direction = {
  state: "undoing",
  finished: "undone",
  open: ["sending", "written", "restoring"],
  sending: "restoring",
  there: "restored",
  changed: "kept",
  refused: "stuck",
  from: ({ value }) => value,
  to: ({ former }) => former ?? "",
};

/**
 * Works off one batch of a fix, or of its undoing. Every record is looked at first: what stands there
 * otherwise than we left it was changed by somebody, and stays. Items are marked before they are sent,
 * so that after a crash the look tells which of them arrived.
 */
export async function runFix(run: PortalRun, fix: FixRow, lease: Lease): Promise<void> {
  const { services, portal, gateway } = run;
  const portalId = portal.portal_id;
  const fixId = fix.fix_id;
  const way = fix.state === "undoing" ? backward : forward;
  const query = { fixId, states: way.open, limit: batchSize };
  const items = await nextItems(services.db, portalId, query);
  const [first] = items;
  if (!first) return finish(run, fix, { way, lease });
  const type = first.object_type;
  const present = await gateway.read(
    type,
    items.map(({ object_id }) => object_id),
    { properties: [first.property], lane: "bulk" },
  );
  const shown = new Map(
    present.map(({ id, properties }) => [id, properties[first.property] ?? ""]),
  );
  const settled = items.flatMap((item) => outcomeOf(item, shown.get(item.object_id), way));
  const done = new Set(settled.map(({ object_id }) => object_id));
  const sending = items.filter(({ object_id }) => !done.has(object_id));
  const goesOn = await services.db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    // Somebody may have paused or undone it meanwhile.
    const change = { attempts: 0, last_error: null };
    if (!(await moveFix(trx, portalId, fixId, { from: [way.state], change }))) return false;
    await setItems(trx, portalId, fixId, settled);
    await takeOver(run, trx, { type, property: first.property, records: settledIn(present, done) });
    const marked = sending.map(({ object_id }) => ({ object_id, state: way.sending }));
    await setItems(trx, portalId, fixId, marked);
    return true;
  });
  if (settled.length > 0) await services.bell.ring(portalId, "live");
  if (!goesOn || sending.length === 0) return;
  const updates = sending.map((item) => ({
    id: item.object_id,
    properties: { [item.property]: way.to(item) },
  }));
  const result = await gateway.update(type, updates, "bulk");
  const wanted = new Map(updates.map(({ id, properties }) => [id, properties]));
  await services.db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    const receipts = result.written.map((record) => ({
      object_id: record.id,
      properties: wanted.get(record.id) ?? {},
      written: {},
      updated_at: record.updatedAt,
    }));
    await mergeWritten(trx, portalId, type, receipts);
    await markGone(trx, portalId, type, result.gone);
    await setItems(trx, portalId, fixId, [
      ...result.written.map(({ id }) => ({ object_id: id, state: way.there })),
      ...result.gone.map((id) => ({ object_id: id, state: way.changed })),
      ...result.refused.map(({ id, message }) => ({
        object_id: id,
        state: way.refused,
        found: message,
      })),
    ]);
    await decideAgain(run, trx, { type, ids: result.written.map(({ id }) => id) });
  });
  services.metrics.writes.inc({ object_type: type }, result.written.length);
}

function settledIn(present: readonly CrmRecord[], done: ReadonlySet<string>) {
  return present.filter(({ id }) => done.has(id));
}

/** The mirror takes what the look showed at once; the rest of these records is read again. */
async function takeOver(
  { services, portal }: PortalRun,
  trx: Trx,
  seen: {
    readonly type: FixItem["object_type"];
    readonly property: string;
    readonly records: readonly CrmRecord[];
  },
): Promise<void> {
  const { type, property, records } = seen;
  const shown = records.map(({ id, properties, updatedAt }) => ({
    object_id: id,
    properties: { [property]: properties[property] ?? null },
    written: {},
    updated_at: updatedAt,
  }));
  await mergeWritten(trx, portal.portal_id, type, shown);
  const touches = records.map(({ id }) => ({
    objectType: type,
    objectId: id,
    step: "sync" as const,
    cause: "a fix found it changed",
  }));
  await touch(trx, portal.portal_id, { touches, lane: "live", now: services.now() });
}

/** What the look at a record settles; nothing for an item that is to be sent. */
function outcomeOf(item: FixItem, there: string | undefined, way: Direction) {
  const { object_id } = item;
  if (there === undefined) return [{ object_id, state: way.changed }];
  const wasSent = item.state === "sending" || item.state === "restoring";
  if (there === way.to(item)) {
    // Somebody else has said the same before us: it is theirs, and an undo must leave it.
    const state = way === forward && !wasSent ? way.changed : way.there;
    return [{ object_id, state, found: there }];
  }
  if (there === way.from(item)) return [];
  return [{ object_id, state: way.changed, found: there }];
}

async function finish(
  { services, portal }: PortalRun,
  fix: FixRow,
  { way, lease }: { readonly way: Direction; readonly lease: Lease },
): Promise<void> {
  const { fix_id: fixId } = fix;
  await services.db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    const change = { state: way.finished, changed_at: services.now() };
    await moveFix(trx, portal.portal_id, fixId, { from: [way.state], change });
  });
  services.log.info({ portalId: portal.portal_id, fixId, state: way.finished }, "fix finished");
}

async function decideAgain(
  { services, portal }: PortalRun,
  trx: Trx,
  written: { readonly type: FixItem["object_type"]; readonly ids: readonly string[] },
): Promise<void> {
  const { type, ids } = written;
  const people = type === "companies" ? await readPeople(trx, portal.portal_id, ids) : new Map();
  const contacts: readonly string[] =
    type === "companies" ? [...people.values()].flat().map(({ object_id }) => object_id) : ids;
  const touches = contacts.map((objectId) => ({
    objectType: "contacts" as const,
    objectId,
    step: "assess" as const,
    cause: "a field was fixed",
  }));
  await touch(trx, portal.portal_id, { touches, lane: "bulk", now: services.now() });
}
