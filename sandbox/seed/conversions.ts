import type { Weighted } from "./random.ts";

/** Forms of the website and of its partners, as HubSpot names conversions: "Page title: Form name". */
export const forms = {
  demo: "Scheduling platform demo: Demo request",
  pricing: "Pricing: Pricing request",
  consultation: "Book a consultation: Consultation booking",
  contact: "Contact us: Contact form",
  security: "Security and integrations: Security question",
  referralGuide: "Referral workflow guide: Guide download - Referral workflows",
  noShowGuide: "No-show guide: Guide download - Reducing no-shows",
  whitePaper: "Patient access white paper: White paper - Patient access",
  caseStudy: "Customer stories: Case study - Multi-site cardiology",
  roi: "ROI: ROI calculator",
  cardiologyRegistration: "Webinars: Webinar registration - Access in cardiology",
  cardiologyAttendance: "Webinars: Webinar attendance - Access in cardiology",
  leakageRegistration: "Webinars: Webinar registration - Fixing referral leakage",
  leakageAttendance: "Webinars: Webinar attendance - Fixing referral leakage",
  medTech: "Partner content: Syndicated lead - MedTech Weekly guide",
  healthIt: "Partner content: Syndicated lead - HealthIT Digest white paper",
  newsletter: "Newsletter: Newsletter signup",
} as const;
export type Form = keyof typeof forms;

/** People as marketing would sort them if it could. */
export type Crowd =
  | "staff"
  | "customer staff"
  | "outside staff"
  | "rival"
  | "private address"
  | "syndicated stranger"
  | "student"
  | "job seeker"
  | "patient"
  | "consultant";

const anyStaff: Weighted<Form> = [
  ["newsletter", 15],
  ["medTech", 12],
  ["healthIt", 8],
  ["noShowGuide", 13],
  ["referralGuide", 11],
  ["whitePaper", 8],
  ["cardiologyRegistration", 6],
  ["leakageRegistration", 6],
  ["cardiologyAttendance", 1],
  ["leakageAttendance", 1],
  ["demo", 7],
  ["pricing", 3],
  ["consultation", 2.5],
  ["contact", 5],
  ["security", 1.5],
  ["caseStudy", 3],
  ["roi", 2.5],
];
const syndicated: Weighted<Form> = [
  ["medTech", 3],
  ["healthIt", 2],
];

/** What each crowd fills in first. */
export const firstForms: Readonly<Record<Crowd, Weighted<Form>>> = {
  staff: anyStaff,
  "customer staff": [
    ["newsletter", 5],
    ["leakageRegistration", 4],
    ["security", 3],
    ["caseStudy", 2],
    ["noShowGuide", 2],
  ],
  "outside staff": [
    ["contact", 4],
    ["leakageRegistration", 2],
    ["whitePaper", 3],
    ["newsletter", 4],
    ["medTech", 2],
  ],
  rival: [
    ["pricing", 3],
    ["roi", 2],
    ["caseStudy", 3],
    ["demo", 1],
  ],
  "private address": anyStaff,
  "syndicated stranger": syndicated,
  student: [
    ["whitePaper", 4],
    ["newsletter", 4],
    ["medTech", 4],
    ["healthIt", 3],
    ["referralGuide", 1],
  ],
  "job seeker": [
    ["contact", 5],
    ["newsletter", 1],
  ],
  patient: [
    ["contact", 4],
    ["consultation", 3],
  ],
  consultant: [
    ["whitePaper", 3],
    ["roi", 2],
    ["referralGuide", 2],
    ["newsletter", 2],
  ],
};

/** Who registers often attends; who has read something often asks for something. */
export const attendanceOf: Partial<Readonly<Record<Form, Form>>> = {
  cardiologyRegistration: "cardiologyAttendance",
  leakageRegistration: "leakageAttendance",
};
export const followUpForms: Weighted<Form> = [
  ["noShowGuide", 6],
  ["whitePaper", 6],
  ["caseStudy", 7],
  ["demo", 8],
  ["pricing", 5],
  ["roi", 4],
  ["security", 3],
  ["consultation", 3],
  ["contact", 3],
  ["leakageRegistration", 4],
  ["cardiologyRegistration", 4],
  ["newsletter", 4],
];

/** Forms that ask for something from sales. */
export const askingForms: ReadonlySet<Form> = new Set([
  "demo",
  "pricing",
  "consultation",
  "contact",
  "security",
]);
/** Forms that ask about the organisation as well. */
export const longForms: ReadonlySet<Form> = new Set([
  "demo",
  "pricing",
  "consultation",
  "roi",
  "security",
]);
export const syndicatedForms: ReadonlySet<Form> = new Set(["medTech", "healthIt"]);

/** Original source of somebody who came over a form of the own website. */
export const websiteSources: Weighted<string> = [
  ["ORGANIC_SEARCH", 30],
  ["PAID_SEARCH", 20],
  ["DIRECT_TRAFFIC", 13],
  ["EMAIL_MARKETING", 13],
  ["PAID_SOCIAL", 9],
  ["SOCIAL_MEDIA", 6],
  ["REFERRALS", 7],
  ["OTHER_CAMPAIGNS", 3],
];
export const syndicatedSources: Weighted<string> = [
  ["OFFLINE", 6],
  ["OTHER_CAMPAIGNS", 3],
  ["REFERRALS", 2],
];
