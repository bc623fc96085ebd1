import { randomFrom, type Random } from "../../../sandbox/seed/random.ts";
import type { ContactFacts, FactValue, PropertyName } from "../../../src/facts/contact-facts.ts";
import { type Fact, known, unknown } from "../../../src/facts/fact.ts";
import { type Signal, signalKinds } from "../../../src/facts/signal.ts";
import * as vocabulary from "../../../src/facts/vocabulary.ts";
import { contactFacts, day, inputs, person } from "../../src/verdict/build-facts.ts";
import { benchPlaybook, properties } from "./bench-playbook.ts";

const types = Object.keys(vocabulary.organizationTypes).filter(vocabulary.isOrganizationType);
const specialties = Object.keys(vocabulary.specialties).filter(vocabulary.isSpecialty);
const interests = Object.keys(vocabulary.serviceInterests).filter(vocabulary.isServiceInterest);
const roles = Object.keys(vocabulary.roles).filter(vocabulary.isRole);
const settings = Object.keys(vocabulary.careSettings).filter(vocabulary.isCareSetting);
const regions = ["US-TX", "US-OH", "US-AK", "US-CA", "US-NY", "US-HI", "US-FL"];
const emails = ["business", "shared", "free-mail", "education"] as const;
const ehrs = ["Epic", "Oracle Health (Cerner)", "athenahealth", "eClinicalWorks", "none", "other"];
const offers = benchPlaybook.offers.map(({ id }) => id);

/** A contact of an invented portal: three signals, two colleagues, each fact known with chance `share`. */
export function benchContact(index: number, now: number, share: number): ContactFacts {
  const random = randomFrom(index * 2_654_435_761 + 1);
  const maybe = <T>(value: T): Fact<T> => (random.chance(share) ? seen(value) : unknown);
  return contactFacts({
    id: `${index}`,
    profile: {
      organizationType: maybe(random.pick(types)),
      specialty: maybe(random.pick(specialties)),
      serviceInterest: maybe([random.pick(interests), random.pick(interests)]),
      role: maybe([random.pick(roles)]),
      size: maybe(random.integer(1, 900)),
      providers: maybe(random.integer(1, 80)),
      beds: maybe(random.integer(0, 400)),
      sites: maybe(random.integer(1, 12)),
      careSetting: maybe([random.pick(settings)]),
      country: maybe(random.chance(0.9) ? "US" : "CA"),
      region: maybe(random.pick(regions)),
      ehr: maybe(random.pick(ehrs)),
      email: maybe(random.pick(emails)),
    },
    properties: ownFacts(random, now, maybe),
    source: seen(random.chance(0.1) ? "syndication" : "own"),
    signals: [0, 1, 2].map((n) => anySignal(random, now, n)),
    inputs: inputs(),
    account: {
      companyId: `${Math.floor(index / 3)}`,
      name: "An organisation",
      people: [person(`${index}`, [random.pick(roles)]), person(`${index}b`, [random.pick(roles)])],
    },
  });
}

function ownFacts(random: Random, now: number, maybe: <T>(value: T) => Fact<T>) {
  const values: Readonly<Record<PropertyName, FactValue>> = {
    "contact.engagement_score": random.integer(0, 100),
    "contact.page_views": random.integer(0, 40),
    "contact.emails_opened": random.integer(0, 20),
    "contact.last_seen": now - random.integer(0, 500) * day,
    "contact.segment": random.pick(["A", "B", "C", "D"]),
    "contact.topics": [random.pick(["roi", "security", "integration", "workflow"])],
    "contact.campaign": random.pick([
      "spring mailing",
      "autumn webinar",
      "congress",
      "spring webinar",
    ]),
    "company.tier": random.pick(["gold", "silver", "bronze"]),
    "company.open_tickets": random.integer(0, 30),
    "company.growth": random.integer(-20, 40) / 100,
  };
  return Object.fromEntries(properties.map(({ id }) => [id, maybe(values[id] ?? "")]));
}

function anySignal(random: Random, now: number, n: number): Signal {
  const kind = random.pick(signalKinds);
  const at = now - random.integer(0, 120) * day - n * 1_000;
  return {
    id: `${kind}:${n}`,
    kind,
    offerId: random.chance(0.5) ? random.pick(offers) : null,
    at,
    own: true,
    label: kind,
  };
}

function seen<T>(value: T): Fact<T> {
  return known(value, { property: "contact.bench", text: "as stated", certainty: "stated" });
}
