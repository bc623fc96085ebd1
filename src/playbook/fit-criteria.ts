import type { Criterion } from "../criteria/criterion.ts";
import type { OrganizationType, RoleId, ServiceInterest, Specialty } from "../facts/vocabulary.ts";

/** Organisations whose patients book appointments with several people. */
const core: readonly OrganizationType[] = [
  "independent_practice",
  "multispecialty_group",
  "hospital",
  "critical_access_hospital",
  "specialty_hospital",
  "academic_medical_center",
  "health_system",
  "ambulatory_surgery_center",
  "fqhc",
  "rural_health_clinic",
  "urgent_care",
  "imaging_center",
];
const secondary: readonly OrganizationType[] = [
  "clinical_lab",
  "dental",
  "behavioral_health",
  "long_term_care",
  "home_health",
  "payer",
  "aco",
  "government",
];
const products: readonly ServiceInterest[] = [
  "scheduling",
  "referral_management",
  "patient_access",
  "reminders",
  "intake",
];
/** Everybody but end users, whose wish starts no purchase. */
const decidingRoles: readonly RoleId[] = [
  "executive_sponsor",
  "clinical_executive",
  "physician_champion",
  "owner_physician",
  "champion",
  "nursing_operations",
  "clinical_informatics",
  "it_executive",
  "integration",
  "security",
  "compliance_privacy",
  "finance",
  "procurement",
  "value_analysis",
  "operations",
  "quality_safety",
  "department_lead",
];
/** Specialties that see their patients by appointment. */
const byAppointment: readonly Specialty[] = [
  "primary_care",
  "internal_medicine",
  "pediatrics",
  "cardiology",
  "orthopedics",
  "oncology",
  "dermatology",
  "gastroenterology",
  "neurology",
  "obgyn",
  "ophthalmology",
  "ent",
  "urology",
  "pulmonology",
  "endocrinology",
  "nephrology",
  "rheumatology",
  "psychiatry",
  "radiology",
  "surgery",
  "physical_therapy",
  "dentistry",
  "multispecialty",
];

/** Reach exactly 100 together. */
export const fitCriteria: readonly Criterion[] = [
  {
    id: "core_organization",
    label: "Organization is a core target",
    fact: "organizationType",
    condition: { operator: "IN", values: core },
    points: 35,
  },
  {
    id: "secondary_organization",
    label: "Organization is a secondary target",
    fact: "organizationType",
    condition: { operator: "IN", values: secondary },
    points: 20,
  },
  {
    id: "product_relevance",
    label: "Interested in what we offer",
    fact: "serviceInterest",
    condition: { operator: "IN", values: products },
    points: 20,
  },
  {
    id: "deciding_role",
    label: "Has a role in the purchase",
    fact: "role",
    condition: { operator: "IN", values: decidingRoles },
    points: 15,
  },
  {
    id: "appointment_specialty",
    label: "Specialty works by appointment",
    fact: "specialty",
    condition: { operator: "IN", values: byAppointment },
    points: 10,
  },
  {
    id: "size_established",
    label: "20 employees or more",
    fact: "size",
    condition: { operator: "GTE", value: 20 },
    points: 10,
  },
  {
    id: "size_small",
    label: "5 to 19 employees",
    fact: "size",
    condition: { operator: "BETWEEN", low: 5, high: 19 },
    points: 5,
  },
  {
    id: "country",
    label: "In the United States",
    fact: "country",
    condition: { operator: "EQ", value: "US" },
    points: 5,
  },
  {
    id: "ehr",
    label: "EHR is known",
    fact: "ehr",
    condition: { operator: "NEQ", value: "none" },
    points: 5,
  },
];
