import type { Clock, Offer } from "./playbook.ts";

const days = (count: number) => ({ kind: "days", days: count }) as const;
const hours = (count: number) => ({ kind: "hours", hours: count }) as const;

const askingClock: Clock = { firstTouch: hours(1), decision: days(5) };
const contactClock: Clock = { firstTouch: hours(4), decision: days(10) };
const contentClock: Clock = { firstTouch: days(2), decision: days(20) };
const webinarClock: Clock = { firstTouch: days(3), decision: days(30) };

const offer = {
  own: true,
  forms: [],
  solution: null,
  worth: null,
  extras: [],
  topic: null,
} as const;
const asking = { ...offer, stage: "decision", route: "sales", clock: askingClock } as const;
const guide = {
  ...offer,
  stage: "awareness",
  signal: "guide_download",
  route: "nurture",
  clock: contentClock,
} as const;
const proof = { ...guide, stage: "consideration", signal: "proof_opened" } as const;
const registration = {
  ...offer,
  stage: "awareness",
  signal: "webinar_registered",
  route: "nurture",
  clock: webinarClock,
} as const;
const attendance = { ...registration, signal: "webinar_attended" } as const;

/** Offers behind the common forms of a website. A newsletter is none: it asks for nothing. */
export const offers: readonly Offer[] = [
  {
    ...asking,
    id: "scheduling_demo",
    label: "Scheduling demo",
    signal: "demo_request",
    match: [["scheduling", "demo"]],
    topic: "scheduling",
  },
  {
    ...asking,
    id: "demo",
    label: "Demo",
    signal: "demo_request",
    match: [["demo"], ["demonstration"], ["demo", "request"]],
  },
  {
    ...asking,
    id: "pricing",
    label: "Pricing",
    signal: "pricing_request",
    match: [["pricing"], ["pricing", "request"], ["quote", "request"]],
  },
  {
    ...asking,
    id: "consultation",
    label: "Consultation",
    signal: "consultation",
    match: [["consultation"], ["book", "consultation"]],
  },
  {
    ...asking,
    id: "technical_question",
    label: "Security, integration or implementation question",
    signal: "technical_question",
    clock: contactClock,
    match: [
      ["security", "question"],
      ["integration", "question"],
      ["implementation", "question"],
      ["security", "review"],
    ],
  },
  {
    ...asking,
    id: "contact",
    label: "Contact form",
    stage: "consideration",
    signal: "contact_form",
    clock: contactClock,
    match: [
      ["contact", "form"],
      ["contact", "us"],
      ["contact", "sales"],
    ],
  },
  {
    ...guide,
    id: "referral_guide",
    label: "Referral workflow guide",
    match: [
      ["guide", "referral"],
      ["guide", "referral", "workflow"],
      ["white", "paper", "referral"],
    ],
    extras: ["budget_path"],
    topic: "referral_management",
  },
  {
    ...guide,
    id: "no_show_guide",
    label: "No-show guide",
    match: [
      ["guide", "no", "show"],
      ["white", "paper", "no", "show"],
    ],
    topic: "reminders",
  },
  {
    ...guide,
    id: "patient_access_guide",
    label: "Patient access guide or white paper",
    match: [
      ["guide", "access"],
      ["guide", "patient", "access"],
      ["white", "paper", "access"],
    ],
    topic: "patient_access",
  },
  {
    ...guide,
    id: "implementation_guide",
    label: "Implementation guide",
    stage: "decision",
    match: [["implementation", "guide"]],
  },
  {
    ...guide,
    id: "guide",
    label: "Guide or white paper",
    match: [["guide"], ["white", "paper"], ["whitepaper"], ["ebook"]],
  },
  { ...proof, id: "case_study", label: "Case study", match: [["case", "study"]] },
  { ...proof, id: "roi", label: "ROI calculator", match: [["roi"], ["roi", "calculator"]] },
  {
    ...proof,
    id: "security_note",
    label: "Security note",
    match: [
      ["security", "note"],
      ["security", "overview"],
      ["compliance", "note"],
    ],
  },
  {
    ...registration,
    id: "access_webinar",
    label: "Webinar on access, registration",
    match: [["webinar", "registration", "access"]],
    topic: "patient_access",
  },
  {
    ...registration,
    id: "referral_webinar",
    label: "Webinar on referrals, registration",
    match: [["webinar", "registration", "referral"]],
    topic: "referral_management",
  },
  {
    ...registration,
    id: "webinar",
    label: "Webinar registration",
    match: [["webinar"], ["webinar", "registration"]],
  },
  {
    ...attendance,
    id: "access_webinar_attended",
    label: "Webinar on access, attended",
    match: [["webinar", "attendance", "access"]],
    topic: "patient_access",
  },
  {
    ...attendance,
    id: "referral_webinar_attended",
    label: "Webinar on referrals, attended",
    match: [["webinar", "attendance", "referral"]],
    topic: "referral_management",
  },
  {
    ...attendance,
    id: "webinar_attended",
    label: "Webinar attended",
    match: [
      ["webinar", "attendance"],
      ["webinar", "attended"],
    ],
  },
  {
    ...guide,
    id: "syndicated_content",
    label: "Syndicated guide or white paper",
    own: false,
    match: [
      ["syndicated"],
      ["syndicated", "lead"],
      ["syndicated", "lead", "guide"],
      ["syndicated", "lead", "white", "paper"],
      ["partner", "content", "syndicated", "lead"],
    ],
  },
];
