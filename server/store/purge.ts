import { sql } from "kysely";
import { purgeTasks } from "./tasks.ts";
import { tablesWith } from "./tables-with.ts";
import type { Db, Trx } from "./open.ts";

/** Kept, and emptied of what it says about the person; or the proof itself. */
const apart = new Set(["decisions", "deletions"]);

/**
 * Forgets a person for good: facts, signals and wishes go; entries of the trail stay as `redacted`,
 * no longer recomputable, also those of colleagues and deals in which the person is named. With
 * `purgePortal` the only place that may touch the trail.
 */
export async function purgeContact(
  trx: Trx,
  portalId: string,
  contactId: string,
  now: number,
): Promise<void> {
  await mayTouchTrail(trx);
  await redactMentions(trx, portalId, contactId);
  await sql`
    update decisions set input = 'null', decision = 'null', sentence = '', redacted = true
    where portal_id = ${portalId} and object_type = 'contacts' and object_id = ${contactId}`.execute(
    trx,
  );
  await sql`
    delete from waiting_submissions w using records r
    where w.portal_id = ${portalId} and r.portal_id = w.portal_id and r.object_type = 'contacts'
      and r.object_id = ${contactId} and lower(r.properties->>'email') = w.email`.execute(trx);
  for (const table of await tablesWith(trx, ["portal_id", "object_type", "object_id"]))
    if (!apart.has(table))
      await sql`
        delete from ${sql.table(table)} where portal_id = ${portalId}
          and object_type = 'contacts' and object_id = ${contactId}`.execute(trx);
  // Tasks that name the person stand in HubSpot: their ids are kept until they are taken away there.
  await purgeTasks(trx, portalId, contactId, now);
  for (const table of await tablesWith(trx, ["portal_id", "contact_id"]))
    if (table !== "tasks")
      await sql`
        delete from ${sql.table(table)}
        where portal_id = ${portalId} and contact_id = ${contactId}`.execute(trx);
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
}

/** Decisions about others of the same accounts, and about deals, know the person by name and title. */
async function redactMentions(trx: Trx, portalId: string, contactId: string): Promise<void> {
  await sql`
    with accounts as (
      select distinct input -> 'facts' -> 'account' ->> 'companyId' as id from decisions
      where portal_id = ${portalId} and object_type = 'contacts' and object_id = ${contactId}),
    near as (
      select object_type, object_id, sequence, input from decisions
      where portal_id = ${portalId}
        and input -> 'facts' -> 'account' ->> 'companyId' in (select id from accounts)
      union all
      select d.object_type, d.object_id, d.sequence, d.input from decisions d
      join deal_contacts c on c.portal_id = d.portal_id and c.deal_id = d.object_id
      where d.portal_id = ${portalId} and d.object_type = 'deals'
        and c.contact_id = ${contactId})
    update decisions d set input = 'null', decision = 'null', redacted = true
    from near n
    where d.portal_id = ${portalId} and d.object_type = n.object_type
      and d.object_id = n.object_id and d.sequence = n.sequence
      and jsonb_path_exists(n.input, '$.facts.account.*[*] ? (@.id == $id)',
        jsonb_build_object('id', ${contactId}::text))`.execute(trx);
}

/** Rows taken away, by table. */
export type Removed = Readonly<Record<string, number>>;

/**
 * Forgets a portal for good, from every table there is. What stays is one row of `deletions`: when,
 * why, and how many rows of which table went.
 */
export async function purgePortal(
  db: Db,
  portalId: string,
  purge: { readonly reason: string; readonly now: number },
): Promise<Removed> {
  return db.transaction().execute(async (trx) => {
    await mayTouchTrail(trx);
    const removed: Record<string, number> = {};
    for (const table of await tablesWith(trx, ["portal_id"])) {
      const { numAffectedRows = 0n } =
        await sql`delete from ${sql.table(table)} where portal_id = ${portalId}`.execute(trx);
      if (numAffectedRows > 0n) removed[table] = Number(numAffectedRows);
    }
    await trx
      .insertInto("deletions")
      .values({
        portal_id: portalId,
        object_type: "portal",
        object_id: portalId,
        reason: purge.reason,
        at: purge.now,
        removed: JSON.stringify(removed),
      })
      .execute();
    return removed;
  });
}

async function mayTouchTrail(trx: Trx): Promise<void> {
  await sql`select set_config('medqual.purge', 'on', true)`.execute(trx);
}
