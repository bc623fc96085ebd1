import type { PropertyDefinition } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";

export type ReadProperties = {
  readonly contacts: readonly PropertyDefinition[];
  readonly companies: readonly PropertyDefinition[];
  readonly readAt: number;
};

/** The portal's property definitions as they were read last; `null` if they never were. */
export async function readPortalProperties(
  db: Db | Trx,
  portalId: string,
): Promise<ReadProperties | null> {
  const rows = await db
    .selectFrom("portal_properties")
    .select(["object_type", "properties", "read_at"])
    .where("portal_id", "=", portalId)
    .execute();
  const of = (type: "contacts" | "companies") => rows.find((row) => row.object_type === type);
  const [contacts, companies] = [of("contacts"), of("companies")];
  if (!contacts || !companies) return null;
  return {
    contacts: contacts.properties,
    companies: companies.properties,
    readAt: Math.min(contacts.read_at, companies.read_at),
  };
}

export async function keepPortalProperties(
  trx: Trx,
  portalId: string,
  { contacts, companies, readAt }: ReadProperties,
): Promise<void> {
  for (const [object_type, properties] of [
    ["contacts", contacts],
    ["companies", companies],
  ] as const) {
    const row = { properties: JSON.stringify(properties), read_at: readAt };
    await trx
      .insertInto("portal_properties")
      .values({ portal_id: portalId, object_type, ...row })
      .onConflict((conflict) => conflict.columns(["portal_id", "object_type"]).doUpdateSet(row))
      .execute();
  }
}
