import type { PortalRun } from "../context.ts";
import type { Lane } from "../hubspot/crm.ts";
import type { Trx } from "../store/open.ts";
import { touch, type Touch } from "../store/pending.ts";
import { addSignals, readRecords } from "../store/records.ts";
import type { WorkLane } from "../store/schema.ts";
import { contactsByEmail, type WaitingSubmission } from "../store/waiting-submissions.ts";

const day = 86_400_000;
/** HubSpot's batch size. */
const batchSize = 100;

/** Contacts of these addresses: from the mirror, and where it has none from HubSpot. */
export async function findContacts(
  run: PortalRun,
  emails: readonly string[],
  lane: Lane,
): Promise<ReadonlyMap<string, string>> {
  const mirrored = await contactsByEmail(run.services.db, run.portal.portal_id, emails);
  const found = new Map(mirrored);
  const rest = [...new Set(emails)].filter((email) => !mirrored.has(email));
  for (let i = 0; i < rest.length; i += batchSize) {
    const batch = rest.slice(i, i + batchSize);
    for (const [email, id] of await run.gateway.contactsByEmail(batch, lane)) found.set(email, id);
  }
  return found;
}

/**
 * Keeps the signals of submissions whose contact was found, and has those contacts decided again
 * that have a new one. Reading the same submission twice adds nothing.
 */
export async function keepSubmissions(
  trx: Trx,
  run: PortalRun,
  found: {
    readonly submissions: readonly WaitingSubmission[];
    readonly contacts: ReadonlyMap<string, string>;
    readonly lane: WorkLane;
  },
): Promise<void> {
  const portalId = run.portal.portal_id;
  const owned = found.submissions.flatMap(({ email, signal }) => {
    const contactId = found.contacts.get(email);
    return contactId === undefined ? [] : [{ contactId, signals: [signal] }];
  });
  const changed = await addSignals(trx, portalId, owned);
  const mirrored = await readRecords(trx, portalId, "contacts", changed);
  const now = run.services.now();
  const fresh = new Set(
    owned.filter(({ signals }) => signals.some(({ at }) => at > now - day)).map((o) => o.contactId),
  );
  const touchOf = (objectId: string, step: Touch["step"]): Touch => {
    return { objectType: "contacts", objectId, step, cause: "form submission" };
  };
  // What was answered lately may not have been read yet; reading records is live work.
  const isRead = (id: string) => mirrored.has(id) && !fresh.has(id);
  const read = changed.filter(isRead).map((id) => touchOf(id, "assess"));
  const unread = changed.filter((id) => !isRead(id)).map((id) => touchOf(id, "sync"));
  await touch(trx, portalId, { touches: read, lane: found.lane, now });
  await touch(trx, portalId, { touches: unread, lane: "live", now });
}
