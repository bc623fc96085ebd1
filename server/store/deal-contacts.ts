import { sql } from "kysely";
import type { Db, Trx } from "./open.ts";

/** Replaces the people of each deal named. */
export async function setDealContacts(
  trx: Trx,
  portalId: string,
  deals: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  if (deals.size === 0) return;
  await trx
    .deleteFrom("deal_contacts")
    .where("portal_id", "=", portalId)
    .where("deal_id", "in", [...deals.keys()])
    .execute();
  const rows = [...deals].flatMap(([dealId, contactIds]) =>
    contactIds.map((contactId) => ({ deal_id: dealId, contact_id: contactId })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into deal_contacts (portal_id, deal_id, contact_id)
    select ${portalId}, d.deal_id, d.contact_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(deal_id text, contact_id text)
    on conflict do nothing`.execute(trx);
}

export async function contactsOfDeals(
  db: Db | Trx,
  portalId: string,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (dealIds.length === 0) return found;
  const rows = await db
    .selectFrom("deal_contacts")
    .select(["deal_id", "contact_id"])
    .where("portal_id", "=", portalId)
    .where("deal_id", "in", [...dealIds])
    .orderBy("contact_id")
    .execute();
  for (const { deal_id, contact_id } of rows)
    found.set(deal_id, [...(found.get(deal_id) ?? []), contact_id]);
  return found;
}

export async function dealsOfContacts(
  db: Db | Trx,
  portalId: string,
  contactIds: readonly string[],
): Promise<readonly string[]> {
  if (contactIds.length === 0) return [];
  const rows = await db
    .selectFrom("deal_contacts")
    .select("deal_id")
    .distinct()
    .where("portal_id", "=", portalId)
    .where("contact_id", "in", [...contactIds])
    .execute();
  return rows.map((row) => row.deal_id);
}
