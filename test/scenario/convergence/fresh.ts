import type { ContactDecision, DealDecision, Standing } from "../../../src/decision.ts";
import { evaluateContact, evaluateDeal } from "../../../src/evaluate.ts";
import { allowedProperties } from "../../../src/facts/allow-list.ts";
import { readContactFacts, readDealFacts } from "../../../src/facts/read-contact-facts.ts";
import { asPeopleLeft } from "../../../src/fields/as-people-left.ts";
import { readSignals } from "../../../src/facts/read-signals.ts";
import type { RecordSnapshot } from "../../../src/facts/snapshot.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { projectContact, projectDeal } from "../../../src/projection/project.ts";
import type { HubSpotPerson, Listed } from "../person.ts";
import { groupBy } from "./group-by.ts";

/** What a record's decision depends on beside the portal: what was decided before, and when. */
export type Moment = {
  readonly standing: Standing | null;
  readonly now: number;
  readonly offersFrom: number | null;
};

/**
 * What we wrote into fields that people share with us, and what had stood there: only the server knows,
 * and facts are read from the words of people.
 */
export type Ours = (
  type: "contact" | "company",
  id: string,
) => {
  readonly written: Readonly<Record<string, string>>;
  readonly raw: Readonly<Record<string, string>>;
};

export type FreshContact = {
  readonly record: Listed;
  /** From the portal as it is now. */
  readonly decide: (at: Moment) => {
    readonly decision: ContactDecision;
    readonly desired: Readonly<Record<string, string>>;
  };
};
export type FreshDeal = {
  readonly record: Listed;
  readonly decide: (now: number) => {
    readonly decision: DealDecision;
    readonly desired: Readonly<Record<string, string>>;
  };
};

/** Everything of a portal, read by somebody else than the server, and ready to be decided anew. */
export async function readFresh(
  person: HubSpotPerson,
  playbook: Playbook,
  kept: { readonly ours: Ours; readonly inactiveOwners: readonly string[] },
) {
  const allowed = allowedProperties(playbook);
  const [contacts, companies, deals] = await Promise.all([
    person.all("contacts", { properties: allowed.contacts }),
    person.all("companies", { properties: allowed.companies }),
    person.all("deals", { properties: allowed.deals, associations: "contacts,companies" }),
  ]);
  const contactById = new Map(contacts.map((record) => [record.id, record]));
  const companyById = new Map(companies.map((record) => [record.id, record]));
  const colleagues = groupBy(contacts, companyIdOf);
  const asLeft = (type: "contact" | "company", record: Listed): RecordSnapshot => {
    const { id, properties } = record;
    return { id, properties: asPeopleLeft({ type, properties, ...kept.ours(type, id) }, playbook) };
  };
  const companyIn = (id: string): RecordSnapshot | null => {
    const record = companyById.get(id);
    return record ? asLeft("company", record) : null;
  };
  const peopleOf = (companyId: string) => snapshots(colleagues.get(companyId) ?? []);

  const freshContacts = contacts.map((record): FreshContact => {
    const companyId = companyIdOf(record);
    const contact = asLeft("contact", record);
    const facts = readContactFacts(
      {
        contact,
        company: companyIn(companyId),
        people: companyId === "" ? [snapshotOf(record)] : peopleOf(companyId),
        signals: readSignals(snapshotOf(record), playbook, 0),
        inactiveOwners: kept.inactiveOwners,
      },
      playbook,
    );
    return {
      record,
      decide: ({ standing, now, offersFrom }) => {
        const decision = evaluateContact(facts, standing, { playbook, now, offersFrom });
        const mode = offersFrom === null ? "observe" : "active";
        return { decision, desired: projectContact(decision, facts, { playbook, mode, now }) };
      },
    };
  });
  const freshDeals = deals.map((record): FreshDeal => {
    const companyId = primaryCompanyOf(record);
    const ids = new Set(record.associations?.["contacts"]?.results.map(({ id }) => id));
    const people = [...ids].flatMap((id) => contactById.get(id) ?? []);
    const facts = readDealFacts(
      {
        deal: snapshotOf(record),
        company: companyIn(companyId),
        people: snapshots(people),
        colleagues: companyId === "" ? [] : peopleOf(companyId),
      },
      playbook,
    );
    return {
      record,
      decide: (now) => {
        const decision = evaluateDeal(facts, { playbook, now });
        return { decision, desired: projectDeal(decision, facts, now) };
      },
    };
  });
  return { contacts: freshContacts, deals: freshDeals };
}

function companyIdOf({ properties }: Listed): string {
  return properties["associatedcompanyid"] ?? "";
}

function primaryCompanyOf({ associations }: Listed): string {
  const ends = associations?.["companies"]?.results ?? [];
  const primary = ends.find(({ type }) => !type.endsWith("_unlabeled"));
  return (primary ?? ends[0])?.id ?? "";
}

function snapshotOf({ id, properties }: Listed): RecordSnapshot {
  return { id, properties };
}

/** In the order of ids, which decides who is named first. */
function snapshots(records: readonly Listed[]): readonly RecordSnapshot[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(snapshotOf);
}
