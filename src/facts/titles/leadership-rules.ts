import {
  clinicalWords,
  clinics,
  hospitals,
  leading,
  providers,
  type TitleRule,
  whatever,
} from "./title-rules.ts";
import { listed } from "./title-tokens.ts";

/** Executives, physicians, nurses and those who run operations. */
export const leadershipRules: readonly TitleRule[] = [
  {
    phrases: `ceo, chief executive, chief executive officer, coo, chief operating officer, chief operating,
      chief operation officer, president, hospital administrator, hospital president,
      chief administrative officer, managing director of hospital, nursing home administrator,
      nursing facility administrator`,
    tier: 1,
    roles: whatever("executive_sponsor"),
    unless: "foundation, philanthropy, alumni",
    isWholeOffice: true,
  },
  {
    phrases: "executive director",
    tier: 3,
    roles: whatever("executive_sponsor"),
    unless: "foundation, philanthropy, alumni",
  },
  {
    phrases: "administrator",
    tier: 3,
    roles: whatever("executive_sponsor"),
    only: { at: hospitals, beside: "hospital" },
    elseProbable: true,
  },
  {
    phrases: "administrator",
    tier: 3,
    roles: whatever("operations"),
    only: { at: clinics, beside: "asc, clinic, practice, surgery center" },
    elseProbable: true,
  },
  {
    phrases: `chief medical officer, chief clinical officer, chief physician executive,
      physician executive, physician in chief, surgeon in chief, chief physician, chief nursing officer,
      cno, cne, chief nurse, chief nurse officer, chief nurse executive, chief nursing executive,
      chief dental officer, president medical staff, president of medical staff,
      president of the medical staff, medical staff president, chief of medical staff,
      chief of the medical staff, medical chief of staff, chief medical executive, division chief,
      section chief, department chief, service chief, chief division, chief of division, chief section,
      chief department, chief of service`,
    tier: 1,
    roles: whatever("clinical_executive"),
    isWholeOffice: true,
  },
  {
    phrases: "medical director",
    tier: 1,
    roles: whatever("clinical_executive"),
    isWholeOffice: true,
    isPhysician: true,
  },
  {
    phrases: "medical affair, medical staff, medical staff affair",
    tier: 1,
    roles: { executive: "clinical_executive" },
  },
  {
    phrases: "cmo",
    tier: 1,
    roles: whatever("clinical_executive"),
    only: { at: providers, beside: clinicalWords },
    unless: "marketing, brand, growth, communication, digital, advertising, sale",
    elseProbable: true,
    isWholeOffice: true,
  },
  {
    phrases: "chief of staff",
    tier: 1,
    roles: whatever("clinical_executive"),
    only: { at: [], beside: clinicalWords },
  },
  {
    phrases: `nurse, nursing, clinical nurse, clinical manager, clinical supervisor, clinical director`,
    tier: 1,
    roles: {
      executive: "clinical_executive",
      lead: "nursing_operations",
      expert: "end_user",
      staff: "end_user",
      bare: "end_user",
    },
  },
  {
    phrases: `don, adon, head nurse, lead nurse, nurse lead, nurse leader, house supervisor,
      clinical nurse leader`,
    tier: 1,
    roles: whatever("nursing_operations"),
  },
  {
    phrases: "patient care manager, patient care director, patient care service, patient care",
    tier: 1,
    roles: { executive: "clinical_executive", lead: "nursing_operations" },
  },
  {
    phrases: "charge nurse, nurse educator, nurse navigator, nurse case manager",
    tier: 3,
    roles: whatever("end_user"),
    hidesRank: true,
  },
  {
    // Credentials speak when nothing else does: who manages and is a nurse, manages nurses.
    phrases: "rn, bsn, msn, lpn, lvn",
    tier: 4,
    roles: { lead: "nursing_operations", expert: "end_user", staff: "end_user", bare: "end_user" },
  },
  {
    phrases: `physician, surgeon, doctor, hospitalist, internist, cardiologist, radiologist, pathologist,
      pediatrician, psychiatrist, dermatologist, gastroenterologist, ophthalmologist,
      otolaryngologist, urologist, neurologist, neurosurgeon, pulmonologist, endocrinologist,
      oncologist, hematologist, rheumatologist, nephrologist, anesthesiologist, obstetrician,
      gynecologist, orthopedist, podiatrist, allergist, electrophysiologist, intensivist,
      physiatrist, dentist, orthodontist, endodontist, periodontist, optometrist, chiropractor, neonatologist,
      immunologist, geriatrician, family practitioner, general practitioner, practitioner`,
    tier: 2,
    roles: whatever("physician_champion"),
  },
  {
    phrases: "department chair, chair department, chair of, chair",
    tier: 2,
    roles: whatever("physician_champion"),
    isWholeOffice: true,
  },
  { phrases: "md, do, mbbs, dds, dmd, dpm", tier: 4, roles: whatever("physician_champion") },
  { phrases: "ob gyn, ob", tier: 3, roles: { bare: "physician_champion" } },
  {
    // A partner of the house who is a physician is one of its owners.
    phrases: "managing partner, managing physician",
    tier: 3,
    roles: whatever("owner_physician"),
    only: { at: clinics, beside: clinicalWords },
    elseProbable: true,
  },
  {
    phrases: "owner, practice owner, co owner, founder",
    tier: 3,
    roles: whatever("executive_sponsor"),
    only: { at: clinics, beside: "practice, clinic" },
    elseProbable: true,
  },
  {
    // A manager of a practice who looks after its computers is still its manager.
    phrases: `practice manager, practice administrator, office manager, office administrator, clinic manager,
      clinic director, clinic administrator, practice director, asc administrator, asc manager, asc director,
      surgery center administrator, surgery center manager, surgery center director, center administrator,
      center manager, center director, health center manager, health center director, business manager,
      practice manager it, practice manager information technology, office manager it,
      practice administrator it, site manager, site director, physician practice manager, practice leader,
      medical practice administrator, office supervisor, clinic supervisor, practice supervisor`,
    tier: 1,
    roles: whatever("operations"),
  },
  {
    phrases: `operation, practice operation, practice management, ambulatory, ambulatory operation,
      ambulatory clinic, ambulatory service, ambulatory care, clinical operation, business operation,
      patient access, access center, call center, contact center, service line, patient service, scheduling,
      central scheduling, centralized scheduling, referral, referral center, referral management,
      member service, provider network, client service, utilization management, front office, front desk,
      medical group operation, clinic operation, urgent care, patient experience, registration,
      patient registration`,
    tier: 1,
    roles: leading("operations"),
  },
];

/** "Chief of Cardiology" leads its physicians. */
export const chiefsOfDepartments: TitleRule = {
  phrases: listed(
    `surgery, medicine, cardiology, pediatrics, radiology, anesthesia, anesthesiology, orthopedics,
      oncology, neurology, psychiatry, emergency medicine, hospital medicine, urology, obstetrics,
      gastroenterology, nephrology, pulmonology, dermatology, pathology, neurosurgery, family medicine,
      primary care`,
  )
    .map((each) => `chief of ${each}`)
    .join(),
  tier: 1,
  roles: { executive: "clinical_executive" },
  isWholeOffice: true,
};
