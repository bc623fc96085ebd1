import type { Standing } from "../../src/decision.ts";
import type { ContactFacts } from "../../src/facts/contact-facts.ts";
import type { WhatIfView } from "../../src/view/settings-view.ts";
import type { Db } from "./open.ts";

export type KeptWhatIf = { readonly view: WhatIfView; readonly updatedAt: number };

/** The latest count of what the portal's draft would change. */
export async function readWhatIf(db: Db, portalId: string): Promise<KeptWhatIf | null> {
  const row = await db
    .selectFrom("what_ifs")
    .select(["state", "updated_at"])
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  return row ? { view: row.state, updatedAt: row.updated_at } : null;
}

/** Begins a count; one that is under way for this portal finds that it is not wanted any more. */
export async function beginWhatIf(
  db: Db,
  portalId: string,
  { view, updatedAt }: KeptWhatIf,
): Promise<void> {
  const row = {
    id: view.id,
    revision: view.revision,
    state: JSON.stringify(view),
    updated_at: updatedAt,
  };
  await db
    .insertInto("what_ifs")
    .values({ portal_id: portalId, ...row })
    .onConflict((conflict) => conflict.column("portal_id").doUpdateSet(row))
    .execute();
}

/** Keeps how far a count is; false: another has begun since, or the draft says something else. */
export async function keepWhatIf(
  db: Db,
  portalId: string,
  { view, updatedAt }: KeptWhatIf,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("what_ifs")
    .set({ state: JSON.stringify(view), updated_at: updatedAt })
    .where("portal_id", "=", portalId)
    .where("id", "=", view.id)
    .where((e) =>
      e.exists(
        e
          .selectFrom("drafts")
          .select("revision")
          .where("portal_id", "=", portalId)
          .where("revision", "=", view.revision),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A contact as it was decided last. */
export type DecidedContact = {
  readonly id: string;
  readonly status: string | null;
  readonly standing: Standing | null;
  /** As the playbook in force read them. */
  readonly facts: ContactFacts;
};

/** The next decided contacts after `after`, by id. Those that are gone from the portal are left out. */
export async function nextDecided(
  db: Db,
  portalId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly DecidedContact[]> {
  const rows = await decided(db, portalId)
    .select(["standings.object_id", "status", "standing", "facts"])
    .where("standings.object_id", ">", page.after)
    .orderBy("standings.object_id")
    .limit(page.limit)
    .execute();
  return rows.map(({ object_id, status, standing, facts }) => {
    return { id: object_id, status, standing, facts: facts as ContactFacts };
  });
}

/** How many contacts were decided at all. */
export async function countDecided(db: Db, portalId: string): Promise<number> {
  const { count } = await decided(db, portalId)
    .select((e) => e.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function decided(db: Db, portalId: string) {
  return db
    .selectFrom("standings")
    .innerJoin("records", (join) =>
      join
        .onRef("records.portal_id", "=", "standings.portal_id")
        .onRef("records.object_type", "=", "standings.object_type")
        .onRef("records.object_id", "=", "standings.object_id"),
    )
    .where("standings.portal_id", "=", portalId)
    .where("standings.object_type", "=", "contacts")
    .where("records.gone", "=", false);
}
