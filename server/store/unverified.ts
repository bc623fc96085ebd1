import { sql } from "kysely";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";
import type { WorkLane } from "./schema.ts";

/** Written, and still to be read back: HubSpot may have ignored it without an error. */
export async function toVerify(
  trx: Trx,
  portalId: string,
  work: {
    readonly type: ObjectType;
    readonly ids: readonly string[];
    readonly lane: WorkLane;
    readonly now: number;
  },
): Promise<void> {
  if (work.ids.length === 0) return;
  const { type: object_type, lane, now } = work;
  const rows = [...work.ids].sort().map((object_id) => ({
    portal_id: portalId,
    object_type,
    object_id,
    lane,
    due_at: now,
  }));
  await trx
    .insertInto("unverified")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["portal_id", "object_type", "object_id"])
        .doUpdateSet({ lane, due_at: now }),
    )
    .execute();
}

/** At most `limit` of one type, of the type with most of them; none where fewer than `atLeast` wait. */
export async function dueToVerify(
  db: Db,
  portalId: string,
  query: {
    readonly lane: WorkLane;
    readonly now: number;
    readonly atLeast: number;
    readonly limit: number;
  },
): Promise<{ readonly type: ObjectType; readonly ids: readonly string[] } | null> {
  const { rows } = await sql<{ object_type: ObjectType; object_id: string }>`
    select object_type, object_id from unverified
    where portal_id = ${portalId} and lane = ${query.lane} and due_at <= ${query.now}
      and object_type = (
        select object_type from unverified
        where portal_id = ${portalId} and lane = ${query.lane} and due_at <= ${query.now}
        group by object_type having count(*) >= ${query.atLeast}
        order by count(*) desc, object_type limit 1)
    order by object_id limit ${query.limit}`.execute(db);
  const [first] = rows;
  return first ? { type: first.object_type, ids: rows.map((row) => row.object_id) } : null;
}

export async function verified(
  trx: Trx,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom("unverified")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", type)
    .where("object_id", "in", [...ids])
    .execute();
}

export async function postponeVerifying(
  db: Db,
  portalId: string,
  work: { readonly type: ObjectType; readonly ids: readonly string[]; readonly dueAt: number },
): Promise<void> {
  await db
    .updateTable("unverified")
    .set({ due_at: work.dueAt })
    .where("portal_id", "=", portalId)
    .where("object_type", "=", work.type)
    .where("object_id", "in", [...work.ids])
    .execute();
}
