import type { Random } from "../../../sandbox/seed/random.ts";
import type { HubSpotPerson, Listed } from "../person.ts";

/** Who is there to be changed; kept up to date by the storm itself. */
export type Population = {
  readonly contacts: string[];
  readonly companies: string[];
  readonly deals: string[];
  /** Contacts that have shown no sign of interest: HubSpot keeps the last form and reply only. */
  readonly silent: string[];
};

const titles = [
  "Chief Information Officer",
  "Practice Manager",
  "VP Patient Access",
  "Director of Nursing",
  "Chief Financial Officer",
  "Procurement Manager",
  "Student",
  "Physician Owner",
];
const companyTypes = ["hospital", "independent_practice", "payer", "home_health"];
const dealStages = [
  "appointmentscheduled",
  "qualifiedtobuy",
  "presentationscheduled",
  "closedlost",
];
const words = ["accepted", "returned"];

/** Reads who is in the portal now. */
export async function readPopulation(person: HubSpotPerson): Promise<Population> {
  const signs = [
    "recent_conversion_date",
    "hs_sales_email_last_replied",
    "hs_email_last_reply_date",
  ];
  const [contacts, companies, deals] = await Promise.all([
    person.all("contacts", { properties: signs }),
    person.all("companies", { properties: ["name"] }),
    person.all("deals", { properties: ["dealname"] }),
  ]);
  const isSilent = ({ properties }: Listed) => signs.every((name) => !properties[name]);
  return {
    contacts: contacts.map(({ id }) => id),
    companies: companies.map(({ id }) => id),
    deals: deals.map(({ id }) => id),
    silent: contacts.filter(isSilent).map(({ id }) => id),
  };
}

type Deed = (person: HubSpotPerson, random: Random, people: Population) => Promise<unknown>;

/** What happens in a portal, with how often. Ids are taken by chance, so that some are hit often. */
const deeds: Readonly<Record<string, readonly [weight: number, deed: Deed]>> = {
  "new title": [
    24,
    (person, random, { contacts }) =>
      person.change("contacts", random.pick(contacts), { jobtitle: random.pick(titles) }),
  ],
  "other country": [
    4,
    (person, random, { contacts }) =>
      person.change("contacts", random.pick(contacts), {
        country: random.pick(["United States", "Germany"]),
      }),
  ],
  "organization type": [
    8,
    (person, random, { companies }) =>
      person.change("companies", random.pick(companies), {
        medqual_organization_type: random.pick(companyTypes),
      }),
  ],
  "sales answers": [
    6,
    (person, random, { contacts }) =>
      person.change("contacts", random.pick(contacts), { medqual_handoff: random.pick(words) }),
  ],
  "moves to another company": [
    8,
    (person, random, { contacts, companies }) =>
      person.employ(random.pick(contacts), random.pick(companies)),
  ],
  "new contact": [8, createContact],
  "joins a deal": [
    8,
    (person, random, { contacts, deals }) =>
      person.associate(["deals", random.pick(deals)], ["contacts", random.pick(contacts)]),
  ],
  "leaves a deal": [
    6,
    (person, random, { contacts, deals }) =>
      person.dissociate(["deals", random.pick(deals)], ["contacts", random.pick(contacts)]),
  ],
  "deal moves": [
    5,
    (person, random, { deals }) =>
      person.change("deals", random.pick(deals), { dealstage: random.pick(dealStages) }),
  ],
  "sends a form": [8, sendForm],
  "answers an e-mail": [
    5,
    (person, random, { silent }) => {
      const [id] = silent.splice(random.integer(0, silent.length - 1), 1);
      return id === undefined ? Promise.resolve() : person.replyToEmail(id);
    },
  ],
  "is deleted": [
    2,
    (person, random, people) => {
      const id = random.pick(people.contacts);
      without(people, id);
      return person.remove("contacts", id);
    },
  ],
  "is forgotten": [
    1,
    (person, random, people) => {
      const id = random.pick(people.contacts);
      without(people, id);
      return person.forget(id);
    },
  ],
  "is merged": [2, mergeContacts],
};

/** Deeds, one after the other with short pauses; the same seed chooses the same ones. */
export async function rage(
  person: HubSpotPerson,
  random: Random,
  storm: {
    readonly people: Population;
    /** At least; it rages on while `goesOn`. */
    readonly count: number;
    readonly goesOn: () => boolean;
    readonly pause: () => Promise<unknown>;
  },
): Promise<Readonly<Record<string, number>>> {
  const kinds: Record<string, number> = {};
  const choices = Object.entries(deeds).map(([kind, [weight]]) => [kind, weight] as const);
  for (let turn = 0; turn < storm.count || storm.goesOn(); turn += 1) {
    const kind = random.weighted(choices);
    await deeds[kind]?.[1](person, random, storm.people);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    await storm.pause();
  }
  return kinds;
}

async function createContact(person: HubSpotPerson, random: Random, people: Population) {
  const number = random.integer(1, 1_000_000_000);
  const { id } = await person.create("contacts", {
    email: `storm.${number}@example.org`,
    firstname: "Sam",
    lastname: `Storm ${number}`,
    jobtitle: random.pick(titles),
    country: "United States",
  });
  await person.employ(id, random.pick(people.companies));
  people.contacts.push(id);
  people.silent.push(id);
}

async function sendForm(person: HubSpotPerson, random: Random, people: Population) {
  const [id] = people.silent.splice(random.integer(0, people.silent.length - 1), 1);
  if (id === undefined) return;
  const { email } = await person.read("contacts", id, ["email"]);
  if (!email) return;
  await person.submitForm({ email, formName: "Request a demo", pageTitle: "Demo" });
}

async function mergeContacts(person: HubSpotPerson, random: Random, people: Population) {
  if (people.silent.length < 2) return;
  // Those who showed interest would take it along, and the properties keep one form only.
  const [primary, other] = [random.pick(people.silent), random.pick(people.silent)];
  if (primary === other) return;
  without(people, primary);
  without(people, other);
  const { id } = await person.merge("contacts", { primary, other });
  people.contacts.push(id);
  people.silent.push(id);
}

function without(people: Population, id: string): void {
  for (const list of [people.contacts, people.silent]) {
    const at = list.indexOf(id);
    if (at >= 0) list.splice(at, 1);
  }
}
