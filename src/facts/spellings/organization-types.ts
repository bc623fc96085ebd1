import type { OrganizationType } from "../vocabulary.ts";
import type { Spellings } from "./spellings.ts";

/** What people write into a field for the type of their organisation. */
export const organizationTypeSpellings: Spellings<OrganizationType> = {
  certain: {
    health_system: `
      health system, idn, integrated delivery network, hospital system, health network, healthcare
      system, health care system, integrated health system, hospital network`,
    academic_medical_center: `
      academic medical center, academic med center, university med center, amc, teaching hospital, university hospital, university medical
      center, academic hospital, academic health center, academic health system`,
    hospital: `
      hospital, acute care, acute care hospital, community hospital, regional hospital, medical
      center, med center, regional medical center, regional med center, short term acute care,
      general hospital`,
    critical_access_hospital: "critical access, critical access hospital, cah, rural hospital",
    specialty_hospital: `
      specialty hospital, children hospital, rehab hospital, rehabilitation hospital, heart
      hospital, surgical hospital, cancer hospital, orthopedic hospital, pediatric hospital, ltach`,
    independent_practice: `
      practice, private practice, independent practice, medical practice, physician practice,
      physician owned practice, solo practice, doctor office, physician office, medical office,
      family practice, specialty practice, single specialty group, small practice, outpatient
      practice, physician owned`,
    multispecialty_group: `
      multispecialty, multi specialty, multispecialty group, multi specialty group, multispecialty
      practice, multi specialty practice, multispecialty clinic, multi specialty clinic, medical
      group, physician group, large group practice, large medical group`,
    ambulatory_surgery_center: `
      asc, surgery center, surgical center, ambulatory surgery, ambulatory surgery center,
      ambulatory surgical center, outpatient surgery, outpatient surgery center, surgicenter,
      surgicentre, day surgery`,
    fqhc: `
      fqhc, community health center, chc, federally qualified health center, fqhc look alike, fqhc
      lookalike, community clinic, migrant health center`,
    rural_health_clinic: "rural health clinic, rhc, rural health center, rural clinic",
    urgent_care: `
      urgent care, urgentcare, urgent care center, uc, walk in, walk in clinic, walkin clinic,
      immediate care, express care`,
    imaging_center: `
      imaging, imaging center, radiology center, diagnostic imaging, diagnostic imaging center,
      outpatient imaging, mri center, radiology practice, radiology`,
    clinical_lab: `
      lab, clinical lab, reference lab, diagnostic lab, medical lab, pathology lab, independent
      lab, path lab`,
    behavioral_health: `
      behavioral health, bh, mental health, mental health clinic, counseling, counseling practice,
      counseling center, psych practice, psychiatric practice, psychiatry practice, psychiatric
      hospital, substance abuse, addiction treatment, behavioral health center`,
    dental: `
      dental, dental practice, dso, dental group, dentist, dentist office, dental office, dental
      clinic, dental service organization, orthodontic practice, orthodontics`,
    long_term_care: `
      long term care, ltc, ltpac, skilled nursing, skilled nursing facility, snf, nursing home,
      nursing facility, assisted living, post acute, post acute care, senior living`,
    home_health: `
      home health, home health agency, home care, homecare, hospice, home health and hospice,
      palliative care`,
    pharmacy: "pharmacy, retail pharmacy, specialty pharmacy, drugstore, compounding pharmacy",
    payer: `
      payer, health plan, insurance, insurer, health insurer, health insurance, insurance company,
      managed care, mco, managed care organization, hmo, tpa, medicare advantage`,
    aco: `
      aco, accountable care, accountable care organization, cin, clinically integrated network,
      ipa, independent physician association, mso`,
    government: `
      government, va, veterans affairs, dod, military, va hospital, va medical center, public
      health department, county health department, state agency, indian health service, ihs`,
    pharma: `
      pharma, pharmaceutical, pharmaceutical company, pharma company, pharmaceutical manufacturer`,
    biotech: "biotech, biotechnology, biotech company, biopharma",
    medtech: `
      medtech, med tech, medical device, device manufacturer, medical device company, medical
      device manufacturer, device maker, device company`,
    distributor: `
      distributor, dme, durable medical equipment, medical supply, medical supplier, wholesaler,
      dme supplier`,
    health_it_vendor: `
      vendor, health it, healthcare it, hit, it vendor, health it vendor, software, saas, software
      company, software vendor, scheduling software, ehr vendor, health tech, healthtech, digital
      health, technology company, tech vendor`,
    gpo: "gpo, group purchasing, group purchasing organization",
    staffing: `
      staffing, hospital staffing, healthcare staffing, medical staffing, physician staffing,
      nurse staffing, staffing agency, staffing company, recruiting, recruiter, recruitment, locum,
      locum tenens`,
    academic_research: `
      academic research, university, research, research institute, cro, contract research
      organization, medical school, research center`,
    other: `
      other, consulting, consultant, consulting firm, consultancy, advisory firm, veterinary, vet,
      animal hospital, veterinary practice, association`,
  },
  doubtful: {
    independent_practice: "clinic, office, outpatient, associates, doctor, physician",
    multispecialty_group: "group practice, group",
    hospital: "acute, inpatient",
    fqhc: "health center",
    medtech: "manufacturer, device",
    pharma: "life science",
    other: "nonprofit, non profit",
  },
  // Words that say more about an organisation without saying that it is of another type.
  harmless: `
    a an and our the of for my we are large small mid size midsize solo local private public
    independent regional rural urban community outpatient inpatient acute nonprofit non profit not
    for facility care healthcare health medical system office clinic provider type owned multi
    site single based`,
};
