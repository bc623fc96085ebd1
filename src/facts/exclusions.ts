import type { ContactFacts, ExclusionId, Profile } from "./contact-facts.ts";
import { emailDomain } from "./email-kind.ts";
import { type Fact, known, unknown } from "./fact.ts";
import { find, findAll, type Found, type Records, stated } from "./read-text.ts";
import type { OrganizationType } from "./vocabulary.ts";

/**
 * Those who sell to the same organisations. A group purchasing organisation is none of them: it buys
 * on behalf of hospitals and takes part in their purchases, so it only scores no points for fit.
 */
const vendors: readonly OrganizationType[] = [
  "health_it_vendor",
  "staffing",
  "distributor",
  "medtech",
  "pharma",
  "biotech",
];
// Offices for students and careers are staffed by people who buy.
const studentWords =
  /\b(?:students?(?!\W+(?:health|services?|affairs|wellness|success|counseling))(?<!health (?:of|for) students?)|undergraduate|graduate assistant|(?:mha|mph|mba|msn|dnp|phd|md|do|pharmd|bsn) candidate|pre-?med)\b/iu;
const jobTitles =
  /\b(?:job ?seeker|job hunter|unemployed|between jobs|in transition|open to (?:work|opportunities)|actively (?:looking|seeking)|(?:seeking|looking for) (?:a |an |my )?(?:new |next |full[- ]?time |part[- ]?time )*(?:work|job|position|positions|role|roles|opportunity|opportunities|employment))\b/iu;
const jobInterests =
  /\b(?:jobs?|careers?|resume|r\u00E9sum\u00E9|are you (?:currently )?hiring|employment (?:opportunit(?:y|ies)|inquiry|application)|internships?|vacanc(?:y|ies)|job ?seeker|applying for|open to work)\b|\b(?:seeking|looking for) (?:a |an )?(?:new |full[- ]?time |part[- ]?time )*(?:work|position|opportunit(?:y|ies))\b/iu;
const patientTitle = /^\W*(?:patient|caregiver|parent|mom|mother|dad|father|family member)\W*$/iu;
const patientWords =
  /\b(?:appointments?|see (?:a|the|my) doctor|my doctor|prescription|refill|test results?|my insurance|new patient|medical records? request|my (?:records|bill|child|son|daughter|appointment))\b/iu;

/** Judges what disqualifies at once. Only a known `true` excludes anybody. */
export function readExclusions(
  records: Records,
  profile: Profile,
  competitorDomains: readonly string[],
): ContactFacts["exclusions"] {
  const exclusions: Record<ExclusionId, Fact<boolean>> = {
    competitor: competitor(records, profile, competitorDomains),
    vendor: vendor(profile),
    student: student(records, profile),
    job_seeker: jobSeeker(records),
    patient: patient(records, profile),
    customer: customer(records),
  };
  return exclusions;
}

function competitor(records: Records, { email }: Profile, domains: readonly string[]) {
  const address = find(records, "contact.email");
  const business = email.kind === "known" && email.value !== "free-mail" ? address : null;
  const seen = [business, find(records, "company.domain")].filter((found) => found !== null);
  const match = seen.find(({ text }) => domains.some((domain) => isUnder(text, domain)));
  return firstOf(match, seen[0]);
}

function isUnder(addressOrDomain: string, domain: string): boolean {
  const lower = (emailDomain(addressOrDomain) ?? addressOrDomain).toLowerCase();
  return lower === domain.toLowerCase() || lower.endsWith(`.${domain.toLowerCase()}`);
}

function vendor({ organizationType: type }: Profile): Fact<boolean> {
  return type.kind === "known" ? known(vendors.includes(type.value), type.evidence) : unknown;
}

function student(records: Records, { email }: Profile): Fact<boolean> {
  const title = find(records, "contact.jobtitle");
  if (title === null) return unknown;
  const isLearner = /\b(?:intern|fellow|trainee)\b/iu.test(title.text);
  const atSchool = email.kind === "known" && email.value === "education";
  return stated(studentWords.test(title.text) || (isLearner && atSchool), title);
}

function jobSeeker(records: Records): Fact<boolean> {
  const title = find(records, "contact.jobtitle");
  const interest = find(records, "contact.service_interest");
  if (title !== null && jobTitles.test(title.text)) return stated(true, title);
  return firstOf(
    interest !== null && jobInterests.test(interest.text) ? interest : undefined,
    title ?? interest ?? undefined,
  );
}

/**
 * Who says so of themselves, or somebody private who asks for an appointment; from an organisation
 * the same word is an interest.
 */
function patient(records: Records, { email }: Profile): Fact<boolean> {
  const title = find(records, "contact.jobtitle");
  if (title !== null && patientTitle.test(title.text)) return stated(true, title);
  const employed = findAll(records, [
    "contact.jobtitle",
    "company.name",
    "contact.company",
    "contact.organization_type",
  ]);
  const [first] = employed;
  if (first !== undefined) return stated(false, first);
  if (email.kind === "known" && email.value !== "free-mail") return known(false, email.evidence);
  const interest = find(records, "contact.service_interest");
  if (interest === null) return unknown;
  return patientWords.test(interest.text) ? stated(true, interest) : unknown;
}

function customer(records: Records): Fact<boolean> {
  const stages = findAll(records, ["contact.lifecyclestage", "company.lifecyclestage"]);
  return firstOf(
    stages.find(({ text }) => text.toLowerCase() === "customer"),
    stages[0],
  );
}

function firstOf(match: Found | undefined, seen: Found | undefined): Fact<boolean> {
  if (match !== undefined) return stated(true, match);
  return seen === undefined ? unknown : stated(false, seen);
}
