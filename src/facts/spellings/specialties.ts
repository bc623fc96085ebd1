import type { Specialty } from "../vocabulary.ts";
import type { Spellings } from "./spellings.ts";

/** What people write into a field for a clinical specialty. */
export const specialtySpellings: Spellings<Specialty> = {
  certain: {
    primary_care: `
      primary care, family medicine, family practice, family health, family physician, pcp, fm,
      gp, general practice, general practitioner, family doctor, family med, primary care fm`,
    internal_medicine: `
      internal medicine, im, internist, general internal medicine, adult medicine`,
    pediatrics: "pediatrics, peds, ped, paed, pediatrician, child health, kids, children",
    cardiology: `
      cardiology, cardio, cardiac, cardiovascular, cardiovasc, cardiovascular medicine,
      cardiologist, heart, heart and vascular, heart vascular, interventional cardiology,
      electrophysiology, cv, cardiology and vascular`,
    orthopedics: `
      orthopedics, ortho, orthopedist, orthopedic surgery, ortho surgery, bone and joint, bone
      joint, sports medicine, spine, musculoskeletal, orthopedics and sports medicine`,
    oncology: `
      oncology, onc, cancer, cancer care, hematology oncology, hem onc, heme onc, hematology,
      medical oncology, radiation oncology, rad onc, oncologist`,
    dermatology: "dermatology, derm, dermatologist, skin, skin care",
    gastroenterology: `
      gastroenterology, gi, gastro, digestive, digestive health, digestive disease,
      gastroenterologist, hepatology, endoscopy`,
    neurology: "neurology, neuro, neuroscience, neurologist, headache, neurology headache",
    obgyn: `
      obgyn, ob gyn, ob, gyn, women health, women care, obstetrics, gynecology, obstetrics and gynecology,
      obstetrics gynecology, maternal fetal medicine`,
    ophthalmology: `
      ophthalmology, ophtho, ophth, ophthalmologist, eye, eye care, eyecare, optometry, retina`,
    ent: "ent, otolaryngology, ear nose throat, ear nose and throat, ent allergy, otolaryngologist",
    urology: "urology, uro, urologic, urologist, urologic surgery, urological",
    pulmonology: `
      pulmonology, pulmonary, pulm, lung, pulmonologist, pulmonary sleep, pulm cc, pulmonary
      critical care, respiratory, pulmonary medicine`,
    endocrinology: `
      endocrinology, endo, endocrine, diabetes, diabetes and endocrine, diabetes endocrine,
      endocrinologist, diabetes and endocrinology`,
    nephrology: "nephrology, renal, kidney, dialysis, nephrologist",
    rheumatology: "rheumatology, rheum, arthritis, rheumatologist",
    psychiatry: `
      psychiatry, psych, behavioral health, bh, mental health, psychiatrist, counseling,
      psychology, addiction medicine, psychotherapy`,
    radiology: `
      radiology, rad, imaging, diagnostic imaging, mri, ct, mri ct, radiologist, interventional
      radiology, mammography`,
    pathology: `
      pathology, path, lab, clinical lab, lab service, lab medicine, pathologist, lab pathology`,
    surgery: "general surgery, surgery, surgical, surgeon, general surgeon, gen surg",
    anesthesiology: "anesthesiology, anesthesia, anesthesiologist",
    pain_medicine: "pain medicine, pain management, pain, interventional pain, pain clinic",
    plastic_surgery: `
      plastic surgery, plastics, cosmetic surgery, aesthetics, plastic surgeon, plastic and
      reconstructive surgery`,
    neurosurgery:
      "neurosurgery, neurosurgeon, neurological surgery, neuro surgery, brain and spine",
    vascular_surgery: "vascular surgery, vascular surgeon, vein, vein care",
    podiatry: "podiatry, podiatrist, foot and ankle, foot, dpm",
    allergy: `
      allergy, allergist, allergy and immunology, allergy immunology, allergy asthma, immunology,
      asthma and allergy`,
    infectious_disease: "infectious disease, id, infectious diseases",
    geriatrics:
      "geriatrics, geriatric, geriatric medicine, palliative care, palliative, senior care",
    hospital_medicine: "hospital medicine, hospitalist, critical care, intensive care, icu",
    emergency_medicine: `
      emergency medicine, emergency, em, ed, er, emergency department, urgent care, urgentcare,
      uc, walk in, emergency room, immediate care`,
    physical_therapy: `
      physical therapy, physical therapist, rehab, rehabilitation, pm r, pmr, physiatry,
      occupational therapy, physiotherapy`,
    dentistry: `
      dentistry, dental, dentist, dds, dmd, orthodontics, ortho dental, dental ortho, oral
      surgery, general dentistry, pediatric dentistry, endodontics, periodontics`,
    multispecialty: `
      multispecialty, multi specialty, multi, various, many, all, all specialties, several,
      multiple, multiple specialties, mixed`,
    other: "other",
  },
  doubtful: {
    surgery: "surg",
    physical_therapy: "therapy",
    cardiology: "vascular",
  },
  harmless: `
    a an and the of for our department service clinic center practice group medicine medical
    medicinal care health division unit specialty associates specialist general adult outpatient
    physician doctor md line program`,
};
