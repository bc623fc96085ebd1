import fc from "fast-check";
import { readPlaybookYaml, writePlaybookYaml } from "../../../server/playbook/playbook-yaml.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { presets } from "../../../src/playbook/presets.ts";

const schemaUrl = "https://app.example.com/playbook.schema.json";
const yaml = writePlaybookYaml(hybridPlaybook, schemaUrl);
/** Little enough of a playbook to write many. */
const short: Playbook = {
  ...hybridPlaybook,
  offers: [],
  committee: { ...hybridPlaybook.committee, templates: [] },
  handoff: {
    ...hybridPlaybook.handoff,
    calendar: {
      ...hybridPlaybook.handoff.calendar,
      zone: { name: "UTC", offsets: [{ from: 0, minutes: 0 }] },
    },
  },
};
const lineOf = (text: string, words: string) =>
  text.split("\n").findIndex((line) => line.includes(words)) + 1;

test.each(Object.values(presets))("the $name playbook comes back from YAML as it was", (preset) => {
  const read = readPlaybookYaml(writePlaybookYaml(preset, schemaUrl));

  expect(read).toEqual({ kind: "read", playbook: preset, problems: [] });
});

test("any text comes back as it was, whatever YAML would take it for", () => {
  const odd = fc.constantFrom(
    "yes",
    "null",
    "2026-01-01",
    "1e3",
    "~",
    "- a",
    "a: b",
    "#x",
    " x ",
    "",
  );
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: "grapheme" })), (text) => {
      const playbook: Playbook = { ...short, name: text, competitorDomains: [text, text] };

      const read = readPlaybookYaml(writePlaybookYaml(playbook, schemaUrl));

      expect(read).toMatchObject({ kind: "read", playbook });
    }),
  );
});

test("keys stand in one order, whichever the playbook was stored in", () => {
  const { name, version, ...rest } = hybridPlaybook;

  expect(writePlaybookYaml({ ...rest, version, name }, schemaUrl)).toBe(yaml);
});

test("the first line tells editors where the schema is", () => {
  expect(yaml.split("\n")[0]).toBe(`# yaml-language-server: $schema=${schemaUrl}`);
});

test.each([
  [
    "a key nobody reads",
    (text: string) => text.replace("solution:", "solutoin: software\nsolution:"),
    "solutoin",
    { path: ["solutoin"], message: "Nobody reads “solutoin” here." },
  ],
  [
    "an offer of no known stage",
    (text: string) => text.replace("stage: decision", "stage: decisions"),
    "stage: decisions",
    { message: "“decisions” is not known.", suggestion: "Did you mean “decision”?" },
  ],
  [
    "a number written as a text",
    (text: string) => text.replace("coolDownDays: ", "coolDownDays: about "),
    "coolDownDays",
    { path: ["handoff", "coolDownDays"], message: "This must be a number." },
  ],
  [
    "a fact that a criterion misspells",
    (text: string) => text.replace("fact: organizationType", "fact: organisationType"),
    "fact: organisationType",
    { message: "“organisationType” is not known.", suggestion: "Did you mean “organizationType”?" },
  ],
  [
    "an operator that does not exist",
    (text: string) => text.replace("operator: EQ", "operator: LIKE"),
    "operator: LIKE",
    { message: "“LIKE” is not known." },
  ],
  [
    "YAML that is none",
    (text: string) => text.replace("solution: software", "solution: software: device"),
    "solution: software",
    { path: [], suggestion: "Correct the YAML." },
  ],
  [
    "a key written twice",
    (text: string) => text.replace("solution: software", "solution: software\nsolution: device"),
    "solution: device",
    { path: [], suggestion: "Correct the YAML." },
  ],
] as const)("%s is refused with its line", (_, spoil, words, expected) => {
  const text = spoil(yaml);

  const read = readPlaybookYaml(text);

  expect(read.kind).toBe("refused");
  expect(read.problems).toHaveLength(1);
  expect(read.problems[0]).toMatchObject({ severity: "error", ...expected });
  expect(read.problems[0]?.line).toBe(lineOf(text, words));
});

test("what a playbook should not say is told with its line, and the document is read all the same", () => {
  const text = yaml.replace(/^fit:\n  minimum: \d+/mu, "fit:\n  minimum: 0");

  const read = readPlaybookYaml(text);

  expect(read.kind).toBe("read");
  expect(read.problems).toEqual([
    expect.objectContaining({
      path: ["fit", "minimum"],
      severity: "error",
      line: lineOf(text, "minimum: 0"),
      column: 3,
    }),
  ]);
});

test.each(["", "just a text", "- a\n- list", "null"])(
  "a document that is no playbook: %j",
  (text) => {
    expect(readPlaybookYaml(text)).toMatchObject({
      kind: "refused",
      problems: [{ message: "This is no playbook.", line: 1, column: 1 }],
    });
  },
);

test("a document that unfolds without end is refused, not unfolded", () => {
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x, x]",
    ...["b", "c", "d", "e", "f"].map((name, i) => {
      const before = String.fromCodePoint(97 + i);
      return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`;
    }),
  ].join("\n");

  expect(readPlaybookYaml(bomb)).toMatchObject({ kind: "refused" });
});
