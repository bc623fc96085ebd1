import { dealsOfContacts } from "../store/deal-contacts.ts";
import type { Db } from "../store/open.ts";
import { touch } from "../store/pending.ts";
import { purgeContact } from "../store/purge.ts";
import { readRecords } from "../store/records.ts";
import { spread } from "./spread.ts";

const nothing = { contacts: [], companies: [] };

/** Forgets a person, and has the colleagues and deals decided again: their account has changed. */
export async function forgetContact(
  db: Db,
  portalId: string,
  contactId: string,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const record = (await readRecords(trx, portalId, "contacts", [contactId])).get(contactId);
    const dealIds = await dealsOfContacts(trx, portalId, [contactId]);
    await purgeContact(trx, portalId, contactId, now);
    const companyIds = record?.company_id ? [record.company_id] : [];
    const former = { contactIds: [], companyIds };
    await spread(trx, { portalId, now, fetched: nothing, former });
    const touches = dealIds.map((objectId) => ({
      objectType: "deals" as const,
      objectId,
      step: "assess" as const,
      cause: "the account changed",
    }));
    await touch(trx, portalId, { touches, lane: "live", now });
  });
}
