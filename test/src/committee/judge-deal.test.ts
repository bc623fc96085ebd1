import { evaluateDeal, outcomeKey } from "../../../src/evaluate.ts";
import type { DealFacts } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { day, now, person, stated } from "../verdict/build-facts.ts";

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
    evaluateDeal(facts, { playbook, now }).missingRoles.map(({ id }) => id);

  test("asks for the later roles once it is past qualification, and says what stalls it", () => {
    const late = { ...deal, stage: "presentationscheduled" };

    expect(rolesOf(deal)).toEqual(["clinical"]);
    expect(rolesOf(late)).toEqual(["clinical", "security", "compliance", "finance", "procurement"]);
    expect(evaluateDeal(deal, { playbook, now }).stalledBecause).toBeNull();
    expect(evaluateDeal(late, { playbook, now })).toMatchObject({
      singleThreaded: true,
      stalledBecause: "Stalled because nobody speaks for Clinical executive or champion.",
    });
  });

  test("that is closed misses nobody", () => {
    const closed = evaluateDeal({ ...deal, isClosed: true }, { playbook, now });

    expect(closed).toMatchObject({
      missingRoles: [],
      goneSilent: [],
      singleThreaded: false,
      stalledBecause: null,
      nextAt: null,
    });
  });

  test.each([
    ["appointmentscheduled", ["clinical"]],
    ["presentationscheduled", ["clinical", "security", "compliance", "finance", "procurement"]],
    ["closedwon", []],
    ["a stage the playbook does not name", ["clinical"]],
    ["toString", ["clinical"]],
  ])("at stage %s the playbook decides who is asked for", (stage, expected) => {
    expect(rolesOf({ ...deal, stage })).toEqual(expected);
  });

  test("hangs on one person as long as nobody else shows a sign of life", () => {
    const isSingle = (...engaged: readonly (number | null)[]) => {
      const people = engaged.map((engagedAt, index) => person(`${index}`, [], { engagedAt }));
      const facts = { ...deal, account: { ...deal.account, people } };
      return evaluateDeal(facts, { playbook, now }).singleThreaded;
    };

    expect([isSingle(null), isSingle(now, null), isSingle(now)]).toEqual([true, true, true]);
    expect([isSingle(), isSingle(null, null), isSingle(now, now)]).toEqual([false, false, false]);
  });

  test("says who has gone silent, from the very instant on, and when the next one will", () => {
    const patience = playbook.committee.silentAfterDays * day;
    const people = [
      person("1", [], { engagedAt: now - patience }),
      person("2", [], { engagedAt: now - patience + 1 }),
      person("3", [], { engagedAt: now }),
      person("4", []),
    ];
    const facts = { ...deal, account: { ...deal.account, people } };
    const silentAt = (instant: number) => {
      const { goneSilent, nextAt } = evaluateDeal(facts, { playbook, now: instant });
      return { ids: goneSilent.map(({ id }) => id), nextAt };
    };

    expect(silentAt(now)).toEqual({ ids: ["1"], nextAt: now + 1 });
    expect(silentAt(now + 1)).toEqual({ ids: ["2", "1"], nextAt: now + patience });
    expect(silentAt(now + patience)).toEqual({ ids: ["3", "2", "1"], nextAt: null });
  });

  test("is another outcome when somebody joins", () => {
    const people = [...deal.account.people, person("2", ["finance"])];
    const joined = { ...deal, account: { ...deal.account, people } };

    const key = (facts: DealFacts) => outcomeKey(evaluateDeal(facts, { playbook, now }));

    expect(key(joined)).not.toBe(key(deal));
  });
});
