import type { ServiceInterest } from "../vocabulary.ts";
import type { Spellings } from "./spellings.ts";

/** What people write into a field for what they are interested in. */
export const serviceInterestSpellings: Spellings<ServiceInterest> = {
  certain: {
    scheduling: `
      scheduling, schedule, online scheduling, patient scheduling, self scheduling, patient self
      scheduling, appointment scheduling, scheduling platform, scheduling software, appointment,
      appointment booking, book appointment, online booking, booking, central scheduling, provider scheduling, open
      scheduling`,
    referral_management: `
      referral, referral management, referral workflow, referral leakage, ereferral, e referral,
      referral tracking, referral coordination, closed loop referral, referral intake`,
    patient_access: `
      patient access, access, access center, call center, contact center, waitlist, wait list,
      patient engagement, access improvement, digital front door`,
    reminders: `
      reminder, no show, noshow, no show reduction, reducing no show, appointment reminder, text
      reminder, sms reminder, patient reminder, recall, text messaging, cancellation`,
    intake: `
      intake, digital intake, patient intake, online form, digital form, check in, registration,
      patient registration, pre registration, paperwork`,
    telehealth:
      "telehealth, tele health, tele medicine, telemedicine, virtual care, virtual visit, video visit",
    remote_monitoring: `
      remote monitoring, remote patient monitoring, rpm, wearable, home monitoring, chronic care
      management, ccm`,
    care_coordination: `
      care coordination, care management, population health, transition of care, care transition,
      case management, care navigation`,
    revenue_cycle: `
      revenue cycle, revenue cycle management, rcm, billing, medical billing, claim, claim management,
      coding, eligibility, prior authorization, prior auth, denial, denial management, payment, patient payment`,
    documentation: `
      documentation, clinical documentation, scribe, ai scribe, ambient scribe, dictation,
      transcription, charting, cdi`,
    analytics: "analytics, reporting, dashboard, report, data, business intelligence, bi, kpi",
    integration: `
      integration, ehr integration, emr integration, epic integration, cerner integration,
      interface, hl7, fhir, interoperability, api, ehr interface`,
    security_compliance: `
      security, compliance, hipaa, hipaa compliance, cybersecurity, cyber security, privacy,
      security and compliance, security review, risk assessment`,
    supply_chain: `
      supply chain, supply, medical supply, equipment, medical equipment, procurement, inventory,
      inventory management, medical device, device`,
    staffing:
      "staffing, locum, recruitment, recruiting, workforce, workforce management, nurse staffing",
    other: "other",
  },
  doubtful: {
    scheduling: "calendar",
    integration: "ehr, emr, epic",
    analytics: "metrics",
  },
  harmless: `
    a an and the of for our your to my with in on we i need want looking interested interest
    solution platform software tool system service product patient online digital automated
    automation better improve management center workflow process app`,
};
