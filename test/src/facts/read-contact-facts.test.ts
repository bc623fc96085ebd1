import { allowedProperties } from "../../../src/facts/allow-list.ts";
import { readContactFacts, readDealFacts } from "../../../src/facts/read-contact-facts.ts";
import type { RecordSnapshot } from "../../../src/facts/snapshot.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";

const record = (id: string, properties: Readonly<Record<string, string>>): RecordSnapshot => ({
  id,
  properties,
});
const company = record("9", { name: "Mercy Hospital" });
const officer = record("1", { jobtitle: "CFO", firstname: "Ada" });
const director = record("2", { jobtitle: "IT Director" });

describe("the account of a contact", () => {
  const accountOf = (contact: RecordSnapshot, people: readonly RecordSnapshot[]) =>
    readContactFacts({ contact, company, people, signals: [] }, playbook).account;

  test("holds everybody of the company, the contact among them", () => {
    const ids = (people: readonly RecordSnapshot[]) =>
      accountOf(officer, people).people.map(({ id }) => id);

    expect(ids([officer, director])).toEqual(["1", "2"]);
    expect(ids([director])).toEqual(["1", "2"]);
  });

  test("dates engagement by what a person did last, not by what we did", () => {
    const engagedAt = (properties: Readonly<Record<string, string>>) =>
      accountOf(record("1", properties), []).people[0]?.engagedAt;

    expect(engagedAt({ notes_last_contacted: "2026-11-20T00:00:00Z" })).toBeNull();
    expect(
      engagedAt({
        recent_conversion_date: "2026-10-01T00:00:00Z",
        hs_sales_email_last_replied: "2026-11-02T00:00:00Z",
      }),
    ).toBe(Date.UTC(2026, 10, 2));
    expect(engagedAt({ recent_conversion_date: "soon" })).toBeNull();
  });
});

describe("the account of a deal", () => {
  const read = (labels: Readonly<Record<string, readonly string[]>> = {}) =>
    readDealFacts(
      {
        deal: record("5", {}),
        company,
        people: [officer],
        colleagues: [officer, director],
        labels,
      },
      playbook,
    ).account;

  test("holds its own contacts, and their colleagues apart", () => {
    const { people, others } = read();

    expect(people.map(({ id }) => id)).toEqual(["1"]);
    expect(others?.map(({ id, roles }) => [id, roles])).toEqual([["2", ["it_executive"]]]);
  });

  test("hears what the association is labelled with", () => {
    expect(read({ "1": ["Champion"] }).people).toMatchObject([
      { roles: ["champion"], rolesFrom: "person" },
    ]);
  });
});

test("what is read of a record is what facts are made of, and nothing else", () => {
  const { contacts, companies } = allowedProperties(playbook);

  for (const name of ["jobtitle", "hs_buying_role", "engagements_last_meeting_booked", "state"])
    expect(contacts).toContain(name);
  for (const name of ["number_of_beds", "number_of_sites", "state", "care_setting"])
    expect(companies).toContain(name);
  const forbidden = /note|body|message|comment|content|file/u;
  expect([...contacts, ...companies].filter((name) => forbidden.test(name))).toEqual([]);
});
