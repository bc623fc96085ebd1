import type { Playbook, Solution } from "../playbook/playbook.ts";
import type { Account, ContactFacts, DealFacts } from "./contact-facts.ts";
import { readExclusions } from "./exclusions.ts";
import { type Fact, unknown } from "./fact.ts";
import { readOwnProperties } from "./own-properties.ts";
import { readInputs } from "./read-inputs.ts";
import { nameOf, readPerson, roleFact } from "./read-person.ts";
import { readOrganizationType, readProfile } from "./read-profile.ts";
import { mergeSignals } from "./read-signals.ts";
import { readSource } from "./read-source.ts";
import { find, findAll, stated, textIn } from "./read-text.ts";
import type { ContactSnapshot, DealSnapshot, RecordSnapshot } from "./snapshot.ts";
import { readDomainVerified } from "./verified-domain.ts";
import type { OrganizationType } from "./vocabulary.ts";

/** What a contact's records say, as facts. Depends on nothing but its arguments. */
export function readContactFacts(snapshot: ContactSnapshot, playbook: Playbook): ContactFacts {
  const { contact, company } = snapshot;
  const signals = mergeSignals([], snapshot.signals);
  const read = readProfile(snapshot, signals, playbook);
  const ownerId = textIn(contact, "hubspot_owner_id");
  const profile = { ...read, role: roleFact(readPerson(contact, read.organizationType)) };
  return {
    id: contact.id,
    name: nameOf(contact),
    ownerId,
    ownerIsActive: ownerId !== null && !(snapshot.inactiveOwners ?? []).includes(ownerId),
    profile,
    properties: readOwnProperties(snapshot, playbook.properties),
    exclusions: readExclusions(snapshot, profile, playbook.competitorDomains),
    contactable: contactable(contact),
    domainVerified: readDomainVerified(snapshot, profile),
    source: readSource(snapshot, playbook.sources),
    signalsRead: signals.length > 0 || !mayHaveMore(snapshot, playbook),
    signals,
    inputs: readInputs(contact),
    account: accountOf(company, company === null ? [contact] : withContact(snapshot), {
      ...snapshot,
      ...read,
    }),
  };
}

/**
 * Somebody sent forms, none of which we know to answer an offer, and the lists of the forms that
 * offers name could not be read: whether one of those was sent is unknown, not no.
 */
function mayHaveMore(
  { contact, formsUnread = false }: ContactSnapshot,
  { offers }: Playbook,
): boolean {
  const hasSent = textIn(contact, "first_conversion_date") !== null;
  return formsUnread && hasSent && offers.some(({ forms }) => forms.length > 0);
}

/** What a deal's records say. Its people are those associated with it. */
export function readDealFacts(snapshot: DealSnapshot, playbook: Playbook): DealFacts {
  const { deal, company, people, colleagues = [] } = snapshot;
  const onDeal = new Set(people.map(({ id }) => id));
  const others = colleagues.filter(({ id }) => !onDeal.has(id));
  const organizationType = dealOrganizationType(snapshot, playbook);
  return {
    id: deal.id,
    name: textIn(deal, "dealname") ?? `Deal ${deal.id}`,
    stage: textIn(deal, "dealstage") ?? "",
    isClosed: textIn(deal, "hs_is_closed") === "true",
    solution: solutionIn(deal) ?? playbook.solution,
    organizationType,
    account: accountOf(company, people, { ...snapshot, others, organizationType }),
  };
}

function accountOf(
  company: RecordSnapshot | null,
  people: readonly RecordSnapshot[],
  around: {
    readonly organizationType: Fact<OrganizationType>;
    readonly others?: readonly RecordSnapshot[];
    readonly atParent?: readonly RecordSnapshot[];
    readonly labels?: DealSnapshot["labels"];
  },
): Account {
  const { organizationType, others = [], atParent = [], labels = {} } = around;
  const read = (person: RecordSnapshot) =>
    readPerson(person, organizationType, labels[person.id] ?? []);
  return {
    companyId: company?.id ?? null,
    name: company && textIn(company, "name"),
    people: people.map(read),
    others: others.map(read),
    atParent: atParent.map(read),
  };
}

function withContact({ contact, people }: ContactSnapshot): readonly RecordSnapshot[] {
  return people.some(({ id }) => id === contact.id) ? people : [contact, ...people];
}

/** The company's own word, else what one of the deal's people said about the organisation. */
function dealOrganizationType(
  { company, people }: DealSnapshot,
  playbook: Playbook,
): Fact<OrganizationType> {
  for (const contact of [null, ...people]) {
    const fact = readOrganizationType({ contact, company }, playbook);
    if (fact.kind === "known") return fact;
  }
  return unknown;
}

function solutionIn(deal: RecordSnapshot): Solution | null {
  const text = textIn(deal, "medqual_solution");
  return text === "software" || text === "device" || text === "service" ? text : null;
}

/** Nobody may write to an address that opted out, bounced or is quarantined. */
function contactable(contact: RecordSnapshot): Fact<boolean> {
  const records = { contact, company: null };
  const barred = findAll(records, [
    "contact.hs_email_optout",
    "contact.hs_email_quarantined",
    "contact.hs_email_hard_bounce_reason_enum",
    "contact.hs_email_bounce",
  ]).find(({ text }) => text !== "false" && text !== "0");
  if (barred !== undefined) return stated(false, barred);
  const address = find(records, "contact.email");
  return address === null ? unknown : stated(true, address);
}
