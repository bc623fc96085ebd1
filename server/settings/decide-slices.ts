import { setImmediate } from "node:timers/promises";
import { withTaughtSpellings } from "../store/field-spellings.ts";
import type { ContactDecision } from "../../src/decision.ts";
import { evaluateContact } from "../../src/evaluate.ts";
import type { ContactFacts } from "../../src/facts/contact-facts.ts";
import { readContactFacts } from "../../src/facts/read-contact-facts.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { readsAlike } from "../../src/playbook/reads-alike.ts";
import { loadContacts } from "../assess/load-snapshots.ts";
import type { Services } from "../context.ts";
import { type DecidedContact, nextDecided } from "../store/what-ifs.ts";

/** How a contact would be decided. */
export type TrialDecision = {
  readonly id: string;
  readonly name: string;
  /** The status it has now. */
  readonly from: string;
  readonly decision: ContactDecision;
};

/** Few enough that whoever waits for the database or the process hardly notices. */
const sliceSize = 200;
/** So many decisions take a few milliseconds; then others have their turn. */
const breathEvery = 50;

/**
 * Decides every contact of a portal by a draft, slice by slice. What the playbook in force has read is
 * read again only where the draft reads otherwise.
 */
export async function* decideSlices(
  services: Services,
  portalId: string,
  trial: {
    readonly draft: Playbook;
    readonly inForce: Playbook;
    readonly offersFrom: number | null;
  },
): AsyncGenerator<readonly TrialDecision[]> {
  const { db, now } = services;
  const isAlike = readsAlike(trial.inForce, trial.draft);
  const at = { playbook: trial.draft, now: now(), offersFrom: trial.offersFrom };
  let after = "";
  for (;;) {
    const slice = await nextDecided(db, portalId, { after, limit: sliceSize });
    const last = slice.at(-1);
    if (!last) return;
    after = last.id;
    const facts = isAlike
      ? factsKept(slice)
      : await readAgain(services, portalId, { slice, trial });
    const decided: TrialDecision[] = [];
    for (const [i, { id, status, standing }] of slice.entries()) {
      const known = facts.get(id);
      if (!known) continue;
      const decision = evaluateContact(known, standing, at);
      decided.push({ id, name: known.name, from: status ?? "none", decision });
      if (i % breathEvery === breathEvery - 1) await setImmediate();
    }
    yield decided;
  }
}

function factsKept(slice: readonly DecidedContact[]): ReadonlyMap<string, ContactFacts> {
  return new Map(slice.map(({ id, facts }) => [id, facts]));
}

async function readAgain(
  { db }: Services,
  portalId: string,
  {
    slice,
    trial,
  }: {
    readonly slice: readonly DecidedContact[];
    readonly trial: { readonly draft: Playbook };
  },
): Promise<ReadonlyMap<string, ContactFacts>> {
  const ids = slice.map(({ id }) => id);
  const draft = await withTaughtSpellings(db, portalId, trial.draft);
  const loaded = await loadContacts(db, portalId, ids, draft);
  return new Map(
    loaded.map(({ record, snapshot }) => [record.object_id, readContactFacts(snapshot, draft)]),
  );
}
