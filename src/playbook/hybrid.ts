import { centralTime } from "./central-time.ts";
import { committeeTemplates, dealStages } from "./committee-templates.ts";
import { fitCriteria } from "./fit-criteria.ts";
import { offers } from "./offers.ts";
import type { Playbook } from "./playbook.ts";
import { signalRules } from "./signal-rules.ts";
import { sourceRules } from "./source-rules.ts";

/** Holidays of the United States on which offices are closed, as observed. */
const holidays =
  "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-11-26 2026-12-25 " +
  "2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-11-25 2027-12-24 2027-12-31";

/** What a portal starts with: agreement between both sides before volume or strictness. */
export const hybridPlaybook: Playbook = {
  version: 1,
  name: "Hybrid",
  preset: "hybrid",
  solution: "software",
  factSources: {
    organizationType: [
      "contact.medqual_organization_type",
      "company.medqual_organization_type",
      "contact.organization_type",
      "company.organization_type",
    ],
    specialty: ["contact.medqual_specialty", "contact.specialty"],
    serviceInterest: ["contact.medqual_service_interest", "contact.service_interest"],
    role: ["contact.medqual_committee_role", "contact.jobtitle", "contact.hs_buying_role"],
    size: ["company.numberofemployees", "contact.numemployees"],
    providers: ["company.number_of_providers", "contact.number_of_providers"],
    beds: ["company.number_of_beds", "contact.number_of_beds"],
    sites: ["company.number_of_sites", "company.number_of_locations", "contact.number_of_sites"],
    careSetting: ["contact.care_setting", "company.care_setting"],
    country: ["company.country", "contact.country"],
    region: ["company.state", "contact.state"],
    ehr: ["contact.ehr_system", "company.ehr_system"],
    email: ["contact.email"],
  },
  properties: [],
  vocabulary: {},
  synonyms: {},
  fit: { minimum: 50, criteria: fitCriteria },
  intent: { minimum: 6, signals: signalRules, criteria: [] },
  offers,
  sources: sourceRules,
  competitorDomains: ["slotwise.example"],
  people: { approvers: { marketing: [], sales: [] }, members: {}, admins: [] },
  readiness: { required: ["need", "timeline", "authority", "next_step"] },
  committee: {
    requiredAtSql: true,
    templates: committeeTemplates,
    dealStages,
    silentAfterDays: 30,
  },
  handoff: {
    calendar: {
      zone: centralTime,
      workdays: [1, 2, 3, 4, 5],
      startMinute: 540,
      endMinute: 1020,
      holidays: holidays.split(" "),
    },
    coolDownDays: 60,
    clock: { firstTouch: { kind: "days", days: 2 }, decision: { kind: "days", days: 20 } },
    route: "nurture",
    syndicationClock: {
      firstTouch: { kind: "days", days: 3 },
      decision: { kind: "days", days: 20 },
    },
    queues: {
      sales: { label: "Sales", side: "sales", fallbackOwnerId: null },
      nurture: { label: "Nurture", side: "marketing", fallbackOwnerId: null },
      syndication: { label: "Syndicated leads", side: "sales", fallbackOwnerId: null },
    },
    second: null,
  },
  projection: {
    lifecycle: { mql: "marketingqualifiedlead", sql: "salesqualifiedlead" },
    leadStatus: {
      offered: "NEW",
      accepted: "IN_PROGRESS",
      disqualified: "UNQUALIFIED",
      recycled: "BAD_TIMING",
    },
  },
};
