import fc from "fast-check";
import { isNpi, isTaxonomyCode } from "../../../src/facts/npi.ts";

test.each(["1234567893", " 1234567893 ", "1245319599", "2000000002"])("%j is an NPI", (text) => {
  expect(isNpi(text)).toBe(true);
});

test.each([
  "",
  "1234567890",
  "123456789",
  "12345678930",
  "0234567893",
  "3234567893",
  "123-456-7893",
  "12345678E3",
])("%j is no NPI", (text) => {
  expect(isNpi(text)).toBe(false);
});

test("of ten numbers that differ in the last digit exactly one is an NPI", () => {
  const nineDigits = fc.integer({ min: 100_000_000, max: 299_999_999 });
  fc.assert(
    fc.property(nineDigits, (nine) => {
      const valid = "0123456789".split("").filter((digit) => isNpi(`${nine}${digit}`));

      expect(valid).toHaveLength(1);
    }),
  );
});

test("one wrong digit is always noticed", () => {
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const wrong = "1234567893"
        .split("")
        .map((digit, index) => (index === place ? (Number(digit) + shift) % 10 : digit))
        .join("");

      expect(isNpi(wrong)).toBe(false);
    }),
  );
});

test.each([
  ["207Q00000X", true],
  [" 207RC0000X ", true],
  ["207Q00000Y", false],
  ["207Q0000X", false],
  ["207q00000x", false],
  ["207Q-0000X", false],
])("%j has the form of a taxonomy code: %s", (text, expected) => {
  expect(isTaxonomyCode(text)).toBe(expected);
});
