import type { OrganizationType } from "../vocabulary.ts";

/** Words in names of companies that supply or advise healthcare, whatever else the name says. */
export const supplierNames: Readonly<Partial<Record<OrganizationType, string>>> = {
  staffing: "staffing, locum, locum tenens, recruiting, recruitment, talent solutions",
  medtech: `medical device, surgical instrument, biomedical, orthopedic implant, medtronic,
    device manufacturing, medical instrument, medical technology`,
  pharma: "pharmaceutical, therapeutics, pharma, biopharma",
  biotech: "biotech, biotechnology, bioscience, genomics",
  distributor: `medical supply, hospital supply, dental supply, medical distributor,
    durable medical equipment, medical equipment, surgical supply`,
  health_it_vendor: `software, it service, it solution, interface solution, data system, informatics solution,
    technology, tech solution, ehr solution, cloud, saas`,
  gpo: "group purchasing, purchasing group, purchasing alliance, purchasing organization",
  other: `consulting, consultant, advisor, advisory, veterinary, animal hospital, animal clinic,
    pet hospital, pet clinic, vet clinic, marketing, law firm, foundation, association, society`,
  academic_research: "research institute, school of medicine, medical school, college of medicine",
  payer: `health plan, health insurance, insurance, care plan, mutual health, medicaid plan,
    blue cross, blue shield, medicare plan`,
};

/** Words in names of places where people are cared for. */
export const careNames: Readonly<Partial<Record<OrganizationType, string>>> = {
  health_system:
    "health system, healthcare system, health care system, health network, hospital system, integrated health",
  academic_medical_center: `university hospital, university medical center, university health,
    academic medical center, teaching hospital`,
  critical_access_hospital: "critical access hospital",
  specialty_hospital: `children hospital, surgical hospital, heart hospital, rehabilitation hospital,
    specialty hospital, orthopedic hospital, cancer hospital`,
  hospital: `hospital, medical center, regional medical center, community hospital,
    memorial hospital, general hospital, regional hospital`,
  multispecialty_group: `medical group, physician group, multispecialty, multispecialty clinic,
    multi specialty, physician partner, physician network`,
  ambulatory_surgery_center: `surgery center, surgical center, ambulatory surgery, outpatient surgery,
    surgical suite, surgicenter, day surgery`,
  fqhc: `community health center, family health center, community health, neighborhood health center,
    migrant health`,
  rural_health_clinic: "rural health clinic, rural health center",
  urgent_care: "urgent care, walk in clinic, express care, immediate care, walk in care",
  imaging_center: `imaging center, diagnostic imaging, imaging, radiology, mri, mri center,
    radiology associates`,
  clinical_lab: `clinical lab, diagnostic lab, lab, pathology service, pathology, reference lab,
    medical lab`,
  behavioral_health: `behavioral health, mental health, counseling, counseling center, psychiatry,
    psychiatric hospital, mental wellness, recovery center, psychology, addiction`,
  dental:
    "dental, dentistry, dental care, dental group, orthodontics, family dentistry, endodontics",
  long_term_care: `skilled nursing, nursing home, nursing center, assisted living, senior living,
    long term care, nursing and rehabilitation`,
  home_health: "home health, hospice, home care, homecare, palliative",
  pharmacy: "pharmacy, drugstore, apothecary",
  aco: "accountable care, clinically integrated network, aco",
  government: `va medical center, va health care system, veterans affairs, department of health, health department,
    county health department, public health department, indian health service, army medical center,
    naval hospital, naval medical center`,
  independent_practice: `family practice, family medicine, family physician, primary care,
    internal medicine, pediatrics, medical practice, doctor office, medical associates`,
};

/** After a specialty these make the name of a practice: "Northgate Cardiology Associates". */
export const practiceNames =
  "associates, associate, specialist, group, clinic, practice, partner, physicians, physician, institute of";

/** HubSpot's industries of suppliers: they decide before the name does. */
export const supplierIndustries: ReadonlyMap<string, OrganizationType> = new Map([
  ["MEDICAL_DEVICES", "medtech"],
  ["PHARMACEUTICALS", "pharma"],
  ["BIOTECHNOLOGY", "biotech"],
  ["STAFFING_AND_RECRUITING", "staffing"],
  ["COMPUTER_SOFTWARE", "health_it_vendor"],
  ["INFORMATION_TECHNOLOGY_AND_SERVICES", "health_it_vendor"],
  ["MANAGEMENT_CONSULTING", "other"],
  ["VETERINARY", "other"],
  ["MARKETING_AND_ADVERTISING", "other"],
]);

/** Industries that say something only where the name is silent. HOSPITAL_HEALTH_CARE says nothing. */
export const careIndustries: ReadonlyMap<string, OrganizationType> = new Map([
  ["MEDICAL_PRACTICE", "independent_practice"],
  ["MENTAL_HEALTH_CARE", "behavioral_health"],
  ["HIGHER_EDUCATION", "academic_research"],
  ["RESEARCH", "academic_research"],
  ["GOVERNMENT_ADMINISTRATION", "government"],
  ["MILITARY", "government"],
]);
