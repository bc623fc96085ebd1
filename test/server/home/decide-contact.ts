import type { ContactDecision, Standing } from "../../../src/decision.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import { outcomeKey } from "../../../src/explain/outcome-key.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import type { Db } from "../../../server/store/open.ts";
import { keepDecisions } from "../../../server/store/standings.ts";
import { contactFacts } from "../../src/verdict/build-facts.ts";

/** One look at a contact: what was known of it at an instant, beside what every contact is like. */
export type Look = readonly [at: number, facts: Partial<ContactFacts>];

/** Decides a contact at each look, as the engine does, and keeps what it decided. */
export async function decideContact(
  db: Db,
  portalId: string,
  { id, looks }: { readonly id: string; readonly looks: readonly Look[] },
): Promise<ContactDecision | null> {
  let former: Standing | null = null;
  let last: ContactDecision | null = null;
  for (const [place, [now, more]] of looks.entries()) {
    const facts = contactFacts({ id, name: `Contact ${id}`, ...more });
    const decision: ContactDecision = evaluateContact(facts, former, {
      playbook,
      now,
      offersFrom: 0,
    });
    const row = {
      object_type: "contacts",
      object_id: id,
      sequence: place + 1,
      status: decision.status,
      standing: decision.standing,
      decision,
      facts,
      former,
      offersFrom: 0,
      outcome: outcomeKey(decision),
      isNew: true,
      decided_at: now,
      playbook_version: 1,
      cause: "test",
      sentence: decision.status,
      next_at: decision.nextAt,
    } as const;
    await db.transaction().execute((trx) => keepDecisions(trx, portalId, [row]));
    former = decision.standing;
    last = decision;
  }
  return last;
}
