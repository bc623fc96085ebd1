import { sql } from "kysely";
import type { Db } from "./open.ts";

/**
 * Forgets a person for good: facts, signals and wishes go; entries of the trail stay as `redacted`,
 * no longer recomputable. The only place that may touch the trail.
 */
export async function purgeContact(
  db: Db,
  portalId: string,
  contactId: string,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select set_config('medqual.purge', 'on', true)`.execute(trx);
    await sql`
      update decisions set input = 'null', decision = 'null', sentence = '', redacted = true
      where portal_id = ${portalId} and object_type = 'contacts' and object_id = ${contactId}`.execute(
      trx,
    );
    await sql`
      delete from waiting_submissions w using records r
      where w.portal_id = ${portalId} and r.portal_id = w.portal_id and r.object_type = 'contacts'
        and r.object_id = ${contactId} and lower(r.properties->>'email') = w.email`.execute(trx);
    for (const table of [
      "pending",
      "outbox",
      "unverified",
      "inputs",
      "standings",
      "parked",
      "records",
    ] as const)
      await trx
        .deleteFrom(table)
        .where("portal_id", "=", portalId)
        .where("object_type", "=", "contacts")
        .where("object_id", "=", contactId)
        .execute();
    for (const table of ["signals", "deal_contacts"] as const)
      await trx
        .deleteFrom(table)
        .where("portal_id", "=", portalId)
        .where("contact_id", "=", contactId)
        .execute();
    await trx
      .insertInto("deletions")
      .values({
        portal_id: portalId,
        object_type: "contacts",
        object_id: contactId,
        reason: "privacy deletion",
        at: now,
      })
      .execute();
  });
}
