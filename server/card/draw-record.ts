import type { ContactDecision, DealDecision } from "../../src/decision.ts";
import type { ContactFacts, DealFacts } from "../../src/facts/contact-facts.ts";
import type { Records } from "../../src/facts/read-text.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { ContactCardView, DealCardView } from "../../src/view/card-view.ts";
import { contactCardView } from "../../src/view/contact-card.ts";
import { dealCardView } from "../../src/view/deal-card.ts";
import type { Db } from "../store/open.ts";
import { type MirrorRecord, readRecords } from "../store/records.ts";
import { readContactDecisions } from "../store/standings.ts";

/** What a card draws of a record that was decided, from its last decision and the mirror. */
export async function drawRecord(
  db: Db,
  portalId: string,
  {
    decision,
    facts,
  }: {
    readonly decision: ContactDecision | DealDecision;
    readonly facts: ContactFacts | DealFacts;
  },
  at: {
    readonly playbook: Playbook;
    readonly now: number;
    readonly record: MirrorRecord | undefined;
  },
): Promise<ContactCardView | DealCardView> {
  const { playbook, now, record } = at;
  if (decision.kind === "deal") {
    const deal = facts as DealFacts;
    const ids = deal.account.people.map(({ id }) => id);
    const contacts = await readContactDecisions(db, portalId, ids);
    return dealCardView(decision, deal, { playbook, contacts });
  }
  const known = record && { records: await recordsOf(db, portalId, record) };
  return contactCardView(decision, facts as ContactFacts, { playbook, now, ...known });
}

async function recordsOf(db: Db, portalId: string, contact: MirrorRecord): Promise<Records> {
  const { company_id: id } = contact;
  const company =
    id === null ? undefined : (await readRecords(db, portalId, "companies", [id])).get(id);
  return {
    contact: { id: contact.object_id, properties: contact.properties },
    company:
      company && !company.gone ? { id: company.object_id, properties: company.properties } : null,
  };
}
