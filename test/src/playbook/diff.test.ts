import type { Criterion } from "../../../src/criteria/criterion.ts";
import { diffPlaybooks } from "../../../src/playbook/diff/diff-playbooks.ts";
import { hybridPlaybook as hybrid } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { presets } from "../../../src/playbook/presets.ts";

const sentences = (after: Playbook) => diffPlaybooks(hybrid, after).map(({ sentence }) => sentence);
const criteria = (change: (list: readonly Criterion[]) => readonly Criterion[]): Playbook => ({
  ...hybrid,
  fit: { ...hybrid.fit, criteria: change(hybrid.fit.criteria) },
});
const replaced = (id: string, make: (criterion: Criterion) => Criterion) =>
  criteria((list) => list.map((each) => (each.id === id ? make(each) : each)));
const extra: Criterion = {
  id: "extra",
  label: "Extra",
  points: 5,
  fact: "email",
  condition: { operator: "EQ", value: "business" },
};

test("presets differ in what they ask for", () => {
  expect(sentences(presets.quality)).toEqual([
    "Name Quality instead of Hybrid.",
    "Preset quality instead of hybrid.",
    "Fit: minimum 60 instead of 50.",
    "Intent: minimum 20 instead of 6.",
    "Offer “Contact form”: route nurture instead of sales.",
  ]);
});

test.each<readonly [string, Playbook, readonly string[]]>([
  ["nothing but the version", { ...hybrid, version: 9 }, []],
  [
    "a new criterion",
    criteria((list) => [...list, extra]),
    ["Fit: criterion “Extra” new (5 points)."],
  ],
  [
    "one that is gone",
    criteria((list) => list.slice(0, -1)),
    ["Fit: criterion “EHR is known” gone."],
  ],
  ["an order", criteria((list) => list.toReversed()), ["Fit: order of criteria changed."]],
  [
    "points",
    replaced("country", (each) => ({ ...each, points: 3 })),
    ["Fit, criterion “In the United States”: points 3 instead of 5."],
  ],
  [
    "a limit",
    replaced("size_small", (each) => ({
      ...each,
      condition: { operator: "BETWEEN", low: 3, high: 19 },
    })),
    ["Fit, criterion “5 to 19 employees”: low 3 instead of 5."],
  ],
  [
    "what is tested",
    replaced("country", ({ id, label, points }) => ({
      id,
      label,
      points,
      all: [
        { fact: "country", condition: { operator: "IN", values: ["US", "CA"] } },
        { fact: "size", condition: { operator: "GTE", value: 5 } },
      ],
    })),
    [
      "Fit, criterion “In the United States”: tests “Country is US or CA and Number of employees is 5 or more”, no longer “Country is US”.",
    ],
  ],
  [
    "a list",
    { ...hybrid, readiness: { required: ["need", "timeline", "authority", "budget_path"] } },
    ["Readiness: required items now with budget_path, without next_step."],
  ],
  [
    "a clock",
    {
      ...hybrid,
      handoff: {
        ...hybrid.handoff,
        clock: { ...hybrid.handoff.clock, firstTouch: { kind: "hours", hours: 1 } },
      },
    },
    ["Handoff, clock: first touch 1 working hour instead of 2 working days."],
  ],
  [
    "a switch",
    { ...hybrid, committee: { ...hybrid.committee, requiredAtSql: false } },
    ["Committee: committee required for SQL no instead of yes."],
  ],
])("a change of %s is told in words", (_, after, expected) => {
  expect(sentences(after)).toEqual(expected);
});

test("whatever leaf of the document is changed, one sentence at least says so, at its place", () => {
  const document = JSON.stringify(hybrid);
  const leaves = leavesOf(JSON.parse(document), []);

  for (const path of leaves.filter(([key]) => key !== "version")) {
    const after = JSON.parse(document) as Playbook;
    change(after, path);
    const changes = diffPlaybooks(hybrid, after);

    expect({ path, isTold: changes.length > 0 }).toEqual({ path, isTold: true });
    expect(changes.every(({ sentence }) => /^\S.*\.$/u.test(sentence))).toBe(true);
  }
});

type Keys = readonly (string | number)[];

function leavesOf(value: unknown, path: Keys): readonly Keys[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, each]) => leavesOf(each, [...path, key as string | number]));
}

function change(document: unknown, path: Keys): void {
  const last = path.at(-1) ?? "";
  let parent = document as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const value = parent[last];
  parent[last] =
    typeof value === "number"
      ? value + 1
      : typeof value === "boolean"
        ? !value
        : `${String(value)}x`;
}

test("in which order keys stand is no difference", () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([k, v]) => [k, turned(v)]),
    );
  };

  expect(diffPlaybooks(hybrid, turned(hybrid) as typeof hybrid)).toEqual([]);
});
