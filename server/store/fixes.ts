import { type Selectable, sql } from "kysely";
import type { FixItemState, FixPlan, FixState } from "../../src/fields/fix.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import type { FieldTables } from "./field-tables.ts";
import type { Db, Trx } from "./open.ts";

export type FixRow = Selectable<FieldTables["fixes"]>;
export type FixItem = {
  readonly object_type: ObjectType;
  readonly object_id: string;
  readonly property: string;
  readonly former: string | null;
  readonly value: string;
  readonly state: FixItemState;
};

/** From which value to which; records whose value is `from`, and whose `whereEmpty` property is empty. */
export type PlannedChange = { readonly from: string; readonly to: string };

/** Writes down a fix and every single change it will make, with what stands there now. */
export async function keepFix(
  trx: Trx,
  portalId: string,
  fix: {
    readonly fixId: string;
    readonly plan: FixPlan;
    readonly userId: string;
    readonly now: number;
    readonly objectType: ObjectType;
    /** Where the values are read, and where they are written. */
    readonly source: string;
    readonly target: string;
    readonly changes: readonly PlannedChange[];
  },
): Promise<void> {
  const { fixId, now, objectType, source, target } = fix;
  await trx
    .insertInto("fixes")
    .values({
      portal_id: portalId,
      fix_id: fixId,
      plan: JSON.stringify(fix.plan),
      state: "running",
      created_by: fix.userId,
      created_at: now,
      changed_at: now,
      due_at: now,
      last_error: null,
    })
    .execute();
  if (fix.changes.length === 0) return;
  const isFree =
    source === target ? sql`true` : sql`coalesce(r.properties ->> ${target}::text, '') = ''`;
  await sql`
    insert into fix_items (portal_id, fix_id, object_type, object_id, property, former, value, state)
    select r.portal_id, ${fixId}, r.object_type, r.object_id, ${target},
      r.properties ->> ${target}::text, c."to", 'waiting'
    from records r
    join jsonb_to_recordset(${JSON.stringify(fix.changes)}::jsonb) as c("from" text, "to" text)
      on r.properties ->> ${source}::text = c."from"
    where r.portal_id = ${portalId} and r.object_type = ${objectType} and not r.gone
      and ${isFree}`.execute(trx);
}

export async function findFix(
  db: Db | Trx,
  portalId: string,
  fixId: string,
): Promise<FixRow | null> {
  const row = await db
    .selectFrom("fixes")
    .selectAll()
    .where("portal_id", "=", portalId)
    .where("fix_id", "=", fixId)
    .executeTakeFirst();
  return row ?? null;
}

/** The latest first. */
export async function listFixes(db: Db, portalId: string): Promise<readonly FixRow[]> {
  return db
    .selectFrom("fixes")
    .selectAll()
    .where("portal_id", "=", portalId)
    .orderBy("created_at", "desc")
    .orderBy("fix_id")
    .limit(100)
    .execute();
}

/** The oldest fix that has something to do now. */
export async function dueFix(db: Db, portalId: string, now: number): Promise<FixRow | null> {
  const row = await db
    .selectFrom("fixes")
    .selectAll()
    .where("portal_id", "=", portalId)
    .where("state", "in", ["running", "undoing"])
    .where("due_at", "<=", now)
    .orderBy("created_at")
    .orderBy("fix_id")
    .executeTakeFirst();
  return row ?? null;
}

/** Items in these states, those whose outcome is open first. */
export async function nextItems(
  db: Db,
  portalId: string,
  query: {
    readonly fixId: string;
    readonly states: readonly FixItemState[];
    readonly limit: number;
  },
): Promise<readonly FixItem[]> {
  return db
    .selectFrom("fix_items")
    .select(["object_type", "object_id", "property", "former", "value", "state"])
    .where("portal_id", "=", portalId)
    .where("fix_id", "=", query.fixId)
    .where("state", "in", [...query.states])
    .orderBy("state")
    .orderBy("object_id")
    .limit(query.limit)
    .execute();
}

/** Says what became of items; `found` is what stood there instead. */
export async function setItems(
  trx: Trx,
  portalId: string,
  fixId: string,
  items: readonly {
    readonly object_id: string;
    readonly state: FixItemState;
    readonly found?: string | null;
  }[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    update fix_items i set state = s.state, found = coalesce(s.found, i.found)
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as s(object_id text, state text, found text)
    where i.portal_id = ${portalId} and i.fix_id = ${fixId}
      and i.object_id = s.object_id`.execute(trx);
}

/** Moves a fix on, unless it is no longer as it was believed to be; says whether it moved. */
export async function moveFix(
  trx: Trx | Db,
  portalId: string,
  fixId: string,
  move: {
    readonly from: readonly FixState[];
    readonly change: Partial<
      Pick<FixRow, "state" | "due_at" | "attempts" | "last_error" | "changed_at">
    >;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("fixes")
    .set(move.change)
    .where("portal_id", "=", portalId)
    .where("fix_id", "=", fixId)
    .where("state", "in", [...move.from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countItems(
  db: Db | Trx,
  portalId: string,
  fixId: string,
): Promise<Readonly<Partial<Record<FixItemState, number>>>> {
  const rows = await db
    .selectFrom("fix_items")
    .select(["state", (e) => e.fn.countAll<number>().as("count")])
    .where("portal_id", "=", portalId)
    .where("fix_id", "=", fixId)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

/** Items that were left as somebody else made them, or that HubSpot refused. */
export async function leftItems(db: Db, portalId: string, fixId: string) {
  return db
    .selectFrom("fix_items")
    .select(["object_type", "object_id", "property", "state", "found"])
    .where("portal_id", "=", portalId)
    .where("fix_id", "=", fixId)
    .where("state", "in", ["skipped", "refused", "kept", "stuck"])
    .orderBy("object_id")
    .limit(500)
    .execute();
}
