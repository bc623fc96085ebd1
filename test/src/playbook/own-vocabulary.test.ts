import { scoreFit } from "../../../src/scoring/fit.ts";
import { readProfile } from "../../../src/facts/read-profile.ts";
import { checkPlaybook } from "../../../src/playbook/check/check-playbook.ts";
import { pathText } from "../../../src/playbook/check/problem.ts";
import { diffPlaybooks } from "../../../src/playbook/diff/diff-playbooks.ts";
import { hybridPlaybook as hybrid } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { upgradePlaybook } from "../../../src/playbook/upgrade.ts";
import { asking } from "./build-playbook.ts";

const vocabulary = { specialty: { own_sleep: "Sleep medicine" } } as const;
const extended: Playbook = { ...hybrid, vocabulary };

test("a portal's own value is read, is worth points, and counts for a contact that has it", () => {
  const wants = asking({ fact: "specialty", condition: { operator: "EQ", value: "own_sleep" } }, 5);
  const playbook = { ...wants, vocabulary };
  const contact = { id: "1", properties: { specialty: "sleep medicine" } };
  const profile = readProfile({ contact, company: null }, [], playbook);
  const known = { ...profile, role: { kind: "unknown" } } as const;

  expect(profile.specialty).toEqual({
    kind: "known",
    value: "own_sleep",
    evidence: {
      property: "contact.specialty",
      text: "sleep medicine",
      certainty: "normalised",
    },
  });
  expect(scoreFit({ profile: known, properties: {} }, playbook).contributions).toContainEqual(
    expect.objectContaining({ id: "more", points: 5 }),
  );
});

test("own values may be named by criteria, templates and spellings", () => {
  const criteria = asking({
    fact: "specialty",
    condition: { operator: "IN", values: ["own_sleep"] },
  });
  const playbook: Playbook = {
    ...criteria,
    vocabulary,
    synonyms: { specialty: { zzz: "own_sleep" } },
  };
  const errors = checkPlaybook(playbook).filter(({ severity }) => severity === "error");

  expect(errors).toEqual([]);
});

test.each<readonly [string, Partial<Playbook>, string, string]>([
  [
    "an id without the prefix",
    { vocabulary: { specialty: { sleep: "Sleep" } as never } },
    "vocabulary.specialty.sleep",
    "Begin it with own_ and go on with small letters, digits and underscores.",
  ],
  [
    "a value without a label",
    { vocabulary: { specialty: { own_sleep: " " } } },
    "vocabulary.specialty.own_sleep",
    "Write what people should see.",
  ],
  [
    "a label that is taken",
    { vocabulary: { specialty: { own_heart: "cardiology" } } },
    "vocabulary.specialty.own_heart",
    "Use that one, or give yours another label.",
  ],
  [
    "a fact without a vocabulary",
    { vocabulary: { beds: {} } as never },
    "vocabulary.beds",
    "Use one of: organizationType, specialty, serviceInterest, careSetting.",
  ],
  [
    "a spelling that stands for nothing",
    { synonyms: { specialty: { Ortho: "" } } },
    "synonyms.specialty.Ortho",
    "Fill in both, or remove it.",
  ],
  [
    "a spelling of a value that is not there",
    { synonyms: { specialty: { Ortho: "orthopedic" } } },
    "synonyms.specialty.Ortho",
    "Did you mean “orthopedics”?",
  ],
])("the check finds %s", (_, change, path, suggestion) => {
  const found = checkPlaybook({ ...hybrid, ...change });

  expect(found.map((each) => [pathText(each.path), each.suggestion])).toEqual([[path, suggestion]]);
});

test("a new value and a new spelling are told as such", () => {
  const after = { ...extended, synonyms: { specialty: { Ortho: "orthopedics" } } };

  expect(diffPlaybooks(hybrid, after).map(({ sentence }) => sentence)).toEqual([
    "Values of your own, Specialty: “own_sleep” Sleep medicine instead of nothing.",
    "Spellings, Specialty: “Ortho” orthopedics instead of nothing.",
  ]);
});

test("a stored playbook that had no vocabulary yet gets an empty one, and keeps what it has", () => {
  const { vocabulary: _, ...earlier } = hybrid;

  expect(upgradePlaybook(earlier)).toEqual(hybrid);
  expect(upgradePlaybook(extended)).toEqual(extended);
});
