import type { Form } from "./conversions.ts";

const scheduling = [
  "scheduling",
  "Scheduling",
  "Online Scheduling",
  "online scheduling",
  "patient scheduling",
  "Patient self-scheduling",
  "appt scheduling",
  "SCHEDULING",
  "Appointment booking",
  "self scheduling",
];
const referrals = [
  "referral mgmt",
  "Referral workflows",
  "Referral Management",
  "referrals",
  "referral workflow",
  "Ref. management",
  "eReferrals",
  "referral leakage",
];
const reminders = [
  "no shows",
  "No-show reduction",
  "reminders",
  "appointment reminders",
  "text reminders",
];
const access = ["patient access", "Patient Access", "access center", "call center", "waitlist"];
const vague = ["info", "demo", "pricing", "not sure", "just looking", "N/A", "other", "-"];
const integration = [
  "EHR integration",
  "Epic integration",
  "interfaces",
  "HL7 / FHIR",
  "security review",
];

/** What people say they are interested in, by the form that asked. */
export const interestByForm: Readonly<Record<Form, readonly string[]>> = {
  demo: [...scheduling, ...scheduling, "Scheduling + referrals", ...referrals, ...vague],
  pricing: [...scheduling, ...referrals, "pricing", "info"],
  consultation: [...scheduling, ...referrals, ...access],
  contact: [...scheduling, ...referrals, ...reminders, ...vague],
  security: integration,
  referralGuide: referrals,
  noShowGuide: reminders,
  whitePaper: [...access, ...scheduling],
  caseStudy: [...scheduling, ...access],
  roi: [...scheduling, ...reminders],
  cardiologyRegistration: [...scheduling, ...access],
  cardiologyAttendance: [...scheduling, ...access],
  leakageRegistration: referrals,
  leakageAttendance: referrals,
  medTech: [...vague, ...scheduling],
  healthIt: [...vague, ...integration],
  newsletter: vague,
};
/** What an imported list says. */
export const importedInterests = [...scheduling, ...referrals, ...access, ...vague];
export const patientInterests = [
  "appointment",
  "Appointment",
  "book appointment",
  "need an appointment",
  "see a doctor",
];

/** What somebody typed, or chose from a list of that year, as the lead's source. */
export const leadSources: Readonly<Record<string, readonly string[]>> = {
  ORGANIC_SEARCH: ["Website", "web", "Google", "organic"],
  PAID_SEARCH: ["Google Ads", "google", "Adwords", "PPC"],
  DIRECT_TRAFFIC: ["Website", "direct", "www"],
  EMAIL_MARKETING: ["Email", "email campaign", "Newsletter"],
  PAID_SOCIAL: ["LinkedIn Ads", "linkedin", "paid social"],
  SOCIAL_MEDIA: ["LinkedIn", "social"],
  REFERRALS: ["Referral", "Customer referral", "partner"],
  OTHER_CAMPAIGNS: ["Campaign", "QR code", "display"],
  OFFLINE: [
    "Trade show",
    "tradeshow",
    "Conference scan",
    "List import",
    "Event - badge scan",
    "SDR list",
    "Purchased list",
  ],
};
export const syndicationLeadSources: Partial<Readonly<Record<Form, readonly string[]>>> = {
  medTech: ["MedTech Weekly", "Med Tech Weekly", "medtechweekly", "Syndication", "content synd."],
  healthIt: ["HealthIT Digest", "Health IT Digest", "HITD", "Syndication", "content syndication"],
};

/** What systems hold besides the sound name of an EHR. */
export const ehrSpellings: Readonly<Record<string, readonly string[]>> = {
  Epic: ["Epic", "EPIC", "epic", "Epic (Community Connect)"],
  "Oracle Health": ["Cerner", "Oracle Health", "Oracle Cerner", "cerner"],
  athenahealth: ["athenahealth", "athena", "athenaOne", "Athena Health"],
  eClinicalWorks: ["eClinicalWorks", "eCW", "ECW", "e clinical works"],
  NextGen: ["NextGen", "Nextgen", "next gen"],
  MEDITECH: ["MEDITECH", "Meditech", "meditech expanse"],
  ModMed: ["ModMed", "Modernizing Medicine", "modmed"],
  "": ["none", "paper", "other", "in-house", "n/a"],
};
export const largeEhrs = ["Epic", "Epic", "Epic", "Oracle Health", "Oracle Health", "MEDITECH"];
export const smallEhrs = [
  "athenahealth",
  "eClinicalWorks",
  "eClinicalWorks",
  "NextGen",
  "ModMed",
  "Epic",
  "",
];

export const businessMessages = [
  "We would like to see how scheduling works with two locations.",
  "Looking to replace our phone-only booking before the end of the year.",
  "Can you send pricing for about a dozen providers?",
  "Do you integrate with our EHR? Our vendor says there is an interface fee.",
  "Our referral coordinators work from a spreadsheet today. Please call me.",
  "Need to cut no-shows. Two colleagues will join the call.",
  "Is there a BAA and a security questionnaire we can review?",
  "Please contact me after the 15th, we are in budget meetings.",
  "Saw you at the conference, would like a short demo for our managers.",
  "just want information thanks",
];
export const patientMessages = [
  "I would like to make an appointment for next week, mornings are best.",
  "How do I change the time of my appointment?",
  "Do you take new patients?",
  "I cannot reach the office by phone, please call me back.",
];
export const jobSeekerMessages = [
  "I am applying for the account executive position, my resume is ready to send.",
  "Are you hiring customer success managers? I have worked in clinics for six years.",
  "Looking for a remote internship in marketing this summer.",
];
export const vendorMessages = [
  "We offer SEO services for software companies. Do you have 15 minutes this week?",
  "Interested in a partnership: our agency places certified implementation staff.",
  "We build interfaces and would like to become a reseller.",
];
export const studentMessages = [
  "I need this paper for my health administration class.",
  "Writing my master's thesis about patient access, could I interview someone?",
];
