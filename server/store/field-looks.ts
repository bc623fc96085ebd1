import type { PortalLook } from "../../src/fields/audit.ts";
import type { Db, Trx } from "./open.ts";

export type KeptLook = {
  readonly due_at: number;
  readonly looked_at: number | null;
  readonly look: PortalLook | null;
};

/** What the last look at the portal's definitions, forms and histories found; `null`: none was ever due. */
export async function readLook(db: Db | Trx, portalId: string): Promise<KeptLook | null> {
  const row = await db
    .selectFrom("field_looks")
    .select(["due_at", "looked_at", "look"])
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  return row ?? null;
}

/** Asks for a look at `dueAt`, or sooner where one is due sooner already. */
export async function askForLook(db: Db | Trx, portalId: string, dueAt: number): Promise<void> {
  await db
    .insertInto("field_looks")
    .values({ portal_id: portalId, due_at: dueAt, looked_at: null, look: null })
    .onConflict((conflict) =>
      conflict.column("portal_id").doUpdateSet((e) => ({
        due_at: e.fn<number>("least", ["field_looks.due_at", "excluded.due_at"]),
      })),
    )
    .execute();
}

export async function keepLook(
  trx: Trx,
  portalId: string,
  kept: { readonly look: PortalLook; readonly at: number; readonly dueAt: number },
): Promise<void> {
  const row = { due_at: kept.dueAt, looked_at: kept.at, look: JSON.stringify(kept.look) };
  await trx
    .insertInto("field_looks")
    .values({ portal_id: portalId, ...row })
    .onConflict((conflict) => conflict.column("portal_id").doUpdateSet(row))
    .execute();
}

export async function putOffLook(db: Db, portalId: string, dueAt: number): Promise<void> {
  await db
    .updateTable("field_looks")
    .set({ due_at: dueAt })
    .where("portal_id", "=", portalId)
    .execute();
}
