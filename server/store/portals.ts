import type { Selectable } from "kysely";
import type { Db, Trx } from "./open.ts";
import type { Schema } from "./schema.ts";

export type PortalRow = Selectable<Schema["portals"]>;

export type Connection = Pick<
  PortalRow,
  | "portal_id"
  | "access_token"
  | "access_expires_at"
  | "refresh_token"
  | "time_zone"
  | "utc_offset_minutes"
  | "installed_by"
> & { readonly scopes: readonly string[] };

/** Connecting again keeps the mode, the playbook and every decision. */
export async function connectPortal(
  trx: Trx,
  connection: Connection,
  first: { readonly now: number; readonly offersFrom: number | null },
): Promise<void> {
  const credentials = { ...connection, scopes: JSON.stringify(connection.scopes) };
  await trx
    .insertInto("portals")
    .values({
      ...credentials,
      state: "connecting",
      mode: first.offersFrom === null ? "observe" : "active",
      offers_from: first.offersFrom,
      playbook_version: 1,
      connected_at: first.now,
      lifecycle_stages: null,
    })
    .onConflict((conflict) =>
      conflict.column("portal_id").doUpdateSet({
        ...credentials,
        state: "connecting",
        connected_at: first.now,
        disconnected_at: null,
      }),
    )
    .execute();
}

export async function findPortal(db: Db | Trx, portalId: string): Promise<PortalRow | null> {
  const row = await db
    .selectFrom("portals")
    .selectAll()
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Called in a transaction that decides: a playbook published or approved meanwhile must not lose the
 * records that a run begun before it takes out of the queue.
 */
export async function guardSettings(trx: Trx, portal: PortalRow): Promise<void> {
  const present = await trx
    .selectFrom("portals")
    .select(["playbook_version", "mode", "offers_from", "words_version"])
    .where("portal_id", "=", portal.portal_id)
    .forShare()
    .executeTakeFirst();
  const same =
    present?.playbook_version === portal.playbook_version &&
    present.mode === portal.mode &&
    present.offers_from === portal.offers_from &&
    present.words_version === portal.words_version;
  if (!same) throw new SettingsChanged(portal.portal_id);
}

/** Not a failure: the run ends and a new one begins with what is in force now. */
export class SettingsChanged extends Error {
  constructor(portalId: string) {
    super(`The settings of portal ${portalId} changed during a run`);
    this.name = "SettingsChanged";
  }
}

/** HubSpot refuses its tokens: the app was removed. Nothing is done for the portal from now on. */
export async function disconnectPortal(db: Db, portalId: string, now: number): Promise<void> {
  await db
    .updateTable("portals")
    .set({ state: "disconnected", disconnected_at: now })
    .where("portal_id", "=", portalId)
    .where("state", "<>", "disconnected")
    .execute();
}

/** Portals that removed the app at or before this instant. */
export async function removedPortals(db: Db, until: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("portals")
    .select("portal_id")
    .where("state", "=", "disconnected")
    .where("disconnected_at", "<=", until)
    .execute();
  return rows.map((row) => row.portal_id);
}

/** Plans the next listing of the night, unless somebody else has done so since `portal` was read. */
export async function setNightly(
  db: Db | Trx,
  portal: Pick<PortalRow, "portal_id" | "nightly_due_at">,
  dueAt: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("portals")
    .set({ nightly_due_at: dueAt })
    .where("portal_id", "=", portal.portal_id)
    .where("nightly_due_at", "is not distinct from", portal.nightly_due_at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Has everything listed again without waiting for the night. */
export async function listAgainNow(db: Db, portalId: string, now: number): Promise<void> {
  await db
    .updateTable("portals")
    .set({ nightly_due_at: now })
    .where("portal_id", "=", portalId)
    .execute();
}

export async function connectedPortals(db: Db): Promise<readonly PortalRow[]> {
  return db.selectFrom("portals").selectAll().where("state", "=", "connected").execute();
}

/** Of these ids, the ones we serve. */
export async function knownPortals(
  db: Db | Trx,
  portalIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (portalIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("portals")
    .select("portal_id")
    .where("state", "<>", "disconnected")
    .where("portal_id", "in", [...portalIds])
    .execute();
  return new Set(rows.map((row) => row.portal_id));
}

export async function keepTokens(
  db: Db,
  portalId: string,
  tokens: Pick<PortalRow, "access_token" | "access_expires_at" | "refresh_token">,
): Promise<void> {
  await db.updateTable("portals").set(tokens).where("portal_id", "=", portalId).execute();
}

/** Ends observe mode: handoffs are offered for signals from `at` on. */
export async function activatePortal(trx: Trx, portalId: string, at: number): Promise<void> {
  await trx
    .updateTable("portals")
    .set({ mode: "active", offers_from: at })
    .where("portal_id", "=", portalId)
    .where("mode", "=", "observe")
    .execute();
}

export async function setPortal(
  db: Db | Trx,
  portalId: string,
  change: Partial<
    Pick<
      PortalRow,
      | "state"
      | "mode"
      | "offers_from"
      | "time_zone"
      | "utc_offset_minutes"
      | "playbook_version"
      | "provisioned_as"
    >
  >,
): Promise<void> {
  await db.updateTable("portals").set(change).where("portal_id", "=", portalId).execute();
}

/** The portal's lifecycle stages in their order. */
export async function keepStages(
  trx: Trx,
  portalId: string,
  stages: readonly string[],
): Promise<void> {
  await trx
    .updateTable("portals")
    .set({ lifecycle_stages: JSON.stringify(stages) })
    .where("portal_id", "=", portalId)
    .execute();
}
