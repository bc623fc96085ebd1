import { evaluateDeal, outcomeKey } from "../../../src/evaluate.ts";
import type { DealFacts } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { person, stated } from "./build-facts.ts";

describe("a deal", () => {
  const deal: DealFacts = {
    id: "5",
    name: "Scheduling",
    stage: "qualifiedtobuy",
    isClosed: false,
    solution: "software",
    organizationType: stated("hospital"),
    account: { companyId: "9", name: "St. Brendan", people: [person("1", ["it_executive"])] },
  };
  const rolesOf = (facts: DealFacts) =>
    evaluateDeal(facts, { playbook }).missingRoles.map(({ id }) => id);

  test("asks for the later roles once it is past qualification, and says what stalls it", () => {
    const late = { ...deal, stage: "presentationscheduled" };

    expect(rolesOf(deal)).toEqual(["clinical"]);
    expect(rolesOf(late)).toEqual(["clinical", "security", "compliance", "finance", "procurement"]);
    expect(evaluateDeal(deal, { playbook }).stalledBecause).toBeNull();
    expect(evaluateDeal(late, { playbook })).toMatchObject({
      singleThreaded: true,
      stalledBecause: "Stalled because nobody speaks for Clinical executive or champion.",
    });
  });

  test("that is closed misses nobody", () => {
    const closed = evaluateDeal({ ...deal, isClosed: true }, { playbook });

    expect(closed).toMatchObject({ missingRoles: [], singleThreaded: false, stalledBecause: null });
  });

  test("is another outcome when somebody joins", () => {
    const people = [...deal.account.people, person("2", ["finance"])];
    const joined = { ...deal, account: { ...deal.account, people } };

    const key = (facts: DealFacts) => outcomeKey(evaluateDeal(facts, { playbook }));

    expect(key(joined)).not.toBe(key(deal));
  });
});
