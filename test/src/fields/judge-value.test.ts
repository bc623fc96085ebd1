import fc from "fast-check";
import { fieldIds, sourcesOfField, targetOf } from "../../../src/fields/governed-fields.ts";
import { fieldLabel, fieldValues, judgeValue } from "../../../src/fields/judge-value.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";

const words = {
  synonyms: { specialty: { Ortho: "podiatry", "The bone people": "orthopedics" } },
  vocabulary: { specialty: { own_sleep: "Sleep medicine" } },
} as const;
const none = { synonyms: {}, vocabulary: {} };

test.each([
  ["specialty", null, { kind: "empty" }],
  ["specialty", "  ", { kind: "empty" }],
  ["specialty", "cardiology", { kind: "canonical", value: "cardiology" }],
  ["specialty", "Cardiology", { kind: "canonical", value: "cardiology" }],
  ["specialty", "CARDIOLOGY", { kind: "certain", value: "cardiology", words: "CARDIOLOGY" }],
  ["specialty", "cardiology dept.", { kind: "certain", value: "cardiology", words: "cardiology" }],
  ["specialty", "cardiolgy", { kind: "doubtful", value: "cardiology", words: "cardiolgy" }],
  ["specialty", "asdf", { kind: "unknown" }],
  [
    "specialty",
    "cardiology;oncology",
    { kind: "doubtful", value: "cardiology", words: "cardiology" },
  ],
  ["serviceInterest", "scheduling;intake", { kind: "canonical", value: "scheduling;intake" }],
  [
    "serviceInterest",
    "Online scheduling; referrals",
    {
      kind: "certain",
      value: "scheduling;referral_management",
      words: "Online scheduling, referrals",
    },
  ],
  [
    "serviceInterest",
    "scheduling; the blue thing",
    { kind: "doubtful", value: "scheduling", words: "scheduling" },
  ],
  ["role", "CFO", { kind: "certain", value: "finance", words: "CFO" }],
  ["role", "friend of the CEO", { kind: "doubtful", value: "executive_sponsor", words: "CEO" }],
  [
    "organizationType",
    "Insurance for physicians",
    { kind: "doubtful", value: "payer", words: "Insurance" },
  ],
] as const)("%s %j is %j", (field, text, expected) => {
  expect(judgeValue(field, text, none)).toEqual(expected);
});

test.each([
  ["a value of the portal's own", "own_sleep", { kind: "canonical", value: "own_sleep" }],
  ["its label", "Sleep medicine", { kind: "canonical", value: "own_sleep" }],
  [
    "its label in other letters",
    "SLEEP MEDICINE",
    { kind: "certain", value: "own_sleep", words: "SLEEP MEDICINE" },
  ],
  [
    "a spelling of the portal's own",
    "the bone people",
    { kind: "certain", value: "orthopedics", words: "the bone people" },
  ],
  [
    "a spelling that it reads otherwise",
    "ortho",
    { kind: "certain", value: "podiatry", words: "ortho" },
  ],
])("the portal's words decide first: %s", (_, text, expected) => {
  expect(judgeValue("specialty", text, words)).toEqual(expected);
});

test("what a rewrite gives is canonical, and its label reads the same", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fieldIds),
      fc.constantFrom(
        "ortho",
        "Hosp.",
        "scheduling + referrals",
        "in-patient",
        "IT team",
        "Cardio",
      ),
      (field, text) => {
        const judged = judgeValue(field, text, words);
        fc.pre(judged.kind === "certain");
        const value = "value" in judged ? judged.value : "";

        expect(judgeValue(field, value, words)).toEqual({ kind: "canonical", value });
        expect(fieldLabel(field, value, words).split("; ")).toEqual(
          value.split(";").map((each) => fieldValues(field, words)[each]),
        );
      },
    ),
  );
});

test("a field is written where the playbook reads it; titles and stances are no spellings of a role", () => {
  expect(
    fieldIds.map((id) => [id, sourcesOfField(hybridPlaybook, id), targetOf(id, "contact")]),
  ).toEqual([
    [
      "organizationType",
      ["contact.organization_type", "company.organization_type"],
      "medqual_organization_type",
    ],
    ["specialty", ["contact.specialty"], "medqual_specialty"],
    ["serviceInterest", ["contact.service_interest"], "medqual_service_interest"],
    ["careSetting", ["contact.care_setting", "company.care_setting"], null],
    ["role", [], "medqual_committee_role"],
  ]);
  expect(targetOf("organizationType", "company")).toBe("medqual_organization_type");
});
