import { sql } from "kysely";
import type { Db, Trx } from "./open.ts";

/** Of each deal: its contacts' labels, by contact. Contacts whose association has none may be absent. */
export type DealLabels = ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;

/** Replaces the people of each deal named. */
export async function setDealContacts(
  trx: Trx,
  portalId: string,
  deals: ReadonlyMap<string, readonly string[]>,
  labels: DealLabels = new Map(),
): Promise<void> {
  if (deals.size === 0) return;
  await trx
    .deleteFrom("deal_contacts")
    .where("portal_id", "=", portalId)
    .where("deal_id", "in", [...deals.keys()])
    .execute();
  const rows = [...deals].flatMap(([dealId, contactIds]) =>
    contactIds.map((contactId) => ({
      deal_id: dealId,
      contact_id: contactId,
      labels: labels.get(dealId)?.[contactId] ?? [],
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into deal_contacts (portal_id, deal_id, contact_id, labels)
    select ${portalId}, d.deal_id, d.contact_id, d.labels
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d(deal_id text, contact_id text, labels jsonb)
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

/** What the associations of these deals with their contacts are labelled with. */
export async function labelsOfDeals(
  db: Db | Trx,
  portalId: string,
  dealIds: readonly string[],
): Promise<DealLabels> {
  const found = new Map<string, Record<string, readonly string[]>>();
  if (dealIds.length === 0) return found;
  const rows = await db
    .selectFrom("deal_contacts")
    .select(["deal_id", "contact_id", "labels"])
    .where("portal_id", "=", portalId)
    .where("deal_id", "in", [...dealIds])
    .where(sql<boolean>`labels <> '[]'::jsonb`)
    .execute();
  for (const { deal_id, contact_id, labels } of rows)
    found.set(deal_id, { ...found.get(deal_id), [contact_id]: labels });
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
