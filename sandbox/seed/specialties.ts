import type { Weighted } from "./random.ts";

export type Specialty = {
  /** What a practice of the specialty calls itself after its own name. */
  readonly practices: readonly string[];
  /** Job titles of its physicians. */
  readonly clinicians: readonly string[];
  /** What people write into a free-text field. */
  readonly spellings: readonly string[];
};

const family: Specialty = {
  practices: ["Family Medicine", "Family Practice", "Primary Care", "Family Health Associates"],
  clinicians: ["Family Physician", "Physician, MD", "Family Medicine Physician, DO"],
  spellings: [
    "Family medicine",
    "family practice",
    "Fam Med",
    "Primary Care",
    "PCP",
    "primary care / FM",
    "FAMILY MEDICINE",
    "GP",
  ],
};
const cardiology: Specialty = {
  practices: ["Cardiology Associates", "Heart & Vascular", "Cardiovascular Group", "Heart Center"],
  clinicians: ["Cardiologist", "Cardiologist, MD", "Interventional Cardiologist, MD, FACC"],
  spellings: [
    "Cardio",
    "Cardiology",
    "cardiology",
    "cardiology dept.",
    "CARDIOLOGY",
    "Cardiovasc",
    "Heart & vascular",
    "cardiolgy",
  ],
};
const orthopedics: Specialty = {
  practices: ["Orthopedics", "Orthopaedic Specialists", "Bone & Joint", "Sports Medicine"],
  clinicians: ["Orthopedic Surgeon", "Orthopaedic Surgeon, MD"],
  spellings: [
    "Ortho",
    "Orthopedics",
    "orthopaedics",
    "ortho surgery",
    "Bone and joint",
    "ORTHO",
    "Sports med",
  ],
};

export const behavioral: Specialty = {
  practices: ["Behavioral Health", "Counseling Center", "Psychiatry Partners", "Mental Wellness"],
  clinicians: ["Psychiatrist", "Psychiatrist, MD", "Licensed Psychologist, PhD", "Therapist, LCSW"],
  spellings: [
    "Behavioral health",
    "BH",
    "psych",
    "Mental health",
    "Psychiatry",
    "behavioural health",
    "counseling",
  ],
};
export const dental: Specialty = {
  practices: ["Dental Care", "Family Dentistry", "Dental Group", "Orthodontics"],
  clinicians: ["Dentist, DDS", "Dentist", "Orthodontist, DMD"],
  spellings: ["Dental", "Dentistry", "dentist", "General dentistry", "Ortho (dental)", "DDS"],
};
export const imaging: Specialty = {
  practices: ["Imaging Center", "Radiology", "Diagnostic Imaging", "MRI & Imaging"],
  clinicians: ["Radiologist", "Radiologist, MD"],
  spellings: ["Radiology", "imaging", "diagnostic imaging", "Rad", "MRI/CT", "RADIOLOGY"],
};
export const laboratory: Specialty = {
  practices: ["Clinical Laboratory", "Diagnostics Lab", "Pathology Services"],
  clinicians: ["Pathologist", "Pathologist, MD"],
  spellings: ["Pathology", "lab", "Clinical lab", "Path", "laboratory services"],
};
export const urgent: Specialty = {
  practices: ["Urgent Care", "Walk-In Clinic", "Express Care"],
  clinicians: ["Urgent Care Physician", "Emergency Physician, MD"],
  spellings: ["Urgent care", "UC", "walk-in", "Emergency medicine", "urgentcare", "EM"],
};
export const general: Specialty = {
  practices: ["Medical Group"],
  clinicians: ["Hospitalist, MD", "Physician", "Surgeon, MD", "Internist, MD"],
  spellings: [
    "Multispecialty",
    "multi-specialty",
    "various",
    "All",
    "multi",
    "many",
    "Internal medicine",
    "General surgery",
  ],
};

/** Specialties of independent practices, by how many there are. */
export const practiceSpecialties: Weighted<Specialty> = [
  [family, 26],
  [cardiology, 14],
  [orthopedics, 12],
  [
    specialty("Internal Medicine", "Internist", [
      "Internal medicine",
      "IM",
      "internal med",
      "Int. Med.",
      "internist",
    ]),
    9,
  ],
  [
    specialty("Pediatrics", "Pediatrician", [
      "Pediatrics",
      "Peds",
      "pediatric",
      "Paediatrics",
      "PEDS",
      "kids",
    ]),
    9,
  ],
  [
    specialty("Dermatology", "Dermatologist", [
      "Dermatology",
      "Derm",
      "dermatology clinic",
      "DERM",
      "skin",
    ]),
    8,
  ],
  [
    specialty("Gastroenterology", "Gastroenterologist", [
      "GI",
      "Gastro",
      "Gastroenterology",
      "gastroenterolgy",
      "Digestive health",
    ]),
    7,
  ],
  [
    specialty("Women's Health", "OB/GYN Physician", [
      "OB/GYN",
      "obgyn",
      "Ob-Gyn",
      "Women's health",
      "obstetrics and gynecology",
    ]),
    7,
  ],
  [
    specialty("Eye Care", "Ophthalmologist", [
      "Ophthalmology",
      "ophtho",
      "Eye",
      "eye care",
      "Opthalmology",
    ]),
    6,
  ],
  [
    specialty("ENT", "Otolaryngologist", [
      "ENT",
      "Otolaryngology",
      "ear nose throat",
      "Ear, Nose & Throat",
      "ENT/allergy",
    ]),
    5,
  ],
  [
    specialty("Urology", "Urologist", [
      "Urology",
      "uro",
      "UROLOGY",
      "urology dept",
      "Urologic surgery",
    ]),
    5,
  ],
  [
    specialty("Neurology", "Neurologist", [
      "Neurology",
      "neuro",
      "Neuro.",
      "neurology / headache",
      "Neurosciences",
    ]),
    5,
  ],
  [
    specialty("Pulmonary", "Pulmonologist", [
      "Pulmonology",
      "pulm",
      "Lung",
      "Pulmonary / sleep",
      "Pulm/CC",
    ]),
    3,
  ],
  [
    specialty("Endocrinology", "Endocrinologist", [
      "Endocrinology",
      "endo",
      "Diabetes & endocrine",
      "Endocrine",
    ]),
    3,
  ],
];

/** Specialties that people at organisations with several departments name. */
export const departmentSpecialties: readonly Specialty[] = [
  general,
  general,
  cardiology,
  orthopedics,
  family,
  imaging,
];

function specialty(name: string, clinician: string, spellings: readonly string[]): Specialty {
  const before = name.replace("Pediatrics", "Pediatric");
  return {
    practices: [name, `${before} Associates`, `${before} Clinic`, `${before} Specialists`],
    clinicians: [clinician, `${clinician}, MD`, `${clinician}, DO`],
    spellings,
  };
}
