/** A value that a portal has added to a vocabulary; the prefix keeps it apart from all we may add. */
export type OwnValue = `own_${string}`;

/** Canonical values and their labels. Portals may add spellings, and values of their own. */
export const organizationTypes = {
  health_system: "Health system / IDN",
  academic_medical_center: "Academic medical center",
  hospital: "Hospital",
  critical_access_hospital: "Critical access hospital",
  specialty_hospital: "Specialty hospital",
  independent_practice: "Independent practice",
  multispecialty_group: "Multispecialty group",
  ambulatory_surgery_center: "Ambulatory surgery center",
  fqhc: "FQHC / community health center",
  rural_health_clinic: "Rural health clinic",
  urgent_care: "Urgent care",
  imaging_center: "Imaging center",
  clinical_lab: "Clinical laboratory",
  behavioral_health: "Behavioral health",
  dental: "Dental / DSO",
  long_term_care: "Skilled nursing / long-term care",
  home_health: "Home health / hospice",
  pharmacy: "Pharmacy",
  payer: "Payer",
  aco: "ACO / clinically integrated network",
  government: "Government / VA / DoD",
  pharma: "Pharmaceutical company",
  biotech: "Biotech company",
  medtech: "Medical device company",
  distributor: "Distributor / DME",
  health_it_vendor: "Health IT vendor",
  gpo: "Group purchasing organization",
  staffing: "Staffing / recruiting",
  academic_research: "Academic research",
  other: "Other",
} as const;
export type OrganizationType = keyof typeof organizationTypes | OwnValue;

export const specialties = {
  primary_care: "Primary care / family medicine",
  internal_medicine: "Internal medicine",
  pediatrics: "Pediatrics",
  cardiology: "Cardiology",
  orthopedics: "Orthopedics",
  oncology: "Oncology",
  dermatology: "Dermatology",
  gastroenterology: "Gastroenterology",
  neurology: "Neurology",
  obgyn: "Obstetrics & gynecology",
  ophthalmology: "Ophthalmology",
  ent: "Ear, nose & throat",
  urology: "Urology",
  pulmonology: "Pulmonology",
  endocrinology: "Endocrinology",
  nephrology: "Nephrology",
  rheumatology: "Rheumatology",
  psychiatry: "Psychiatry / behavioral health",
  radiology: "Radiology / imaging",
  pathology: "Pathology / laboratory",
  surgery: "General surgery",
  anesthesiology: "Anesthesiology",
  pain_medicine: "Pain medicine",
  plastic_surgery: "Plastic surgery",
  neurosurgery: "Neurosurgery",
  vascular_surgery: "Vascular surgery",
  podiatry: "Podiatry",
  allergy: "Allergy & immunology",
  infectious_disease: "Infectious disease",
  geriatrics: "Geriatrics / palliative care",
  hospital_medicine: "Hospital medicine / critical care",
  emergency_medicine: "Emergency / urgent care",
  physical_therapy: "Physical therapy / rehabilitation",
  dentistry: "Dentistry",
  multispecialty: "Multispecialty",
  other: "Other",
} as const;
export type Specialty = keyof typeof specialties | OwnValue;

export const serviceInterests = {
  scheduling: "Patient scheduling",
  referral_management: "Referral management",
  patient_access: "Patient access",
  reminders: "Reminders and no-shows",
  intake: "Digital intake",
  telehealth: "Telehealth",
  remote_monitoring: "Remote monitoring",
  care_coordination: "Care coordination",
  revenue_cycle: "Revenue cycle and billing",
  documentation: "Clinical documentation",
  analytics: "Analytics and reporting",
  integration: "EHR integration",
  security_compliance: "Security and compliance",
  supply_chain: "Supplies and equipment",
  staffing: "Staffing",
  other: "Other",
} as const;
export type ServiceInterest = keyof typeof serviceInterests | OwnValue;

/** Where patients are cared for; one organisation may have several. */
export const careSettings = {
  inpatient: "Inpatient / acute care",
  outpatient: "Outpatient / ambulatory",
  emergency: "Emergency / urgent care",
  post_acute: "Post-acute / long-term care",
  home: "Home and community",
  virtual: "Virtual care",
} as const;
export type CareSetting = keyof typeof careSettings | OwnValue;

/** Families as domain experts name them, and HubSpot's `hs_buying_role` beside each role. */
export const roles = {
  executive_sponsor: {
    label: "Executive sponsor",
    family: "executive",
    buyingRole: "EXECUTIVE_SPONSOR",
  },
  clinical_executive: {
    label: "Clinical executive",
    family: "clinical leadership",
    buyingRole: "DECISION_MAKER",
  },
  physician_champion: {
    label: "Physician champion",
    family: "clinical leadership",
    buyingRole: "CHAMPION",
  },
  nursing_operations: {
    label: "Nursing operations",
    family: "clinical leadership",
    buyingRole: "INFLUENCER",
  },
  clinical_informatics: { label: "Clinical informatics", family: "IT", buyingRole: "INFLUENCER" },
  it_executive: { label: "IT executive", family: "IT", buyingRole: "DECISION_MAKER" },
  integration: { label: "Integration", family: "IT", buyingRole: "INFLUENCER" },
  security: { label: "Security", family: "IT", buyingRole: "LEGAL_AND_COMPLIANCE" },
  compliance_privacy: {
    label: "Compliance & privacy",
    family: "compliance",
    buyingRole: "LEGAL_AND_COMPLIANCE",
  },
  finance: { label: "Finance", family: "finance", buyingRole: "BUDGET_HOLDER" },
  procurement: { label: "Procurement", family: "procurement", buyingRole: "BUDGET_HOLDER" },
  value_analysis: { label: "Value analysis", family: "procurement", buyingRole: "DECISION_MAKER" },
  operations: { label: "Operations", family: "operations", buyingRole: "DECISION_MAKER" },
  quality_safety: {
    label: "Quality & safety",
    family: "clinical leadership",
    buyingRole: "INFLUENCER",
  },
  department_lead: { label: "Department lead", family: "operations", buyingRole: "DECISION_MAKER" },
  end_user: { label: "End user", family: "end user", buyingRole: "END_USER" },
  champion: { label: "Champion", family: "end user", buyingRole: "CHAMPION" },
  owner_physician: {
    label: "Owner physician",
    family: "clinical leadership",
    buyingRole: "DECISION_MAKER",
  },
} as const;
export type RoleId = keyof typeof roles;

/** The vocabularies that a portal may extend. */
export const vocabularyIds = [
  "organizationType",
  "specialty",
  "serviceInterest",
  "careSetting",
] as const;
export type VocabularyId = (typeof vocabularyIds)[number];

/** The labels of what every portal knows, by vocabulary. */
export const vocabularies: Readonly<Record<VocabularyId, Readonly<Record<string, string>>>> = {
  organizationType: organizationTypes,
  specialty: specialties,
  serviceInterest: serviceInterests,
  careSetting: careSettings,
};

/** Whether a value was added by a portal; whether this portal has it, its playbook says. */
export function isOwnValue(text: string): text is OwnValue {
  return text.startsWith("own_");
}

export function isOrganizationType(text: string): text is OrganizationType {
  return Object.hasOwn(organizationTypes, text);
}

export function isSpecialty(text: string): text is Specialty {
  return Object.hasOwn(specialties, text);
}

export function isServiceInterest(text: string): text is ServiceInterest {
  return Object.hasOwn(serviceInterests, text);
}

export function isCareSetting(text: string): text is CareSetting {
  return Object.hasOwn(careSettings, text);
}

export function isRole(text: string): text is RoleId {
  return Object.hasOwn(roles, text);
}
