import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import { howLate, howLateSignals } from "../../../src/playbook/lateness.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";

const playbook: Playbook = {
  ...hybridPlaybook,
  properties: [{ id: "contact.engagement", label: "Engagement", kind: "number" }],
  factSources: { ...hybridPlaybook.factSources, email: ["contact.email"], ehr: ["contact.ehr"] },
  fit: {
    minimum: 1,
    criteria: [
      { id: "a", label: "A", points: 1, fact: "email", condition: { operator: "HAS_PROPERTY" } },
      {
        id: "b",
        label: "B",
        points: 1,
        all: [
          { fact: "email", condition: { operator: "HAS_PROPERTY" } },
          { fact: "ehr", condition: { operator: "HAS_PROPERTY" } },
        ],
      },
    ],
  },
  intent: {
    ...hybridPlaybook.intent,
    criteria: [
      {
        id: "c",
        label: "C",
        points: 1,
        fact: "contact.engagement",
        condition: { operator: "GT", value: 1 },
      },
    ],
  },
};

test("a criterion is as late as the slowest of what it rests on, and says which that is", () => {
  const late = howLate(playbook, {
    pushed: new Set(["contact.email"]),
    calculated: new Set(["contact.engagement"]),
  });

  expect(
    late.map(({ criterionId, arrival, sentence }) => [criterionId, arrival, sentence]),
  ).toEqual([
    ["a", "pushed", "“A” follows a change of E-mail address within seconds."],
    ["b", "swept", "“B” follows a change of EHR system within about two minutes."],
    ["c", "listed", "“C” follows a change of Engagement by the next night."],
  ]);
});

test("a journal that can be read tells of what is not pushed; calculated values it does not", () => {
  const names = (hasJournal: boolean) => {
    const late = howLate(hybridPlaybook, {
      pushed: new Set(),
      calculated: new Set(["contact.email"]),
      hasJournal,
    });
    return [...new Set(late.map(({ arrival }) => arrival))].toSorted();
  };

  expect(names(false)).toContain("swept");
  expect(names(true)).toContain("journaled");
  expect(names(true)).not.toContain("swept");
});

test.each([
  ["demo_request", { forms: true, events: true }, 2],
  ["webinar_attended", { forms: true, events: true }, 8],
  ["webinar_attended", { forms: true, events: false }, 2],
  ["consultation", { forms: false, events: false }, 2],
] as const)("%s, where %o can be read, counts within %d minutes", (kind, readable, minutes) => {
  const late = howLateSignals(hybridPlaybook, readable).find((each) => each.kind === kind);

  expect(late?.sentence).toContain(`within about ${minutes} minutes`);
});
