import fc from "fast-check";
import type { Change } from "../../../src/explain/change.ts";
import { whyNot } from "../../../src/explain/why-not.ts";
import type { RoleId } from "../../../src/facts/vocabulary.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { RoleRequirement } from "../../../src/playbook/playbook.ts";
import { contactFacts, inputs, now, person, signal } from "../verdict/build-facts.ts";
import { after, type Case, cheaperWay, costOf, decide } from "./brute-force.ts";

describe("what makes an SQL", () => {
  const held: readonly RoleId[] = [
    "operations",
    "it_executive",
    "security",
    "physician_champion",
    "finance",
  ];
  const anyRequirement = fc
    .record({
      roles: fc.subarray([...held], { minLength: 1, maxLength: 3 }),
      people: fc.integer({ min: 1, max: 2 }),
    })
    .map((each): RoleRequirement => ({ ...each, id: "", label: "", weight: 1 }));
  const anyCase = fc
    .record({
      atSql: fc.array(anyRequirement, { maxLength: 2 }),
      people: fc.array(fc.subarray([...held], { maxLength: 2 }), { maxLength: 2 }),
      confirmed: fc.subarray(["need", "timeline", "authority"]),
      isAccepted: fc.boolean(),
      requiredAtSql: fc.boolean(),
    })
    .map(({ atSql, people, confirmed, isAccepted, requiredAtSql }): Case => {
      const template = {
        id: "small",
        includesParent: false,
        organizationTypes: ["independent_practice" as const],
        solutions: ["software" as const],
        atSql: atSql.map((each, i) => ({ ...each, id: `r${i}` })),
        later: [],
      };
      const committee = { ...hybridPlaybook.committee, requiredAtSql, templates: [template] };
      return {
        playbook: { ...hybridPlaybook, committee },
        facts: contactFacts({
          signals: [signal("demo_request", now)],
          inputs: inputs({ handoff: isAccepted ? "accepted" : null }, confirmed.join(" ")),
          account: {
            companyId: "9",
            name: "Lakeside",
            people: people.map((roles, i) => person(String(i), roles)),
          },
        }),
      };
    });
  const add = held.map((role): Change => ({ kind: "add_person", role }));
  const confirm = (["need", "timeline", "authority", "next_step"] as const).map(
    (item): readonly Change[] => [{ kind: "confirm", item }],
  );
  const universe: readonly (readonly Change[])[] = [
    [{ kind: "accept", step: 1 }],
    ...confirm,
    add,
    add,
    add,
  ];

  test("is true once it is applied, and nothing smaller does it", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const former = decide(one);
        fc.pre(former.status === "mql");

        const answer = whyNot(one.facts, former, { playbook: one.playbook, now });

        const changes = answer?.changes ?? [];
        expect(after(changes, one, former)).toBe("sql");
        expect(cheaperWay(universe, "sql", costOf(changes))(one, former)).toBeNull();
      }),
      { numRuns: 8 },
    );
  });
});
