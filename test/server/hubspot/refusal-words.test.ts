import { refusalWords } from "../../../server/hubspot/refusal-words.ts";

const invalid = [
  { isValid: false, message: "Ann was not one of", error: "INVALID_OPTION", name: "medqual_role" },
];

test.each([
  [
    "a code and its property stand for a sentence that quotes a value",
    {
      message: "Property values were not valid",
      errors: [
        {
          message: "ann@clinic.org is not valid",
          code: "INVALID_EMAIL",
          context: { propertyName: ["email"] },
        },
      ],
    },
    "email: INVALID_EMAIL",
  ],
  [
    "a sentence that names properties only is kept",
    {
      message: "Property values were not valid",
      errors: [
        {
          message: "state is required because of a conditional property rule based on [country]",
          code: "MISSING_CONDITIONAL_REQUIRED_PROPERTY",
        },
      ],
    },
    "state is required because of a conditional property rule based on [country]",
  ],
  [
    "details listed in the message are read from it",
    { message: `Property values were not valid: ${JSON.stringify(invalid)}` },
    "medqual_role: INVALID_OPTION",
  ],
  [
    "a list that was cut off is not repeated",
    { message: "Property values were not valid: [{broken]" },
    "property values were not valid",
  ],
  [
    "a refused option does not name what was chosen",
    { message: 'Ann was not one of the allowed options: [label: "A" value: "a"]' },
    "a value is not among the property's options",
  ],
  [
    "an address in a sentence is left out",
    { message: "Contact ann@clinic.org already exists. Existing ID: 512" },
    "Contact (address) already exists. Existing ID: 512",
  ],
  ["silence is told", {}, "no reason given"],
])("%s", (_name, said, words) => {
  expect(refusalWords(said)).toBe(words);
});

test("endless words are cut", () => {
  expect(refusalWords({ message: "x".repeat(5000) })).toHaveLength(300);
});
