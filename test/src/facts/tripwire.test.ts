import fc from "fast-check";
import { patientDataIn } from "../../../src/facts/tripwire.ts";

test.each([
  ["ssn", "219-09-9999"],
  ["ssn", "his number is 219-09-9999, thanks"],
  ["ssn", "SSN 219099999"],
  ["ssn", "SSN: 219 09 9999"],
  ["ssn", "social security no. 219-09-9999"],
  ["mrn", "MRN 00123456"],
  ["mrn", "mrn#A1234567"],
  ["mrn", "Medical record number: 4451207"],
  ["mrn", "Patient ID 4451207"],
  ["birth_date", "Jane Roe DOB 4/12/1956"],
  ["birth_date", "DOB: 04-12-56"],
  ["birth_date", "date of birth 1956-04-12"],
  ["birth_date", "born on April 12, 1956"],
  ["birth_date", "D.O.B. 12 Apr 1956"],
  ["birth_date", "Jane Roe, 4/12/1956"],
  ["birth_date", "Jane Q. Roe (April 12, 1956)"],
  ["birth_date", "1956-04-12 Roe, Jane"],
  ["birth_date", "4/12/1956 (DOB)"],
  ["diagnosis", "patient has E11.9"],
  ["diagnosis", "Diagnosis: C50"],
  ["diagnosis", "Dx M54.5"],
  ["diagnosis", "F32.1 was diagnosed last year"],
  ["diagnosis", "ICD-10 code E11.65"],
  ["diagnosis", "diagnosis e11.9"],
  ["diagnosis", "Pt with C4A.1"],
] as const)("%s trips on %j", (kind, text) => {
  expect(patientDataIn(text)).toBe(kind);
});

test.each([
  "",
  "Practice Manager",
  "Call me at 312-555-0142",
  "NPI 1234567893",
  "000-12-3456 is no valid number",
  "Invoice 219-09-99999",
  "Demo on 11/24/2026",
  "Jane Roe, 11/24/2026",
  "Mercy Hospital 01/05/2024",
  "Born to run",
  "Patient access platform for 1200 users",
  "Patient A1C tracking",
  "B2B patient engagement",
  "patient portal v10.2",
  "E11 form factor",
  "MRN workflow",
  "MRN integration with Epic",
  "Medical records department",
  "Founded 1956",
  "2026-11-24T09:00:00Z",
])("%j is no patient's data", (text) => {
  expect(patientDataIn(text)).toBeNull();
});

test("whatever stands around it, a social security number trips", () => {
  const digits = (low: number, high: number, length: number) =>
    fc.integer({ min: low, max: high }).map((n) => String(n).padStart(length, "0"));
  const number = fc
    .tuple(digits(1, 665, 3), digits(1, 99, 2), digits(1, 9999, 4))
    .map((parts) => parts.join("-"));
  const around = fc.constantFrom("", " ", "(", "no. ", "\n", "Jane's is ");
  fc.assert(
    fc.property(around, number, around, (before, ssn, after) => {
      expect(patientDataIn(`${before}${ssn}${after}`)).toBe("ssn");
    }),
  );
});
