import type { Random, Weighted } from "./random.ts";
import * as titles from "./job-titles.ts";
import type { KindName } from "./organisation-spellings.ts";
import {
  behavioral,
  dental,
  departmentSpecialties,
  imaging,
  laboratory,
  practiceSpecialties,
  urgent,
  general,
  type Specialty,
} from "./specialties.ts";

export type OrganisationKind = {
  readonly name: KindName;
  readonly count: number;
  /** Value of HubSpot's `industry`. */
  readonly industry: string;
  /** Whether the company sells to such organisations at all. */
  readonly isTarget: boolean;
  readonly specialtyOf: (random: Random) => Specialty | undefined;
  /** Second halves of the name; without them the specialty gives one. */
  readonly suffixes?: readonly string[];
  readonly employees: Span;
  readonly providers?: Span;
  /** How many of its people are in the CRM. */
  readonly people: Span;
  readonly titles: Weighted<string>;
  /** Yearly value of a contract, in US dollars. */
  readonly amount: Span;
};
export type Span = readonly [low: number, high: number];

const practice = "MEDICAL_PRACTICE";
const hospital = "HOSPITAL_HEALTH_CARE";
const small = { isTarget: true, titles: titles.practiceTitles, amount: [3_600, 24_000] } as const;
const large = {
  isTarget: true,
  titles: titles.hospitalTitles,
  specialtyOf: anyDepartment,
} as const;

/** The market as the CRM shows it: 297 companies beside the three that lead the list. */
export const organisationKinds: readonly OrganisationKind[] = [
  {
    ...small,
    name: "independent practice",
    count: 133,
    industry: practice,
    specialtyOf: (random) => random.weighted(practiceSpecialties),
    employees: [6, 90],
    providers: [2, 18],
    people: [1, 4],
  },
  {
    ...small,
    name: "multispecialty group",
    count: 24,
    industry: practice,
    titles: titles.groupTitles,
    specialtyOf: anyDepartment,
    suffixes: ["Medical Group", "Physicians Group", "Multispecialty Clinic", "Physician Partners"],
    employees: [120, 900],
    providers: [25, 180],
    people: [4, 9],
    amount: [28_000, 120_000],
  },
  {
    ...large,
    name: "hospital",
    count: 31,
    industry: hospital,
    suffixes: [
      "Regional Medical Center",
      "Community Hospital",
      "Memorial Hospital",
      "General Hospital",
      "Regional Hospital",
    ],
    employees: [350, 4_200],
    people: [6, 11],
    amount: [60_000, 260_000],
  },
  {
    ...large,
    name: "health system",
    count: 8,
    industry: hospital,
    suffixes: ["Health System", "Health Network", "Health"],
    employees: [5_200, 24_000],
    people: [12, 18],
    amount: [180_000, 640_000],
  },
  {
    ...small,
    name: "ambulatory surgery center",
    count: 18,
    industry: practice,
    titles: titles.surgeryTitles,
    specialtyOf: anyDepartment,
    suffixes: [
      "Surgery Center",
      "Ambulatory Surgery Center",
      "Outpatient Surgery",
      "Surgical Suites",
    ],
    employees: [18, 110],
    providers: [5, 30],
    people: [2, 4],
    amount: [9_000, 38_000],
  },
  {
    ...small,
    name: "community health center",
    count: 14,
    industry: hospital,
    titles: titles.communityTitles,
    specialtyOf: anyDepartment,
    suffixes: [
      "Community Health Center",
      "Community Health",
      "Family Health Centers",
      "Neighborhood Clinic",
    ],
    employees: [60, 480],
    providers: [10, 70],
    people: [3, 6],
    amount: [12_000, 70_000],
  },
  {
    ...small,
    name: "imaging center",
    count: 9,
    industry: practice,
    titles: titles.imagingTitles,
    specialtyOf: () => imaging,
    employees: [14, 120],
    providers: [2, 14],
    people: [2, 4],
  },
  {
    ...small,
    name: "clinical laboratory",
    count: 6,
    industry: hospital,
    titles: titles.laboratoryTitles,
    specialtyOf: () => laboratory,
    employees: [25, 260],
    people: [2, 4],
  },
  {
    ...small,
    name: "urgent care",
    count: 12,
    industry: practice,
    specialtyOf: () => urgent,
    employees: [20, 180],
    providers: [4, 40],
    people: [1, 4],
  },
  {
    ...small,
    name: "behavioral health",
    count: 12,
    industry: "MENTAL_HEALTH_CARE",
    specialtyOf: () => behavioral,
    employees: [8, 220],
    providers: [4, 60],
    people: [2, 4],
  },
  {
    ...small,
    name: "dental",
    count: 11,
    industry: practice,
    titles: titles.dentalTitles,
    specialtyOf: () => dental,
    employees: [7, 140],
    providers: [2, 35],
    people: [1, 3],
  },
  {
    ...large,
    name: "payer",
    count: 6,
    industry: "INSURANCE",
    titles: titles.payerTitles,
    specialtyOf: () => undefined,
    suffixes: ["Health Plan", "Mutual Health", "Care Plans"],
    employees: [300, 5_000],
    people: [4, 7],
    amount: [50_000, 220_000],
  },
  {
    ...outside("MEDICAL_DEVICES", titles.deviceTitles),
    name: "device maker",
    count: 3,
    suffixes: ["Medical Devices", "Surgical Instruments", "Biomedical"],
  },
  {
    ...outside("PHARMACEUTICALS", titles.pharmaTitles),
    name: "pharma",
    count: 2,
    suffixes: ["Therapeutics", "Pharmaceuticals"],
  },
  {
    ...outside("STAFFING_AND_RECRUITING", titles.staffingTitles),
    name: "staffing",
    count: 2,
    suffixes: ["Healthcare Staffing", "Locums"],
  },
  {
    ...outside("INFORMATION_TECHNOLOGY_AND_SERVICES", titles.vendorTitles),
    name: "IT vendor",
    count: 3,
    suffixes: ["IT Services", "Interface Solutions", "Data Systems"],
  },
  {
    ...outside("MANAGEMENT_CONSULTING", titles.consultingTitles),
    name: "consulting",
    count: 2,
    suffixes: ["Healthcare Advisors", "Practice Consulting"],
  },
  {
    ...outside("COMPUTER_SOFTWARE", titles.competitorTitles),
    name: "competitor",
    count: 1,
    suffixes: [],
    people: [5, 5],
  },
];

function outside(industry: string, jobTitles: Weighted<string>) {
  return {
    industry,
    isTarget: false,
    titles: jobTitles,
    specialtyOf: () => undefined,
    employees: [15, 1_800],
    people: [2, 4],
    amount: [0, 0],
  } as const;
}

function anyDepartment(random: Random): Specialty {
  return random.chance(0.5) ? general : random.pick(departmentSpecialties);
}
