import type { Db, Trx } from "./open.ts";
import type { Author } from "./schema.ts";

export type Disconnection = {
  readonly portalId: string;
  readonly author: Author;
  /** Whether our properties are to be archived first. */
  readonly archives: boolean;
  readonly archived: boolean;
};

/** From here on no work is done for the portal but that of leaving it. */
export async function beginDisconnection(
  trx: Trx,
  portalId: string,
  wish: { readonly author: Author; readonly archives: boolean; readonly now: number },
): Promise<void> {
  const { archives, now } = wish;
  const row = { author: JSON.stringify(wish.author), archives, at: now };
  await trx
    .insertInto("disconnections")
    .values({ portal_id: portalId, ...row })
    .onConflict((conflict) => conflict.column("portal_id").doUpdateSet(row))
    .execute();
  await trx
    .updateTable("portals")
    .set({ state: "leaving" })
    .where("portal_id", "=", portalId)
    .execute();
}

/** Those begun and not finished. */
export async function openDisconnections(db: Db): Promise<readonly Disconnection[]> {
  const rows = await db.selectFrom("disconnections").selectAll().orderBy("at").execute();
  return rows.map(({ portal_id, author, archives, archived }) => {
    return { portalId: portal_id, author, archives, archived };
  });
}

export async function markArchived(db: Db, portalId: string): Promise<void> {
  await db
    .updateTable("disconnections")
    .set({ archived: true })
    .where("portal_id", "=", portalId)
    .execute();
}

/** Somebody has installed the app again. */
export async function cancelDisconnection(trx: Trx, portalId: string): Promise<void> {
  await trx.deleteFrom("disconnections").where("portal_id", "=", portalId).execute();
}
