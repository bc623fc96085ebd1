import type { Crowd } from "./conversions.ts";
import { titleAbbreviations } from "./job-titles.ts";
import { within, type Organisation } from "./make-organisations.ts";
import { firstNames, freeMailHosts, lastNames } from "./person-names.ts";
import { draw, type Random, type Weighted } from "./random.ts";

/** Somebody the CRM knows, by what is true about them. */
export type Person = {
  readonly key: string;
  readonly crowd: Crowd;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly jobTitle: string;
  /** Where the person works, recorded or not. */
  readonly organisation?: Organisation | undefined;
  readonly isAssociated: boolean;
};
/** What somebody already has and nobody else may get. */
export type Taken = { readonly addresses: Set<string>; readonly names: Set<string> };

/** The people of each organisation, in the order of the organisations. */
export function makeStaff(
  random: Random,
  organisations: readonly Organisation[],
  taken: Taken,
): readonly Person[] {
  return organisations.flatMap((organisation) => {
    const count = within(random, organisation.kind.people);
    const titles = draw(random, organisation.kind.titles, count);
    return titles.map((title, index): Person => {
      const [firstName, lastName] = nameOf(random, taken);
      const local = localPart(random, firstName, lastName);
      return {
        key: `${organisation.key}-person-${index + 1}`,
        crowd: crowdOf(organisation),
        firstName: misspelt(random, firstName),
        lastName: misspelt(random, lastName),
        email: unused(taken, local, organisation.domain),
        jobTitle: asTyped(random, titleFor(random, title, organisation)),
        organisation,
        isAssociated: random.chance(0.87),
      };
    });
  });
}

/** People met again under a second address, without a company. */
export function makeDoubles(
  random: Random,
  people: readonly Person[],
  { count, taken }: { readonly count: number; readonly taken: Taken },
): readonly Person[] {
  const chosen = draw(
    random,
    people.filter(({ crowd }) => crowd === "staff").map((person) => [person, 1]),
    count,
  );
  return chosen.map((person, index) => {
    const [first, last] = [plain(person.firstName), plain(person.lastName)];
    const isPrivate = person.organisation === undefined || random.chance(0.6);
    const email = isPrivate
      ? unused(taken, first + random.pick([".", "", "_"]) + last, random.pick(freeMailHosts))
      : unused(taken, last + first.slice(0, 1), person.organisation.domain);
    return {
      ...person,
      key: `double-${index + 1}`,
      crowd: isPrivate ? "private address" : "staff",
      email,
      jobTitle: random.chance(0.5) ? person.jobTitle : "",
      isAssociated: false,
    };
  });
}

/** Job titles of people who write from a private address or from nowhere in particular. */
const looseTitles: Readonly<Partial<Record<Crowd, Weighted<string>>>> = {
  "private address": [
    ["Practice Manager", 6],
    ["Office Manager", 6],
    ["Physician", 4],
    ["Dr", 3],
    ["", 10],
    ["Nurse Practitioner", 3],
    ["Owner", 3],
    ["RN", 3],
    ["Consulting physician", 1],
  ],
  "syndicated stranger": [
    ["", 7],
    ["Manager", 4],
    ["Nurse", 4],
    ["RN", 3],
    ["Retired", 2],
    ["Pharmacy Technician", 2],
    ["IT Specialist", 3],
    ["Medical Coder", 3],
    ["Professor", 1],
    ["Director", 2],
  ],
  student: [
    ["Student", 8],
    ["MHA Student", 5],
    ["Nursing student", 4],
    ["Graduate Assistant", 2],
    ["Intern", 2],
    ["", 4],
  ],
  "job seeker": [
    ["", 6],
    ["Account Executive (open to work)", 3],
    ["Job seeker", 2],
    ["Customer Success Manager", 3],
    ["Seeking new opportunities", 2],
  ],
  consultant: [
    ["Consultant", 5],
    ["Independent Consultant", 4],
    ["Healthcare Consultant, MBA", 3],
    ["Founder", 2],
    ["Fractional CIO", 2],
  ],
};
/** How many of each crowd beside the organisations' staff; the first fills up what is left. */
const looseShares: Weighted<Crowd> = [
  ["private address", 26],
  ["syndicated stranger", 30],
  ["student", 16],
  ["job seeker", 9],
  ["patient", 12],
  ["consultant", 10],
];

/** People who belong to no company of the CRM. */
export function makeLoosePeople(
  random: Random,
  { count, taken }: { readonly count: number; readonly taken: Taken },
): readonly Person[] {
  return Array.from({ length: count }, (_, index): Person => {
    const crowd = random.weighted(looseShares);
    const [firstName, lastName] = nameOf(random, taken);
    const host = hostFor(random, { crowd, lastName });
    const digits =
      host.endsWith(".example") || random.chance(0.5) ? "" : String(random.integer(1, 99));
    return {
      key: `loose-${crowd.replaceAll(" ", "-")}-${index + 1}`,
      crowd,
      firstName: misspelt(random, firstName),
      lastName: misspelt(random, lastName),
      email: unused(taken, localPart(random, firstName, lastName) + digits, host),
      jobTitle: random.weighted(looseTitles[crowd] ?? [["", 1]]),
      isAssociated: false,
    };
  });
}

function crowdOf({ kind, standing }: Organisation): Crowd {
  if (kind.name === "competitor") return "rival";
  if (!kind.isTarget) return "outside staff";
  return standing === "customer" ? "customer staff" : "staff";
}

function hostFor(random: Random, { crowd, lastName }: { crowd: Crowd; lastName: string }): string {
  if (crowd === "student" && random.chance(0.4))
    return random.pick(["students.tidewatercollege.example", "mail.prairiestate.example"]);
  if (crowd === "consultant" && random.chance(0.7)) return `${plain(lastName)}consulting.example`;
  if (crowd === "syndicated stranger" && random.chance(0.4))
    return `${plain(lastName)}${random.pick(["health", "med", "clinic"])}.example`;
  return random.pick(freeMailHosts);
}

function nameOf(random: Random, { names }: Taken): readonly [string, string] {
  for (;;) {
    const name = [random.pick(firstNames), random.pick(lastNames)] as const;
    if (names.has(name.join(" "))) continue;
    names.add(name.join(" "));
    return name;
  }
}

/** Typed on a phone, or exported from a system that shouts. */
function misspelt(random: Random, name: string): string {
  if (random.chance(0.97)) return name;
  return random.chance(0.6) ? name.toLowerCase() : name.toUpperCase();
}

function titleFor(random: Random, title: string, { specialty, ehr }: Organisation): string {
  return title
    .replace("{clinician}", random.pick(specialty?.clinicians ?? ["Physician"]))
    .replace("{ehr}", ehr === "" ? "EHR" : ehr);
}

function asTyped(random: Random, title: string): string {
  const luck = random.next();
  if (luck < 0.1) return "";
  if (luck < 0.14) return title.toUpperCase();
  if (luck < 0.16) return title.toLowerCase();
  if (luck > 0.24) return title;
  return titleAbbreviations.reduce((text, [from, to]) => text.replace(from, to), title);
}

function localPart(random: Random, firstName: string, lastName: string): string {
  const [first, last] = [plain(firstName), plain(lastName)];
  return random.weighted([
    [`${first}.${last}`, 5],
    [`${first.slice(0, 1)}${last}`, 4],
    [`${first}${last.slice(0, 1)}`, 1],
    [first, 1],
  ]);
}

function unused({ addresses }: Taken, local: string, domain: string): string {
  let email = `${local}@${domain}`;
  for (let number = 2; addresses.has(email); number += 1) email = `${local}${number}@${domain}`;
  addresses.add(email);
  return email;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "");
}
