import { offerNaming } from "../../src/facts/match-offer.ts";
import { submissionSignal } from "../../src/facts/read-signals.ts";
import { guardLease } from "../store/leases.ts";
import { addSources, dropSources, moveSource, readSources } from "../store/sources.ts";
import { decideUnread } from "./decide-unread.ts";
import type { Source } from "./source.ts";
import { submissionsOf } from "./submissions.ts";

const everyMs = 10 * 60_000;

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
      const added = [...wanted].map(([source, form]) => ({ source, cursor: { form } }));
      await addSources(trx, portalId, added, now);
      const cursor = { playbook: playbook.version }; // another one asks for another look
      await moveSource(trx, row, { cursor, readAt: now, dueAt: now + everyMs });
      if (row.unavailable !== null) await decideUnread(trx, run);
    });
  },
};
