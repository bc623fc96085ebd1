import { createHash } from "node:crypto";
import { personProperties } from "../../src/facts/read-person.ts";
import type { CrmRecord } from "../hubspot/crm.ts";
import { dealsOfContacts } from "../store/deal-contacts.ts";
import type { Trx } from "../store/open.ts";
import { touch, type Touch } from "../store/pending.ts";
import { readPeople } from "../store/records.ts";
import { companyOf } from "./mirror.ts";

/**
 * What one record changes, others feel: a new CIO changes the colleagues' SQL gates and the deals.
 * Only where an account's people really changed, or its company did, are others decided again;
 * no call to HubSpot is needed for that.
 */
export async function spread(
  trx: Trx,
  change: {
    readonly portalId: string;
    readonly now: number;
    readonly fetched: {
      readonly contacts: readonly CrmRecord[];
      readonly companies: readonly CrmRecord[];
    };
  },
): Promise<void> {
  const { portalId, now, fetched } = change;
  const companyIds = new Set(fetched.companies.map((company) => company.id));
  const accounts = [...fetched.contacts.map(companyOf).filter((id) => id !== null), ...companyIds];
  const changed = await changedAccounts(trx, portalId, [...new Set(accounts)]);
  const touches = [
    ...(await colleagues(trx, portalId, { changed, companyIds })),
    ...(await deals(trx, portalId, {
      companyIds: [...changed, ...companyIds],
      contactIds: fetched.contacts.map((contact) => contact.id),
    })),
  ];
  await touch(trx, portalId, { touches, lane: "live", now });
}

/** Compares each account's people with what was kept of them, and keeps the new state. */
export async function changedAccounts(
  trx: Trx,
  portalId: string,
  companyIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  if (companyIds.length === 0) return changed;
  const people = await readPeople(trx, portalId, companyIds);
  const former = await trx
    .selectFrom("accounts")
    .select(["company_id", "people_key"])
    .where("portal_id", "=", portalId)
    .where("company_id", "in", [...companyIds])
    .execute();
  const formerKeys = new Map(former.map((row) => [row.company_id, row.people_key]));
  for (const companyId of [...companyIds].sort()) {
    const described = (people.get(companyId) ?? []).map((person) => [
      person.object_id,
      ...personProperties.map((name) => person.properties[name] ?? null),
    ]);
    const key = createHash("sha256").update(JSON.stringify(described)).digest("base64url");
    if (formerKeys.get(companyId) === key) continue;
    changed.add(companyId);
    await trx
      .insertInto("accounts")
      .values({ portal_id: portalId, company_id: companyId, people_key: key })
      .onConflict((conflict) =>
        conflict.columns(["portal_id", "company_id"]).doUpdateSet({ people_key: key }),
      )
      .execute();
  }
  return changed;
}

async function colleagues(
  trx: Trx,
  portalId: string,
  accounts: { readonly changed: ReadonlySet<string>; readonly companyIds: ReadonlySet<string> },
): Promise<readonly Touch[]> {
  const ids = [...new Set([...accounts.changed, ...accounts.companyIds])];
  const people = await readPeople(trx, portalId, ids);
  const cause = "the account changed";
  return [...people.values()].flat().map((person) => ({
    objectType: "contacts",
    objectId: person.object_id,
    step: "assess",
    cause,
  }));
}

async function deals(
  trx: Trx,
  portalId: string,
  near: { readonly companyIds: readonly string[]; readonly contactIds: readonly string[] },
): Promise<readonly Touch[]> {
  const ofCompanies =
    near.companyIds.length === 0
      ? []
      : await trx
          .selectFrom("records")
          .select("object_id")
          .where("portal_id", "=", portalId)
          .where("object_type", "=", "deals")
          .where("company_id", "in", [...near.companyIds])
          .execute();
  const ofContacts = await dealsOfContacts(trx, portalId, near.contactIds);
  const ids = new Set([...ofCompanies.map((row) => row.object_id), ...ofContacts]);
  return [...ids].map((objectId) => ({
    objectType: "deals",
    objectId,
    step: "assess",
    cause: "the account changed",
  }));
}
