import { createHash } from "node:crypto";
import { z } from "zod";
import { offerNaming } from "../../src/facts/match-offer.ts";
import { submissionSignal } from "../../src/facts/read-signals.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { guardLease } from "../store/leases.ts";
import { touch, type Touch } from "../store/pending.ts";
import { dropFormSignals } from "../store/source-signals.ts";
import { addSources, dropSources, moveSource, readSources } from "../store/sources.ts";
import { decideUnread } from "./decide-unread.ts";
import type { Source } from "./source.ts";
import { submissionsOf } from "./submissions.ts";

const everyMs = 10 * 60_000;
const cursor = z.object({ mapping: z.string().optional() });

/**
 * Which forms are looked at: those that answer an offer of the playbook, by its list of forms or by
 * their name. A form that is gone or answers none any more is left alone.
 */
export const forms: Source = {
  name: "forms",
  rows: "one",
  scope: "forms",
  step: async (run, row, lease) => {
    const { services, portal, playbook, gateway } = run;
    const portalId = portal.portal_id;
    const listed = await gateway.forms("live");
    const mapping = mappingOf(playbook);
    const isMappedAnew = ![undefined, mapping].includes(cursor.parse(row.cursor).mapping);
    const now = services.now();
    const governed = listed.filter(
      (form) =>
        offerNaming(playbook.offers, form) !== null ||
        submissionSignal(form, { at: now, pageWords: "" }, playbook) !== null,
    );
    const wanted = new Map(governed.map((form) => [submissionsOf(form.id), form]));
    await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const present = await readSources(trx, portalId);
      const gone = present
        .map(({ source }) => source)
        .filter((source) => source.startsWith(submissionsOf("")) && !wanted.has(source));
      await dropSources(trx, portalId, gone);
      if (isMappedAnew) {
        const left = gone.map((source) => source.slice(submissionsOf("").length));
        const touches = (await dropFormSignals(trx, portalId, left)).map(touchOf);
        await touch(trx, portalId, { touches, lane: "bulk", now });
        // What was sent before may answer another offer now: it is read again.
        for (const [source, form] of wanted)
          await moveSource(trx, { portal_id: portalId, source }, { cursor: { form }, dueAt: now });
      }
      const added = [...wanted].map(([source, form]) => ({ source, cursor: { form } }));
      await addSources(trx, portalId, added, now);
      // Another playbook asks for another look.
      const next = { playbook: playbook.version, mapping };
      await moveSource(trx, row, { cursor: next, readAt: now, dueAt: now + everyMs });
      if (row.unavailable !== null) await decideUnread(trx, run);
    });
  },
};

/** All of the playbook that decides which form answers which offer. */
function mappingOf({ offers }: Playbook): string {
  const parts = offers.map(({ id, forms, match, signal, own }) => [id, forms, match, signal, own]);
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

function touchOf(objectId: string): Touch {
  return { objectType: "contacts", objectId, step: "assess", cause: "form no longer an offer" };
}
