import type { PortalRun } from "../context.ts";
import type { Lane } from "../hubspot/crm.ts";
import type { Trx } from "../store/open.ts";
import type { WorkLane } from "../store/schema.ts";
import { contactsByEmail, type WaitingSubmission } from "../store/waiting-submissions.ts";
import { keepSignals } from "./keep-signals.ts";

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

/** Keeps the signals of submissions whose contact was found. */
export async function keepSubmissions(
  trx: Trx,
  run: PortalRun,
  work: {
    readonly submissions: readonly WaitingSubmission[];
    readonly contacts: ReadonlyMap<string, string>;
    readonly lane: WorkLane;
  },
): Promise<void> {
  const found = work.submissions.flatMap(({ email, signal }) => {
    const contactId = work.contacts.get(email);
    return contactId === undefined ? [] : [{ contactId, signals: [signal] }];
  });
  // What was answered lately may not have been read yet.
  const readFrom = run.services.now() - day;
  await keepSignals(trx, run, { found, cause: "form submission", lane: work.lane, readFrom });
}
