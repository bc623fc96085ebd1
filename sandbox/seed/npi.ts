import type { Random } from "./random.ts";

/**
 * A number in the form of a National Provider Identifier with a right check digit. All issued ones
 * begin with 1, so that a leading 2 (allowed, never issued) names nobody.
 */
export function validNpi(random: Random): string {
  const body = `2${String(random.integer(0, 99_999_999)).padStart(8, "0")}`;
  return body + String(checkDigit(`80840${body}`));
}

/** The ways in which people get an NPI wrong. */
export function brokenNpi(random: Random): string {
  const npi = validNpi(random);
  const wrongDigit = String((Number(npi.slice(-1)) + random.integer(1, 9)) % 10);
  return random.pick([
    npi.slice(0, 9) + wrongDigit,
    npi.slice(0, 9),
    `${npi}0`,
    "TBD",
    "see website",
  ]);
}

/** Luhn's check digit for the digits before it. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (const [index, digit] of digits.split("").reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}
