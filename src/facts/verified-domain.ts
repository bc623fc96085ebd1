import type { Profile } from "./contact-facts.ts";
import { emailDomain } from "./email-kind.ts";
import { type Fact, known, unknown } from "./fact.ts";
import { find, findAll, type Records, stated } from "./read-text.ts";

const signsOfDelivery = [
  "contact.hs_sales_email_last_replied",
  "contact.hs_email_last_reply_date",
  "contact.hs_email_delivered",
];

/**
 * Whether a business address is more than well-formed: its domain is the company's own, or mail has
 * arrived there. A private address belongs to no organisation; of any other nothing is known.
 */
export function readDomainVerified(records: Records, { email }: Profile): Fact<boolean> {
  const address = find(records, "contact.email");
  if (email.kind === "unknown" || address === null) return unknown;
  if (email.value === "free-mail") return known(false, email.evidence);
  const company = find(records, "company.domain");
  if (company !== null && isUnder(emailDomain(address.text), company.text))
    return stated(true, company);
  const [arrived] = findAll(records, signsOfDelivery).filter(({ text }) => text !== "0");
  return arrived === undefined ? unknown : stated(true, arrived);
}

function isUnder(domain: string | null, company: string): boolean {
  const own = company.toLowerCase().replace(/^www\./u, "");
  return domain === own || (domain?.endsWith(`.${own}`) ?? false);
}
