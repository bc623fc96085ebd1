import type { Selectable } from "kysely";
import type { Db, Trx } from "./open.ts";
import type { Schema } from "./schema.ts";

/** How far the listing of one object type is: the back-fill's, or that of the night. */
export type Listing = Selectable<Schema["listings"]>;

export const listedTypes = ["companies", "contacts", "deals"] as const;

/** Begins again from the first page of every type. */
export async function startListing(
  trx: Trx,
  portalId: string,
  begun: { readonly purpose: Listing["purpose"]; readonly now: number },
): Promise<void> {
  const { purpose, now } = begun;
  await trx
    .deleteFrom("listings")
    .where("portal_id", "=", portalId)
    .where("purpose", "=", purpose)
    .execute();
  if (purpose === "nightly")
    await trx.deleteFrom("listed_records").where("portal_id", "=", portalId).execute();
  const rows = listedTypes.map((object_type) => ({
    portal_id: portalId,
    purpose,
    object_type,
    started_at: now,
    due_at: now,
  }));
  await trx.insertInto("listings").values(rows).execute();
}

export async function readListings(db: Db | Trx, portalId: string): Promise<readonly Listing[]> {
  return db
    .selectFrom("listings")
    .selectAll()
    .where("portal_id", "=", portalId)
    .orderBy("purpose")
    .orderBy("object_type")
    .execute();
}

/** The present state, if it is still where the given one was. */
export async function sameListing(trx: Trx, listing: Listing): Promise<Listing | null> {
  const row = await ofListing(trx, listing).executeTakeFirst();
  const same =
    row?.after === listing.after &&
    row.started_at === listing.started_at &&
    row.finished_at === null;
  return same ? row : null;
}

export async function moveListing(
  db: Db | Trx,
  { portal_id, purpose, object_type }: Listing,
  change: Partial<Omit<Listing, "portal_id" | "purpose" | "object_type" | "started_at">>,
): Promise<void> {
  await db
    .updateTable("listings")
    .set(change)
    .where("portal_id", "=", portal_id)
    .where("purpose", "=", purpose)
    .where("object_type", "=", object_type)
    .execute();
}

function ofListing(trx: Trx, { portal_id, purpose, object_type }: Listing) {
  return trx
    .selectFrom("listings")
    .selectAll()
    .where("portal_id", "=", portal_id)
    .where("purpose", "=", purpose)
    .where("object_type", "=", object_type);
}
