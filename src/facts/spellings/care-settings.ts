import type { CareSetting, OrganizationType } from "../vocabulary.ts";
import type { Spellings } from "./spellings.ts";

/** What people write into a field for where they care for patients. */
export const careSettingSpellings: Spellings<CareSetting> = {
  certain: {
    inpatient: `
      inpatient, in patient, acute, acute care, hospital, hospital based, icu, critical care,
      inpatient acute`,
    outpatient: `
      outpatient, out patient, ambulatory, ambulatory care, clinic, office, office based,
      physician office, medical office, outpatient clinic, day surgery, practice`,
    emergency: "emergency, emergency department, emergency room, ed, er, urgent care, urgentcare",
    post_acute: `
      post acute, postacute, long term care, ltc, ltpac, skilled nursing, snf, nursing home,
      rehabilitation, rehab, assisted living`,
    home: "home, home health, home care, homecare, home based, hospice, community, in home",
    virtual: "virtual, virtual care, telehealth, telemedicine, remote, online",
  },
  doubtful: { outpatient: "community clinic, surgery center" },
  harmless: "a an and the of for care setting service facility center unit based health",
};

/** What the type of an organisation lets us conclude; nothing where it may be either. */
export const settingOfType: Readonly<Partial<Record<OrganizationType, CareSetting>>> = {
  hospital: "inpatient",
  critical_access_hospital: "inpatient",
  specialty_hospital: "inpatient",
  academic_medical_center: "inpatient",
  independent_practice: "outpatient",
  multispecialty_group: "outpatient",
  ambulatory_surgery_center: "outpatient",
  fqhc: "outpatient",
  rural_health_clinic: "outpatient",
  imaging_center: "outpatient",
  dental: "outpatient",
  urgent_care: "emergency",
  long_term_care: "post_acute",
  home_health: "home",
};
