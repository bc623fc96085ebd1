import type { ContactDecision } from "../../../src/decision.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import type { ContactFacts, Override } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { contactFacts, day, hour, inputs, now, signal } from "./build-facts.ts";

const until = Date.UTC(2026, 10, 30);
/** Midnight in the portal's time. */
const ends = until + day + 6 * hour;
const word = (status: Override["status"]): Override => ({
  status,
  reason: "strategic_account",
  until,
});
const quiet = contactFacts({ inputs: inputs({ override: word("mql") }) });
const decide = (facts: ContactFacts, former: ContactDecision | null, at = now) =>
  evaluateContact(facts, former?.standing ?? null, { playbook, now: at, offersFrom: now - day });

test("stands in for the verdict until its last day is over, and says why", () => {
  const overridden = decide(quiet, null);

  expect(overridden).toMatchObject({
    status: "mql",
    verdict: { kind: "not_yet" },
    override: { reason: "strategic_account" },
    nextAt: ends,
  });
  expect(overridden.reasons[0]).toBe("MQL by override until 30 Nov 2026: strategic account.");
  expect(decide(quiet, overridden, ends - 1).status).toBe("mql");
  expect(decide(quiet, overridden, ends)).toMatchObject({ status: "nurture", override: null });
});

test("takes an MQL off the list, but not one that sales has accepted", () => {
  const signals = [signal("demo_request", now)];
  const asked = contactFacts({ signals, inputs: inputs({ override: word("nurture") }) });
  const said = { ...asked, inputs: inputs({ handoff: "accepted", override: word("nurture") }) };
  const accepted = decide({ ...said, inputs: inputs({ handoff: "accepted" }) }, null);

  expect(decide(asked, null).status).toBe("nurture");
  expect(decide(said, accepted, now + hour).status).toBe("mql");
});

test("brings back what sales returned, because a person said so", () => {
  const signals = [signal("demo_request", now)];
  const returned = inputs({ handoff: "returned", returnReason: "not_a_fit" });
  const out = decide(contactFacts({ signals, inputs: returned }), null);
  const facts = contactFacts({ signals, inputs: { ...returned, override: word("mql") } });

  const back = decide(facts, out, now + hour);

  expect([out.status, back.status]).toEqual(["disqualified", "mql"]);
  expect(decide(facts, back, ends).status).toBe("nurture");
});
