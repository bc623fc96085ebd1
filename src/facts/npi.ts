/** Whether this is a National Provider Identifier: ten digits, the last a Luhn check over 80840 + NPI. */
export function isNpi(text: string): boolean {
  const digits = text.trim();
  if (!/^[12]\d{9}$/u.test(digits)) return false;
  const sum = `80840${digits}`
    .split("")
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/** Whether this has the form of a provider taxonomy code; whether the code exists is not known here. */
export function isTaxonomyCode(text: string): boolean {
  return /^[0-9A-Z]{9}X$/u.test(text.trim());
}
