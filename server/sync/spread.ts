import { createHash } from "node:crypto";
import { personProperties } from "../../src/facts/read-person.ts";
import type { CrmRecord } from "../hubspot/crm.ts";
import { dealsOfContacts } from "../store/deal-contacts.ts";
import type { Trx } from "../store/open.ts";
import { touch, type Touch } from "../store/pending.ts";
import type { WorkLane } from "../store/schema.ts";
import { type MirrorRecord, readPeople, readRecords } from "../store/records.ts";
import { companyOf } from "./mirror.ts";

const cause = "the account changed";

/** What was read again, and where its contacts belonged before: an account is changed by losing too. */
export type Change = {
  readonly portalId: string;
  readonly now: number;
  /** Where those who feel it wait; `live` unless told. */
  readonly lane?: WorkLane;
  readonly fetched: {
    readonly contacts: readonly CrmRecord[];
    readonly companies: readonly CrmRecord[];
  };
  readonly former: {
    readonly contactIds: readonly string[];
    readonly companyIds: readonly string[];
  };
};

/**
 * What one record changes, others feel: a new CIO changes the colleagues' SQL gates and the deals, and
 * so does one who left. Only where an account's company or people really changed are others decided
 * again; no call to HubSpot is needed for that.
 */
export async function spread(trx: Trx, change: Change): Promise<void> {
  const { portalId, now, fetched, former, lane = "live" } = change;
  const near = [
    ...former.companyIds,
    ...fetched.contacts.map(companyOf).filter((id) => id !== null),
    ...fetched.companies.map((company) => company.id),
  ];
  const own = await changedAccounts(trx, portalId, [...new Set(near)]);
  const changed = [...own, ...(await childrenOf(trx, portalId, own))];
  const touches = [
    ...(await colleagues(trx, portalId, changed)),
    ...(await deals(trx, portalId, {
      companyIds: changed,
      contactIds: [...former.contactIds, ...fetched.contacts.map((contact) => contact.id)],
    })),
  ];
  await touch(trx, portalId, { touches, lane, now });
}

/** Companies whose parent is one of these: its people may count for them. */
async function childrenOf(
  trx: Trx,
  portalId: string,
  companyIds: readonly string[],
): Promise<readonly string[]> {
  if (companyIds.length === 0) return [];
  const rows = await trx
    .selectFrom("records")
    .select("object_id")
    .where("portal_id", "=", portalId)
    .where("object_type", "=", "companies")
    .where("company_id", "in", [...companyIds])
    .execute();
  return rows.map(({ object_id }) => object_id);
}

/** Compares each account with what was kept of it, keeps the new state, and names those that differ. */
export async function changedAccounts(
  trx: Trx,
  portalId: string,
  companyIds: readonly string[],
): Promise<readonly string[]> {
  if (companyIds.length === 0) return [];
  const people = await readPeople(trx, portalId, companyIds);
  const companies = await readRecords(trx, portalId, "companies", companyIds);
  const former = await trx
    .selectFrom("accounts")
    .select(["company_id", "people_key"])
    .where("portal_id", "=", portalId)
    .where("company_id", "in", [...companyIds])
    .execute();
  const formerKeys = new Map(former.map((row) => [row.company_id, row.people_key]));
  const changed = [...companyIds].sort().flatMap((companyId) => {
    const people_key = accountKey(companies.get(companyId), people.get(companyId) ?? []);
    if (formerKeys.get(companyId) === people_key) return [];
    return [{ portal_id: portalId, company_id: companyId, people_key }];
  });
  if (changed.length > 0)
    await trx
      .insertInto("accounts")
      .values(changed)
      .onConflict((conflict) =>
        conflict
          .columns(["portal_id", "company_id"])
          .doUpdateSet((e) => ({ people_key: e.ref("excluded.people_key") })),
      )
      .execute();
  return changed.map((row) => row.company_id);
}

/** Everything a decision sees of an account beside the contact itself. */
function accountKey(company: MirrorRecord | undefined, people: readonly MirrorRecord[]): string {
  const facts = Object.entries(company && !company.gone ? company.properties : {});
  const described = {
    ...(company?.company_id && { parent: company.company_id }),
    company: facts.sort(([a], [b]) => (a < b ? -1 : 1)),
    people: people.map(({ object_id, properties }) => [
      object_id,
      ...personProperties.map((name) => properties[name] ?? null),
    ]),
  };
  return createHash("sha256").update(JSON.stringify(described)).digest("base64url");
}

async function colleagues(
  trx: Trx,
  portalId: string,
  companyIds: readonly string[],
): Promise<readonly Touch[]> {
  const people = await readPeople(trx, portalId, companyIds);
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
  const ofContacts = await dealsOfContacts(trx, portalId, [...new Set(near.contactIds)]);
  const ids = new Set([...ofCompanies.map((row) => row.object_id), ...ofContacts]);
  return [...ids].map((objectId) => ({ objectType: "deals", objectId, step: "assess", cause }));
}
