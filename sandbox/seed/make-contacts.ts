import { filled } from "./filled.ts";
import { formAnswers } from "./form-answers.ts";
import { journeyProperties, makeJourney, type Journey } from "./journey.ts";
import type { Organisation } from "./make-organisations.ts";
import { makeDoubles, makeLoosePeople, makeStaff, type Person } from "./make-people.ts";
import type { Calendar } from "./office-time.ts";
import type { Random } from "./random.ts";
import { salesMarks } from "./sales-marks.ts";
import type { SeedContact } from "./seed-portal.ts";

/** A contact, and how long ago in milliseconds the CRM first heard of it. */
export type Met = {
  readonly createdAge: number;
  readonly record: SeedContact;
};

const doubles = 30;

/** As many contacts as asked for, the oldest first: staff, some of them twice, and people from anywhere. */
export function makeContacts(
  random: Random,
  {
    organisations,
    count,
    calendar,
  }: {
    readonly organisations: readonly Organisation[];
    readonly count: number;
    readonly calendar: Calendar;
  },
): readonly Met[] {
  const taken = { addresses: new Set<string>(), names: new Set<string>() };
  const staff = makeStaff(random, organisations, taken);
  const again = makeDoubles(random, staff, { count: doubles, taken });
  const loose = makeLoosePeople(random, { count: count - staff.length - doubles, taken });
  const met = [...staff, ...again, ...loose].map((person): Met => {
    const journey = makeJourney(random, person);
    const record = contactRecord(random, { person, journey, calendar });
    return { createdAge: journey.createdAge, record };
  });
  return met.toSorted((one, other) => other.createdAge - one.createdAge);
}

/** What the CRM holds of a person. */
export function contactRecord(
  random: Random,
  { person, journey, calendar }: { person: Person; journey: Journey; calendar: Calendar },
): SeedContact {
  const { key, firstName, lastName, email, jobTitle, organisation, isAssociated } = person;
  const properties = filled({
    email,
    firstname: firstName,
    // Newsletter forms ask for an address and no more than a first name.
    lastname:
      journey.conversions[0]?.form === "newsletter" && random.chance(0.3) ? undefined : lastName,
    jobtitle: jobTitle,
    ...formAnswers(random, person, journey),
    ...salesMarks(random, { person, journey, calendar }),
    ...journeyProperties(random, journey, calendar),
  });
  const company = isAssociated && organisation ? { company: organisation.key } : {};
  return { key, properties, createdAt: calendar(journey.createdAge), ...company };
}
