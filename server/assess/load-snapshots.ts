import type { ContactSnapshot, DealSnapshot, RecordSnapshot } from "../../src/facts/snapshot.ts";
import { asPeopleLeft } from "../../src/fields/as-people-left.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { readRaw } from "../store/field-rewrites.ts";
import type { Db, Trx } from "../store/open.ts";
import { contactsOfDeals, labelsOfDeals } from "../store/deal-contacts.ts";
import { inactiveOwners } from "../store/owners.ts";
import { isUnavailable } from "../store/sources.ts";
import { type MirrorRecord, readPeople, readRecords, readSignalsOf } from "../store/records.ts";

export type Loaded<T> = {
  readonly record: MirrorRecord;
  readonly snapshot: T;
};
export type LoadedContact = Loaded<ContactSnapshot> & {
  readonly company: MirrorRecord | null;
  /** What stood in fields of the contact, and of the company, before we rewrote them. */
  readonly raw: Readonly<Record<string, string>>;
  readonly companyRaw: Readonly<Record<string, string>>;
};

/**
 * Everything known about these contacts, from the mirror alone. Records that are gone are left out.
 * Fields that we filled are read from the words that people used.
 */
export async function loadContacts(
  db: Db | Trx,
  portalId: string,
  ids: readonly string[],
  playbook: Playbook,
): Promise<readonly LoadedContact[]> {
  const contacts = await readRecords(db, portalId, "contacts", ids);
  const companyIds = companiesOf(contacts);
  const companies = await readRecords(db, portalId, "companies", companyIds);
  const people = await readPeople(db, portalId, companyIds);
  const atParent = await readPeople(db, portalId, companiesOf(companies));
  const signals = await readSignalsOf(db, portalId, ids);
  const rawOfContacts = await readRaw(db, portalId, "contacts", ids);
  const rawOfCompanies = await readRaw(db, portalId, "companies", companyIds);
  const inactive = await inactiveOwners(db, portalId);
  const formsUnread = await isUnavailable(db, portalId, "forms");
  return present(contacts).map((record) => {
    const colleagues = record.company_id ? people.get(record.company_id) : undefined;
    const company = presentCompany(companies, record.company_id);
    const raw = rawOfContacts.get(record.object_id) ?? {};
    const companyRaw = rawOfCompanies.get(record.company_id ?? "") ?? {};
    return {
      record,
      company,
      raw,
      companyRaw,
      snapshot: {
        contact: asLeft({ type: "contact", record, raw }, playbook),
        company: company && asLeft({ type: "company", record: company, raw: companyRaw }, playbook),
        people: (colleagues ?? [record]).map(snapshotOf),
        ...peopleAtParent(companies, record.company_id, atParent),
        signals: signals.get(record.object_id) ?? [],
        inactiveOwners: inactive,
        formsUnread,
      },
    };
  });
}

/** Coverage of a deal looks at the deal's own contacts; their colleagues may be suggested. */
export async function loadDeals(
  db: Db | Trx,
  portalId: string,
  ids: readonly string[],
  playbook: Playbook,
): Promise<readonly Loaded<DealSnapshot>[]> {
  const deals = await readRecords(db, portalId, "deals", ids);
  const companyIds = companiesOf(deals);
  const companies = await readRecords(db, portalId, "companies", companyIds);
  const rawOfCompanies = await readRaw(db, portalId, "companies", companyIds);
  const colleagues = await readPeople(db, portalId, companyIds);
  const atParent = await readPeople(db, portalId, companiesOf(companies));
  const contactIds = await contactsOfDeals(db, portalId, ids);
  const labels = await labelsOfDeals(db, portalId, ids);
  const contacts = await readRecords(db, portalId, "contacts", [
    ...new Set([...contactIds.values()].flat()),
  ]);
  return present(deals).map((record) => {
    const people = (contactIds.get(record.object_id) ?? [])
      .map((id) => contacts.get(id))
      .filter((person) => person !== undefined)
      .filter((person) => !person.gone);
    const company = presentCompany(companies, record.company_id);
    const raw = rawOfCompanies.get(record.company_id ?? "") ?? {};
    return {
      record,
      snapshot: {
        deal: snapshotOf(record),
        company: company && asLeft({ type: "company", record: company, raw }, playbook),
        people: people.map(snapshotOf),
        labels: labels.get(record.object_id) ?? {},
        ...peopleAtParent(companies, record.company_id, atParent),
        colleagues: (colleagues.get(record.company_id ?? "") ?? []).map(snapshotOf),
      },
    };
  });
}

function companiesOf(records: ReadonlyMap<string, MirrorRecord>): readonly string[] {
  const ids = [...records.values()].map((record) => record.company_id).filter((id) => id !== null);
  return [...new Set(ids)];
}

/** Parents are known only where a template counts their people. */
function peopleAtParent(
  companies: ReadonlyMap<string, MirrorRecord>,
  companyId: string | null,
  atParent: ReadonlyMap<string, readonly MirrorRecord[]>,
): Pick<ContactSnapshot, "atParent"> {
  const parentId = companyId === null ? null : (companies.get(companyId)?.company_id ?? null);
  const people = parentId === null ? undefined : atParent.get(parentId);
  return people === undefined ? {} : { atParent: people.map(snapshotOf) };
}

function present(records: ReadonlyMap<string, MirrorRecord>): readonly MirrorRecord[] {
  return [...records.values()].filter((record) => !record.gone);
}

function presentCompany(
  companies: ReadonlyMap<string, MirrorRecord>,
  id: string | null,
): MirrorRecord | null {
  const company = id === null ? undefined : companies.get(id);
  return company && !company.gone ? company : null;
}

function asLeft(
  left: {
    readonly type: "contact" | "company";
    readonly record: MirrorRecord;
    readonly raw: Readonly<Record<string, string>>;
  },
  playbook: Playbook,
): RecordSnapshot {
  const { type, record, raw } = left;
  const { object_id: id, properties, written } = record;
  return { id, properties: asPeopleLeft({ type, properties, written, raw }, playbook) };
}

function snapshotOf(record: MirrorRecord): RecordSnapshot {
  return { id: record.object_id, properties: record.properties };
}
