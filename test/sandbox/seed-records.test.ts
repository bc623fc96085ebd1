import fc from "fast-check";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";

const now = Date.UTC(2026, 10, 24, 15, 30);
const portal = demoPortal(now);
const everything = [...portal.companies, ...portal.contacts, ...portal.deals];

test("the portal has the size of a small vendor's CRM", () => {
  const sizes = {
    companies: portal.companies.length,
    contacts: portal.contacts.length,
    deals: portal.deals.length,
    owners: portal.owners.length,
  };

  expect(sizes).toEqual({ companies: 300, contacts: 1500, deals: 150, owners: 6 });
});

test("the same instant gives the same bytes", () => {
  const again = demoPortal(now);

  expect(JSON.stringify(again)).toBe(JSON.stringify(portal));
});

test("another instant moves the dates and changes nothing else", () => {
  const other = demoPortal(now + 1000 * 86_400_000 + 12_345_678);

  expect(withoutDates(other)).toBe(withoutDates(portal));
});

test("at any instant nothing has happened later than it, but the close of open deals", () => {
  const anyInstant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

  fc.assert(
    fc.property(anyInstant, (instant) => {
      expect(latestEvent(demoPortal(instant))).toBeLessThanOrEqual(instant);
    }),
    { numRuns: 5 },
  );
});

test("records of a type have keys of their own", () => {
  for (const records of [portal.companies, portal.contacts, portal.deals]) {
    expect(new Set(records.map(({ key }) => key)).size).toBe(records.length);
  }
});

test("every reference finds its record, and every owner id its owner", () => {
  const companies = new Set(portal.companies.map(({ key }) => key));
  const contacts = new Set(portal.contacts.map(({ key }) => key));
  const owners = new Set(portal.owners.map(({ id }) => id));

  const named = [...portal.contacts, ...portal.deals].flatMap(({ company }) => company ?? []);
  const involved = portal.deals.flatMap((deal) => deal.contacts);
  const responsible = everything.flatMap(({ properties }) => properties["hubspot_owner_id"] ?? []);

  expect(named.filter((key) => !companies.has(key))).toEqual([]);
  expect(involved.filter((key) => !contacts.has(key))).toEqual([]);
  expect(responsible.filter((id) => !owners.has(id))).toEqual([]);
});

test("the people of a deal work at its company", () => {
  const employers = new Map(portal.contacts.map(({ key, company }) => [key, company]));

  const strangers = portal.deals.filter(
    ({ company, contacts }) =>
      company !== undefined && contacts.some((key) => employers.get(key) !== company),
  );

  expect(strangers).toEqual([]);
});

test("addresses are lower-case, well-formed, different, and reserved or free mail", () => {
  const addresses = portal.contacts.map(({ properties }) => properties["email"] ?? "");
  const wellFormed = /^[a-z0-9._-]+@([a-z-]+\.)+example$|^[a-z0-9._-]+@(gmail|yahoo|outlook)\.com$/;

  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((address) => !wellFormed.test(address))).toEqual([]);
});

test("companies have names and web addresses of their own, all reserved", () => {
  const names = portal.companies.map(({ properties }) => properties["name"] ?? "");
  const domains = portal.companies.flatMap(({ properties }) => properties["domain"] ?? []);

  expect(new Set(names).size).toBe(300);
  expect(new Set(domains).size).toBe(domains.length);
  expect(domains.filter((domain) => !/^[a-z-]+\.example$/.test(domain))).toEqual([]);
});

test("telephone numbers are ones that ring nowhere", () => {
  const phones = portal.contacts.flatMap(({ properties }) => properties["phone"] ?? []);

  expect(phones.length).toBeGreaterThan(300);
  expect(phones.filter((phone) => !/\b555[-.]01\d\d$/.test(phone))).toEqual([]);
});

test("a contact is never younger than what it did, nor a company than its contacts", () => {
  const companies = new Map(portal.companies.map(({ key, createdAt }) => [key, createdAt]));

  const tooYoung = portal.contacts.filter(({ createdAt, company, properties }) => {
    const first = properties["first_conversion_date"] ?? createdAt;
    const recent = properties["recent_conversion_date"] ?? first;
    const born = company === undefined ? createdAt : (companies.get(company) ?? "");
    return !(born <= createdAt && createdAt <= first && first <= recent);
  });

  expect(tooYoung).toEqual([]);
});

test("conversions come with their date, their number and their original source", () => {
  const halfTold = portal.contacts.filter(({ properties }) => {
    const names = ["first", "recent"].flatMap((which) => [
      properties[`${which}_conversion_event_name`],
      properties[`${which}_conversion_date`],
    ]);
    const told = names.filter((value) => value !== undefined).length;
    return told !== (properties["num_conversion_events"] === undefined ? 0 : 4);
  });

  expect(halfTold).toEqual([]);
});

test("nothing in it knows of an app that is yet to be installed", () => {
  expect(JSON.stringify(portal)).not.toMatch(/medqual/i);
});

function withoutDates(seed: typeof portal): string {
  return JSON.stringify(seed).replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"…"');
}

function latestEvent(seed: typeof portal): number {
  const closed = seed.deals.filter(({ properties }) =>
    properties["dealstage"]?.startsWith("closed"),
  );
  const events = [...seed.companies, ...seed.contacts, ...closed];
  const instants = [...events, ...seed.deals.map(({ createdAt }) => ({ createdAt }))].flatMap(
    (record) => JSON.stringify(record).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [],
  );
  return Date.parse(instants.toSorted().at(-1) ?? "");
}
