import { sql } from "kysely";
import type { Db, Trx } from "./open.ts";

export type Lease = { readonly portalId: string; readonly name: string; readonly fencing: number };

/** One holder at a time per portal and name; a holder that dies is followed when its time is over. */
export async function takeLease(
  db: Db,
  wanted: { readonly portalId: string; readonly name: string; readonly holder: string },
  time: { readonly now: number; readonly ttlMs: number },
): Promise<Lease | null> {
  const { portalId, name, holder } = wanted;
  const { rows } = await sql<{ fencing: number }>`
    insert into leases (portal_id, name, holder, fencing, expires_at)
    values (${portalId}, ${name}, ${holder}, 1, ${time.now + time.ttlMs})
    on conflict (portal_id, name) do update
      set holder = excluded.holder, fencing = leases.fencing + 1, expires_at = excluded.expires_at
      where leases.expires_at <= ${time.now}
    returning fencing`.execute(db);
  const row = rows[0];
  return row ? { portalId, name, fencing: row.fencing } : null;
}

/** False: somebody else has taken over, stop at once. */
export async function renewLease(db: Db, lease: Lease, expiresAt: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("leases")
    .set({ expires_at: expiresAt })
    .where("portal_id", "=", lease.portalId)
    .where("name", "=", lease.name)
    .where("fencing", "=", lease.fencing)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function releaseLease(db: Db, lease: Lease): Promise<void> {
  await renewLease(db, lease, 0);
}

/** Called first in a transaction that only the holder may commit. */
export async function guardLease(trx: Trx, lease: Lease): Promise<void> {
  const held = await trx
    .selectFrom("leases")
    .select("fencing")
    .where("portal_id", "=", lease.portalId)
    .where("name", "=", lease.name)
    .where("fencing", "=", lease.fencing)
    .forShare()
    .executeTakeFirst();
  if (!held) throw new LeaseLost(lease);
}

/** Not a failure: another worker goes on with the same portal. */
export class LeaseLost extends Error {
  constructor(lease: Lease) {
    super(`The lease ${lease.name} of portal ${lease.portalId} was taken over`);
    this.name = "LeaseLost";
  }
}
