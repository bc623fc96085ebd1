export type PatientData = "ssn" | "mrn" | "birth_date" | "diagnosis";

const date = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}|[A-Za-z]{3,9}\.? \d{1,2},? (?:19|20)\d{2})`;
const icd10 = String.raw`\b[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?\b`;
// Codes are written in capitals; a case-blind search would take model numbers and words for them.
const clinicalWord = String.raw`\b(?:[Pp]atients?|PATIENTS?|[Dd]iagnos(?:is|es|ed)|DIAGNOSIS|[Dd]x|DX|ICD-?10)\b`;

const patterns: readonly (readonly [PatientData, RegExp])[] = [
  ["ssn", /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/u],
  ["ssn", /\b(?:ssn|social security(?: number| no\.?)?)\b\W{0,4}\d{9}\b/iu],
  ["mrn", /\b(?:mrn|medical record(?: number| no\.?| #)?)\b[^0-9A-Za-z]{0,4}(?=\w*\d{4})\w+/iu],
  [
    "birth_date",
    new RegExp(
      String.raw`\b(?:dob|d\.o\.b\.|date of birth|born(?: on)?|birth ?date)\W{0,4}${date}`,
      "iu",
    ),
  ],
  [
    "diagnosis",
    new RegExp(`${clinicalWord}.{0,40}?${icd10}|${icd10}.{0,40}?${clinicalWord}`, "su"),
  ],
];

/** What in a text looks like data of a patient; `null` for nothing. Such a text must not be kept. */
export function patientDataIn(text: string): PatientData | null {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
