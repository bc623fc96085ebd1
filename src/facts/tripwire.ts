export type PatientData = "ssn" | "mrn" | "birth_date" | "diagnosis";

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(?:0?[1-9]|1[0-2])`;
const monthName = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
function dates(year: string): string {
  return (
    `(?:${month}[/.-]${day}[/.-]${year}|${day}[/.-]${month}[/.-]${year}|${year}-${month}-${day}` +
    `|${monthName} ${day},? ${year}|${day}\\.? ${monthName},? ${year})`
  );
}
const anyDate = dates(String.raw`(?:(?:19|20)?\d{2})`);
/** Only somebody's birth is dated in the last century beside a name; business is dated in this one. */
const oldDate = dates(String.raw`19\d{2}`);
const name = String.raw`(?<![\p{L}])\p{Lu}[\p{Ll}'’-]+,? (?:\p{Lu}\.? )?\p{Lu}[\p{Ll}'’-]+`;

// The third place of a code is a digit, but for a few families: "A1C" is a test, "B2B" a market.
const icd10 = String.raw`\b(?:[A-TV-Z]\d\d|C4A|C7[AB]|D3A|M1A|O9A|Z3A)(?:\.[0-9A-Z]{1,4})?\b`;
const icd10Small = String.raw`\b[a-tw-z]\d\d\.\d{1,3}[a-z]?\b`;
const code = `(?:${icd10}|${icd10Small})`;
// Codes are written in capitals; a case-blind search would take model numbers and words for them.
const clinicalWord = String.raw`\b(?:[Pp]atients?|PATIENTS?|[Pp]ts?\.?|[Dd]iagnos(?:is|es|ed|tic code)|DIAGNOSIS|[Dd]x|DX|ICD-?10(?:-CM)?)(?![\p{L}\p{N}])`;
const recordNumber = String.raw`(?:mrn|medical record(?: number| no\.?| num| #)?|med(?:ical)? rec(?:ord)?s? (?:number|no\.?|#)|patient (?:id|identifier|number|no\.?|#)|chart (?:number|no\.?|#))`;

const patterns: readonly (readonly [PatientData, RegExp])[] = [
  ["ssn", /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/u],
  [
    "ssn",
    /\b(?:ssn|soc\.? sec\.?|social security(?: number| no\.?| #)?)(?: is)?[^0-9A-Za-z]{0,4}\d{3}[ .-]?\d{2}[ .-]?\d{4}(?!\d)/iu,
  ],
  [
    "mrn",
    new RegExp(String.raw`\b${recordNumber}(?: is)?[^0-9A-Za-z]{0,4}(?=[\w-]*\d{4})\w+`, "iu"),
  ],
  [
    "birth_date",
    new RegExp(
      String.raw`\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|birthday|born(?: on)?)(?: is)?[^0-9A-Za-z]{0,4}${anyDate}(?!\d)`,
      "iu",
    ),
  ],
  [
    "birth_date",
    new RegExp(String.raw`(?<!\d)${anyDate}\W{0,3}\(?(?:dob|d\.o\.b\.?|date of birth)\b`, "iu"),
  ],
  ["birth_date", besideName(oldDate)],
  ["diagnosis", new RegExp(`${clinicalWord}.{0,40}?${code}|${code}.{0,40}?${clinicalWord}`, "su")],
];

/** What in a text looks like data of a patient; `null` for nothing. Such a text must not be kept. */
export function patientDataIn(text: string): PatientData | null {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Month names are written in any case, names of people are not: so the months get both cases. */
function besideName(date: string): RegExp {
  const eitherCase = date
    .replaceAll("(?:jan|", "(?:[Jj]an|")
    .replaceAll(
      /\|(?<first>[a-z])(?=[a-z]{2}[|)])/gu,
      (_, first: string) => `|[${first.toUpperCase()}${first}]`,
    );
  return new RegExp(
    String.raw`${name}[\s,;:(-]{1,3}${eitherCase}(?!\d)|(?<!\d)${eitherCase}[\s,;:)-]{1,3}${name}`,
    "u",
  );
}
