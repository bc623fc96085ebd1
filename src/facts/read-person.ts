import type { Person, Profile } from "./contact-facts.ts";
import { parseInstant } from "./civil-date.ts";
import { type Fact, known, unknown } from "./fact.ts";
import { textIn, valuesIn } from "./read-text.ts";
import { rolesOfPerson } from "./roles-of-title.ts";
import type { RecordSnapshot } from "./snapshot.ts";
import type { OrganizationType } from "./vocabulary.ts";

/** Dates of what a person did. That we wrote or called is no sign of theirs. */
const signsOfLife = [
  "recent_conversion_date",
  "hs_sales_email_last_replied",
  "hs_email_last_reply_date",
  "engagements_last_meeting_booked",
];

/** Properties read of everybody in an account. */
export const personProperties: readonly string[] = [
  "firstname",
  "lastname",
  "email",
  "jobtitle",
  "hs_buying_role",
  "medqual_committee_role",
  ...signsOfLife,
];

/**
 * A member of the account, with the roles that person may have in a purchase. `labels`: what the
 * person's association with a deal is labelled with, when roles are read for that deal.
 */
export function readPerson(
  record: RecordSnapshot,
  organizationType: Fact<OrganizationType>,
  labels: readonly string[] = [],
): Person {
  const title = textIn(record, "jobtitle");
  const held = rolesOfPerson(
    {
      title,
      buyingRoles: valuesIn(record, "hs_buying_role"),
      stated: valuesIn(record, "medqual_committee_role"),
      labels,
    },
    organizationType.kind === "known" ? organizationType.value : null,
  );
  return { id: record.id, name: nameOf(record), title, ...held, engagedAt: lastSign(record) };
}

function lastSign(record: RecordSnapshot): number | null {
  const instants = signsOfLife
    .map((property) => textIn(record, property))
    .map((text) => (text === null ? null : parseInstant(text)))
    .filter((at) => at !== null);
  return instants.length === 0 ? null : Math.max(...instants);
}

/** First and last name, else the address, else the record's number. */
export function nameOf(record: RecordSnapshot): string {
  const names = [textIn(record, "firstname"), textIn(record, "lastname")];
  const name = names.filter((part) => part !== null).join(" ");
  return name || (textIn(record, "email") ?? `Contact ${record.id}`);
}

/** Roles as a fact; a title we abstain from leaves it unknown. */
export function roleFact({ roles, rolesFrom, title, words }: Person): Profile["role"] {
  if (roles.length === 0) return unknown;
  switch (rolesFrom) {
    case "none":
      return unknown;
    case "person":
      return known(roles, {
        property: "contact.medqual_committee_role",
        text: words ?? "",
        certainty: "stated",
      });
    case "title":
      return known(roles, {
        property: "contact.jobtitle",
        text: title ?? "",
        certainty: "normalised",
      });
    case "buying role":
      return known(roles, {
        property: "contact.hs_buying_role",
        text: words ?? "",
        certainty: "stated",
      });
  }
}
