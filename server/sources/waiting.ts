import { ringSafely } from "../queue/ring-safely.ts";
import { guardLease } from "../store/leases.ts";
import { moveSource } from "../store/sources.ts";
import { forgetWaiting, readWaiting } from "../store/waiting-submissions.ts";
import { findContacts, keepSubmissions } from "./claim-submissions.ts";
import type { Source } from "./source.ts";

const day = 86_400_000;
const hour = 3_600_000;
/** For an hour after it was sent; later, who is no contact yet is looked for once an hour. */
export const waitingEveryMs = 60_000;
/** HubSpot makes the contact within minutes; whom it has not made after this long it never will. */
const patienceMs = 30 * day;

/** Submissions whose contact was not there yet: looked for again, and given up after a month. */
export const waiting: Source = {
  name: "waiting",
  rows: "one",
  scope: "forms",
  step: async (run, row, lease) => {
    const { services, portal } = run;
    const submissions = await readWaiting(services.db, portal.portal_id);
    const emails = submissions.map(({ email }) => email);
    const contacts = await findContacts(run, emails, "live");
    const forgotten = await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const now = services.now();
      await keepSubmissions(trx, run, { submissions, contacts, lane: "live" });
      const done = { emails: [...contacts.keys()], before: now - patienceMs };
      const count = await forgetWaiting(trx, portal.portal_id, done);
      const isYoung = submissions.some(({ since }) => since > now - hour);
      await moveSource(trx, row, { readAt: now, dueAt: now + (isYoung ? waitingEveryMs : hour) });
      return count - submissions.filter(({ email }) => contacts.has(email)).length;
    });
    if (contacts.size > 0) await ringSafely(services, portal.portal_id, "live");
    if (forgotten > 0)
      services.log.info(
        { portalId: portal.portal_id, forgotten },
        "submissions given up: no contact has their address",
      );
  },
};
