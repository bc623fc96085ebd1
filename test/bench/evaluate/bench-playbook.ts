import type { Criterion } from "../../../src/criteria/criterion.ts";
import { hybridPlaybook as hybrid } from "../../../src/playbook/hybrid.ts";
import type { OwnProperty, Playbook } from "../../../src/playbook/playbook.ts";

export const properties: readonly OwnProperty[] = [
  { id: "contact.engagement_score", label: "Engagement score", kind: "number" },
  { id: "contact.page_views", label: "Page views", kind: "number" },
  { id: "contact.emails_opened", label: "E-mails opened", kind: "number" },
  { id: "contact.last_seen", label: "Last seen", kind: "date" },
  { id: "contact.segment", label: "Segment", kind: "choice" },
  { id: "contact.topics", label: "Topics", kind: "choices" },
  { id: "contact.campaign", label: "Campaign", kind: "text" },
  { id: "company.tier", label: "Tier", kind: "choice" },
  { id: "company.open_tickets", label: "Open tickets", kind: "number" },
  { id: "company.growth", label: "Growth", kind: "number" },
];

/** Twenty criteria of fit; several share a fact, one is negative, two are groups. */
const fit: readonly Criterion[] = [
  one("practice", 22, "organizationType", "EQ", "independent_practice"),
  many("hospital", 22, "organizationType", "IN", ["hospital", "critical_access_hospital"]),
  many("system", 18, "organizationType", "IN", ["health_system", "academic_medical_center"]),
  many("group", 20, "organizationType", "IN", ["multispecialty_group", "fqhc"]),
  many("not_ours", -20, "organizationType", "IN", ["pharma", "biotech", "medtech"]),
  one("cardiology", 10, "specialty", "EQ", "cardiology"),
  many("surgical", 10, "specialty", "IN", ["orthopedics", "urology"]),
  many("primary", 8, "specialty", "IN", ["primary_care", "internal_medicine", "pediatrics"]),
  one("scheduling", 12, "serviceInterest", "EQ", "scheduling"),
  many("referrals", 10, "serviceInterest", "IN", ["referral_management", "telehealth"]),
  many("operations", 12, "role", "IN", ["operations", "executive_sponsor"]),
  many("informatics", 10, "role", "IN", ["it_executive", "clinical_informatics"]),
  { ...at("mid_size", 6), fact: "size", condition: { operator: "BETWEEN", low: 20, high: 499 } },
  { ...at("large", 8), fact: "size", condition: { operator: "GTE", value: 500 } },
  { ...at("providers", 5), fact: "providers", condition: { operator: "GT", value: 4 } },
  { ...at("beds", 5), fact: "beds", condition: { operator: "GTE", value: 50 } },
  one("ambulatory", 4, "careSetting", "EQ", "outpatient"),
  {
    ...at("where_we_sell", 6),
    all: [
      { fact: "country", condition: { operator: "EQ", value: "US" } },
      { fact: "region", condition: { operator: "NOT_IN", values: ["US-AK", "US-HI"] } },
    ],
  },
  { ...at("ehr", 6), fact: "ehr", condition: { operator: "CONTAINS_TOKEN", value: "epic" } },
  {
    ...at("reachable", 4),
    any: [
      { fact: "email", condition: { operator: "EQ", value: "business" } },
      { fact: "sites", condition: { operator: "GTE", value: 3 } },
    ],
  },
];

/** Twenty criteria of intent, two of each property that the portal keeps itself. */
const intent: readonly Criterion[] = [
  number("engaged", 4, "contact.engagement_score", 40),
  number("very_engaged", 4, "contact.engagement_score", 80),
  number("visitor", 2, "contact.page_views", 5),
  number("regular", 3, "contact.page_views", 20),
  number("reader", 2, "contact.emails_opened", 3),
  number("fan", 2, "contact.emails_opened", 12),
  number("this_year", 2, "contact.last_seen", "2026-01-01"),
  number("this_month", 3, "contact.last_seen", "2026-11-01"),
  one("segment_a", 3, "contact.segment", "EQ", "A"),
  many("segment_bc", 2, "contact.segment", "IN", ["B", "C"]),
  one("topic_roi", 3, "contact.topics", "EQ", "roi"),
  many("topic_security", 3, "contact.topics", "IN", ["security", "integration"]),
  token("spring", 2, "contact.campaign", "spring"),
  token("webinar", 2, "contact.campaign", "webinar"),
  one("gold", 3, "company.tier", "EQ", "gold"),
  one("silver", 2, "company.tier", "EQ", "silver"),
  number("trouble", -3, "company.open_tickets", 5),
  number("much_trouble", -4, "company.open_tickets", 20),
  number("growing", 2, "company.growth", 0.05),
  number("growing_fast", 2, "company.growth", 0.2),
];

/** The hybrid playbook with twenty criteria of fit and of intent. */
export const benchPlaybook: Playbook = {
  ...hybrid,
  properties,
  fit: { minimum: 50, criteria: fit },
  intent: { ...hybrid.intent, criteria: intent },
};

type Fact = Extract<Criterion, { readonly fact: unknown }>["fact"];

function at(id: string, points: number) {
  return { id, label: id.replaceAll("_", " "), points };
}

function one(id: string, points: number, fact: Fact, operator: "EQ", value: string): Criterion {
  return { ...at(id, points), fact, condition: { operator, value } };
}

function many(
  id: string,
  points: number,
  fact: Fact,
  operator: "IN",
  values: readonly string[],
): Criterion {
  return { ...at(id, points), fact, condition: { operator, values } };
}

function number(id: string, points: number, fact: Fact, value: number | string): Criterion {
  return { ...at(id, points), fact, condition: { operator: "GTE", value } };
}

function token(id: string, points: number, fact: Fact, value: string): Criterion {
  return { ...at(id, points), fact, condition: { operator: "CONTAINS_TOKEN", value } };
}
