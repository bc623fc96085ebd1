import type { FieldId } from "../../src/fields/governed-fields.ts";
import type { OrganizationType, Specialty as SpecialtyId } from "../../src/facts/vocabulary.ts";
import { blocksOf, type MarketSize } from "../../sandbox/seed/generated/generated-portal.ts";
import { companyRecord } from "../../sandbox/seed/make-organisations.ts";
import type { KindName } from "../../sandbox/seed/organisation-spellings.ts";
import { organisationSpellings } from "../../sandbox/seed/organisation-spellings.ts";
import { randomFrom } from "../../sandbox/seed/random.ts";
import * as specialties from "../../sandbox/seed/specialties.ts";

/** A value as it stands in a portal, and what it was meant to be; `null`: it means nothing sure. */
export type PlantedValue = {
  readonly field: FieldId;
  readonly text: string;
  readonly truth: string | null;
};

/** What each kind of organisation of the sandbox is in our words. */
export const typeOfKind: Readonly<Record<KindName, OrganizationType>> = {
  "independent practice": "independent_practice",
  "multispecialty group": "multispecialty_group",
  hospital: "hospital",
  "health system": "health_system",
  "ambulatory surgery center": "ambulatory_surgery_center",
  "community health center": "fqhc",
  "imaging center": "imaging_center",
  "clinical laboratory": "clinical_lab",
  "urgent care": "urgent_care",
  "behavioral health": "behavioral_health",
  dental: "dental",
  payer: "payer",
  "device maker": "medtech",
  pharma: "pharma",
  staffing: "staffing",
  "IT vendor": "health_it_vendor",
  consulting: "other",
  competitor: "health_it_vendor",
};

const specialtyOfPractice: Readonly<Record<string, SpecialtyId>> = {
  "Family Medicine": "primary_care",
  "Cardiology Associates": "cardiology",
  Orthopedics: "orthopedics",
  "Internal Medicine": "internal_medicine",
  Pediatrics: "pediatrics",
  Dermatology: "dermatology",
  Gastroenterology: "gastroenterology",
  "Women's Health": "obgyn",
  "Eye Care": "ophthalmology",
  ENT: "ent",
  Urology: "urology",
  Neurology: "neurology",
  Pulmonary: "pulmonology",
  Endocrinology: "endocrinology",
};
const specialtyTruth: readonly (readonly [specialties.Specialty, SpecialtyId])[] = [
  ...specialties.practiceSpecialties.map(([specialty]) => {
    const truth = specialtyOfPractice[specialty.practices[0] ?? ""];
    if (truth === undefined) throw new Error(`No truth for ${specialty.practices.join()}`);
    return [specialty, truth] as const;
  }),
  [specialties.behavioral, "psychiatry"],
  [specialties.dental, "dentistry"],
  [specialties.imaging, "radiology"],
  [specialties.laboratory, "pathology"],
  [specialties.urgent, "emergency_medicine"],
  [specialties.general, "multispecialty"],
];

/** What those who fill in a form mean; the sandbox keeps the lists, and these are their headings. */
const interestTruth: Readonly<Record<string, string>> = {
  scheduling: `scheduling, online scheduling, patient scheduling, patient self-scheduling,
    appt scheduling, appointment booking, self scheduling`,
  referral_management: `referral mgmt, referral workflows, referral management, referrals,
    referral workflow, ref. management, ereferrals, referral leakage`,
  reminders: "no shows, no-show reduction, reminders, appointment reminders, text reminders",
  patient_access: "patient access, access center, call center, waitlist",
  integration: "ehr integration, epic integration, interfaces, hl7 / fhir",
  security_compliance: "security review",
  "scheduling;referral_management": "scheduling + referrals",
  other: "other",
};
const nothingSure = ["info", "demo", "pricing", "not sure", "just looking", "n/a", "-"];

/** Types that people of no company give: what they mean is in the words alone. */
const looseTypes: Readonly<Record<string, string | null>> = {
  other: "other",
  healthcare: null,
  "n/a": null,
  university: "academic_research",
  student: null,
  school: null,
};

/** Every governed value of a generated portal with its planted truth. */
export function plantedFieldValues(size: MarketSize): readonly PlantedValue[] {
  const values: PlantedValue[] = [];
  const random = randomFrom(size.seed);
  for (const { organisation, leads } of blocksOf(size)) {
    const { properties } = companyRecord(random, organisation, "2026-01-01T00:00:00.000Z");
    const ofCompany = properties["organization_type"];
    const { name } = organisation.kind;
    if (ofCompany !== undefined)
      values.push({ field: "organizationType", text: ofCompany, truth: typeOfKind[name] });
    for (const { record } of leads) {
      const isStaff = record.key.startsWith(organisation.key);
      const { organization_type: type, specialty, service_interest: interest } = record.properties;
      if (type !== undefined) {
        const truth = isStaff ? typeOfKind[name] : looseType(type);
        values.push({ field: "organizationType", text: type, truth });
      }
      if (specialty !== undefined) {
        const truth = isStaff ? specialtyOf(organisation.specialty, specialty) : null;
        if (truth !== null) values.push({ field: "specialty", text: specialty, truth });
      }
      if (interest !== undefined) {
        const truth = interestOf(interest);
        if (truth !== undefined) values.push({ field: "serviceInterest", text: interest, truth });
      }
    }
  }
  return values;
}

function looseType(text: string): string | null {
  const known = looseTypes[text.toLowerCase()];
  if (known !== undefined) return known;
  const kind = Object.entries(organisationSpellings).find(([, spellings]) =>
    (spellings as readonly string[]).includes(text),
  )?.[0];
  return kind === undefined ? null : typeOfKind[kind as KindName];
}

/** A department that answers for its house names itself or all of it; it means what it names. */
function specialtyOf(specialty: specialties.Specialty | undefined, text: string) {
  const truth = specialtyTruth.find(([each]) => each === specialty)?.[1] ?? null;
  if (truth !== "multispecialty") return truth;
  if (text === "Internal medicine") return "internal_medicine";
  return text === "General surgery" ? "surgery" : truth;
}

/** `undefined`: what patients and job seekers want is no interest in what the company sells. */
function interestOf(text: string): string | null | undefined {
  const lower = text.toLowerCase();
  if (nothingSure.includes(lower)) return null;
  return Object.entries(interestTruth).find(([, spellings]) =>
    spellings.split(/,\s+/u).includes(lower),
  )?.[0];
}
