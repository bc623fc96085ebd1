import { allowedProperties } from "../../src/facts/allow-list.ts";
import type { PortalRun } from "../context.ts";
import type { Association, CrmRecord, ObjectType } from "../hubspot/crm.ts";
import { type DealLabels, setDealContacts } from "../store/deal-contacts.ts";
import { guardLease, type Lease } from "../store/leases.ts";
import type { Trx } from "../store/open.ts";
import { type PendingRow, readyToAssess } from "../store/pending.ts";
import { markGone, readRecords } from "../store/records.ts";
import { companyOf, storeRecords } from "./mirror.ts";
import { spread } from "./spread.ts";
import { labelsIn } from "./labels-in.ts";
import { withParents } from "./with-parents.ts";

/** HubSpot's primary label: contact → company 1, deal → company 5. */
const primaryTypeIds = new Set([1, 5]);

type Fetched = {
  readonly contacts: readonly CrmRecord[];
  readonly companies: readonly CrmRecord[];
  readonly deals: readonly CrmRecord[];
  readonly dealContacts: ReadonlyMap<string, readonly string[]>;
  readonly dealLabels: DealLabels;
};

/** Reads touched records again, at most 100 of a type in one call, and makes them ready to decide. */
export async function syncRecords(
  run: PortalRun,
  rows: readonly PendingRow[],
  lease: Lease,
): Promise<void> {
  const { services, portal, playbook } = run;
  const fetched = await fetchAll(run, rows);
  await services.db.transaction().execute(async (trx) => {
    await guardLease(trx, lease);
    const now = services.now();
    const context = { portalId: portal.portal_id, playbook, log: services.log, now };
    const former = await formerAccounts(trx, portal.portal_id, rows);
    for (const type of ["companies", "contacts", "deals"] as const) {
      await storeRecords(trx, context, type, fetched[type]);
      await markMissing(trx, portal.portal_id, type, { rows, found: fetched[type] });
    }
    await setDealContacts(trx, portal.portal_id, fetched.dealContacts, fetched.dealLabels);
    await readyToAssess(trx, portal.portal_id, rows); // first: spreading may touch these rows again
    await spread(trx, { portalId: portal.portal_id, now, fetched, former });
  });
}

/** Before the mirror changes: where the contacts belong as far as we know. */
async function formerAccounts(trx: Trx, portalId: string, rows: readonly PendingRow[]) {
  const contactIds = rows
    .filter((row) => row.object_type === "contacts")
    .map((row) => row.object_id);
  const mirrored = await readRecords(trx, portalId, "contacts", contactIds);
  const companyIds = [...mirrored.values()].flatMap(({ company_id }) => company_id ?? []);
  const touched = rows.filter((row) => row.object_type === "companies");
  return { contactIds, companyIds: [...companyIds, ...touched.map((row) => row.object_id)] };
}

async function fetchAll(run: PortalRun, rows: readonly PendingRow[]): Promise<Fetched> {
  const { gateway, playbook, portal, services } = run;
  const allowed = allowedProperties(playbook);
  const idsOf = (type: ObjectType) =>
    rows.filter((row) => row.object_type === type).map((row) => row.object_id);
  const read = (type: ObjectType, ids: readonly string[]) =>
    ids.length === 0
      ? Promise.resolve([])
      : gateway.read(type, ids, { properties: allowed[type], lane: "live" });

  const contacts = await read("contacts", idsOf("contacts"));
  const deals = await withAssociations(run, await read("deals", idsOf("deals")));
  const wanted = new Set(idsOf("companies"));
  const named = [...contacts, ...deals.records].map(companyOf).filter((id) => id !== null);
  const mirrored = await readRecords(services.db, portal.portal_id, "companies", named);
  for (const id of named) if (!mirrored.has(id)) wanted.add(id);
  const companies = await inHundreds([...wanted], async (ids) =>
    withParents(run, "companies", { records: await read("companies", ids), lane: "live" }),
  );
  const { records, contacts: dealContacts, labels: dealLabels } = deals;
  return { contacts, companies, deals: records, dealContacts, dealLabels };
}

async function withAssociations({ gateway }: PortalRun, deals: readonly CrmRecord[]) {
  const contacts = new Map<string, readonly string[]>();
  if (deals.length === 0) return { records: deals, contacts, labels: new Map() };
  const query = { ids: deals.map((deal) => deal.id), lane: "live" } as const;
  const people = await gateway.associations("deals", "contacts", query);
  const companies = await gateway.associations("deals", "companies", query);
  const records = deals.map((deal) => {
    const contactIds = (people.get(deal.id) ?? []).map((association) => association.toId);
    contacts.set(deal.id, contactIds);
    const primaryCompany = primaryOf(companies.get(deal.id) ?? []);
    return {
      ...deal,
      associations: { contacts: contactIds, companies: [], deals: [], primaryCompany },
    };
  });
  return { records, contacts, labels: labelsIn(people) };
}

function primaryOf(associations: readonly Association[]): string | null {
  const primary = associations.find(({ typeIds }) => typeIds.some((id) => primaryTypeIds.has(id)));
  return primary?.toId ?? null;
}

async function inHundreds(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly CrmRecord[]>,
): Promise<readonly CrmRecord[]> {
  const records: CrmRecord[] = [];
  for (let i = 0; i < ids.length; i += 100) records.push(...(await read(ids.slice(i, i + 100))));
  return records;
}

async function markMissing(
  trx: Trx,
  portalId: string,
  type: ObjectType,
  asked: { readonly rows: readonly PendingRow[]; readonly found: readonly CrmRecord[] },
): Promise<void> {
  const found = new Set(asked.found.map((record) => record.id));
  const missing = asked.rows
    .filter((row) => row.object_type === type && !found.has(row.object_id))
    .map((row) => row.object_id);
  await markGone(trx, portalId, type, missing);
}
