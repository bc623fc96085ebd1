import { guardLease } from "../store/leases.ts";
import { contactsOwnedBy, replaceOwners } from "../store/owners.ts";
import { touch } from "../store/pending.ts";
import { moveSource } from "../store/sources.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import type { Source } from "./source.ts";

const everyMs = 10 * 60_000;

/** Who works here: leads of those who have left go to whom their queue falls back on. */
export const owners: Source = {
  name: "owners",
  rows: "one",
  scope: "crm.objects.owners.read",
  step: async (run, row, lease) => {
    const { services, portal, gateway } = run;
    const portalId = portal.portal_id;
    const listed = await gateway.owners("live");
    const affected = await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const now = services.now();
      const changed = await replaceOwners(trx, portalId, listed);
      const contactIds = await contactsOwnedBy(trx, portalId, changed);
      const touches = contactIds.map((objectId) => ({
        objectType: "contacts" as const,
        objectId,
        step: "assess" as const,
        cause: "owner left or came back",
      }));
      await touch(trx, portalId, { touches, lane: "bulk", now });
      await moveSource(trx, row, { readAt: now, dueAt: now + everyMs });
      return contactIds.length;
    });
    if (affected > 0) await ringSafely(services, portalId, "bulk");
  },
};
