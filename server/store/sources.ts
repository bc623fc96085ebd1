import { sql } from "kysely";
import type { Selectable } from "kysely";
import type { Db, Trx } from "./open.ts";
import type { Schema } from "./schema.ts";

export type SourceRow = Selectable<Schema["sources"]>;

/** Begins to look at these; those looked at already go on as they were. */
export async function addSources(
  db: Db | Trx,
  portalId: string,
  added: readonly { readonly source: string; readonly cursor: unknown }[],
  dueAt: number,
): Promise<void> {
  if (added.length === 0) return;
  await db
    .insertInto("sources")
    .values(
      added.map(({ source, cursor }) => ({
        portal_id: portalId,
        source,
        cursor: JSON.stringify(cursor),
        due_at: dueAt,
        failures: 0,
      })),
    )
    .onConflict((conflict) => conflict.columns(["portal_id", "source"]).doNothing())
    .execute();
}

export async function readSources(db: Db | Trx, portalId: string): Promise<readonly SourceRow[]> {
  return db
    .selectFrom("sources")
    .selectAll()
    .where("portal_id", "=", portalId)
    .orderBy("source")
    .execute();
}

/** What has waited longest of what is due. */
export async function dueSource(
  db: Db,
  portalId: string,
  now: number,
): Promise<SourceRow | undefined> {
  return db
    .selectFrom("sources")
    .selectAll()
    .where("portal_id", "=", portalId)
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .orderBy("source")
    .limit(1)
    .executeTakeFirst();
}

/** After a step: how far it got and when to go on. */
export async function moveSource(
  db: Db | Trx,
  { portal_id, source }: Pick<SourceRow, "portal_id" | "source">,
  change: {
    readonly cursor?: unknown;
    readonly readAt?: number;
    readonly dueAt: number;
    readonly failures?: number;
    readonly unavailable?: string | null;
  },
): Promise<void> {
  const { cursor, readAt, dueAt, failures = 0, unavailable = null } = change;
  await db
    .updateTable("sources")
    .set({
      due_at: dueAt,
      failures,
      unavailable,
      ...(cursor !== undefined && { cursor: JSON.stringify(cursor) }),
      ...(readAt !== undefined && { read_at: readAt }),
    })
    .where("portal_id", "=", portal_id)
    .where("source", "=", source)
    .execute();
}

/** Whether HubSpot does not let us read this. */
export async function isUnavailable(
  db: Db | Trx,
  portalId: string,
  source: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("sources")
    .select("unavailable")
    .where("portal_id", "=", portalId)
    .where("source", "=", source)
    .executeTakeFirst();
  return typeof row?.unavailable === "string";
}

/** Not later than this. */
export async function hurrySource(
  db: Db | Trx,
  portalId: string,
  wanted: { readonly source: string; readonly dueAt: number },
): Promise<void> {
  await db
    .updateTable("sources")
    .set({ due_at: wanted.dueAt })
    .where("portal_id", "=", portalId)
    .where("source", "=", wanted.source)
    .where("due_at", ">", wanted.dueAt)
    .execute();
}

/** What was read by another version of the playbook, as its cursor says, is due at once. */
export async function noticePlaybook(
  db: Db,
  portalId: string,
  playbook: { readonly version: number; readonly now: number },
): Promise<void> {
  await sql`
    update sources set due_at = ${playbook.now}::bigint
    where portal_id = ${portalId} and due_at > ${playbook.now}
      and (cursor->>'playbook')::integer <> ${playbook.version}::integer`.execute(db);
}

/** No longer looked at. */
export async function dropSources(
  db: Db | Trx,
  portalId: string,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await db
    .deleteFrom("sources")
    .where("portal_id", "=", portalId)
    .where("source", "in", [...names])
    .execute();
}

/** When the next one of any portal is due; null: nothing is looked at. */
export async function nextSourceAt(db: Db): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`
    select min(s.due_at) as at from sources s
    join portals p on p.portal_id = s.portal_id and p.state = 'connected'`.execute(db);
  const at = rows[0]?.at ?? null;
  return at === null ? null : Number(at);
}
