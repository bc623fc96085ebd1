import type { ContactSnapshot, DealSnapshot, RecordSnapshot } from "../../src/facts/snapshot.ts";
import type { Db, Trx } from "../store/open.ts";
import { contactsOfDeals } from "../store/deal-contacts.ts";
import { type MirrorRecord, readPeople, readRecords, readSignalsOf } from "../store/records.ts";

export type Loaded<T> = {
  readonly record: MirrorRecord;
  readonly snapshot: T;
};

/** Everything known about these contacts, from the mirror alone. Records that are gone are left out. */
export async function loadContacts(
  db: Db | Trx,
  portalId: string,
  ids: readonly string[],
): Promise<readonly Loaded<ContactSnapshot>[]> {
  const contacts = await readRecords(db, portalId, "contacts", ids);
  const companyIds = companiesOf(contacts);
  const companies = await readRecords(db, portalId, "companies", companyIds);
  const people = await readPeople(db, portalId, companyIds);
  const signals = await readSignalsOf(db, portalId, ids);
  return present(contacts).map((record) => {
    const colleagues = record.company_id ? people.get(record.company_id) : undefined;
    return {
      record,
      snapshot: {
        contact: snapshotOf(record),
        company: companySnapshot(companies, record.company_id),
        people: (colleagues ?? [record]).map(snapshotOf),
        signals: signals.get(record.object_id) ?? [],
      },
    };
  });
}

/** Coverage of a deal looks at the deal's own contacts; their colleagues may be suggested. */
export async function loadDeals(
  db: Db | Trx,
  portalId: string,
  ids: readonly string[],
): Promise<readonly Loaded<DealSnapshot>[]> {
  const deals = await readRecords(db, portalId, "deals", ids);
  const companyIds = companiesOf(deals);
  const companies = await readRecords(db, portalId, "companies", companyIds);
  const colleagues = await readPeople(db, portalId, companyIds);
  const contactIds = await contactsOfDeals(db, portalId, ids);
  const contacts = await readRecords(db, portalId, "contacts", [
    ...new Set([...contactIds.values()].flat()),
  ]);
  return present(deals).map((record) => {
    const people = (contactIds.get(record.object_id) ?? [])
      .map((id) => contacts.get(id))
      .filter((person) => person !== undefined)
      .filter((person) => !person.gone);
    return {
      record,
      snapshot: {
        deal: snapshotOf(record),
        company: companySnapshot(companies, record.company_id),
        people: people.map(snapshotOf),
        colleagues: (colleagues.get(record.company_id ?? "") ?? []).map(snapshotOf),
      },
    };
  });
}

function companiesOf(records: ReadonlyMap<string, MirrorRecord>): readonly string[] {
  const ids = [...records.values()].map((record) => record.company_id).filter((id) => id !== null);
  return [...new Set(ids)];
}

function present(records: ReadonlyMap<string, MirrorRecord>): readonly MirrorRecord[] {
  return [...records.values()].filter((record) => !record.gone);
}

function companySnapshot(
  companies: ReadonlyMap<string, MirrorRecord>,
  id: string | null,
): RecordSnapshot | null {
  const company = id === null ? undefined : companies.get(id);
  return company && !company.gone ? snapshotOf(company) : null;
}

function snapshotOf(record: MirrorRecord): RecordSnapshot {
  return { id: record.object_id, properties: record.properties };
}
