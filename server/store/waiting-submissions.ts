import { sql } from "kysely";
import type { Signal } from "../../src/facts/signal.ts";
import type { Db, Trx } from "./open.ts";

/** Somebody sent a form; `email` in lower case is all that says who. */
export type WaitingSubmission = {
  readonly formId: string;
  readonly email: string;
  readonly signal: Signal;
};

export async function keepWaiting(
  trx: Trx,
  portalId: string,
  work: { readonly submissions: readonly WaitingSubmission[]; readonly now: number },
): Promise<void> {
  if (work.submissions.length === 0) return;
  await trx
    .insertInto("waiting_submissions")
    .values(
      work.submissions.map(({ formId, email, signal }) => ({
        portal_id: portalId,
        form_id: formId,
        at: signal.at,
        email,
        signal: JSON.stringify(signal),
        since: work.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function readWaiting(
  db: Db | Trx,
  portalId: string,
): Promise<readonly (WaitingSubmission & { readonly since: number })[]> {
  const rows = await db
    .selectFrom("waiting_submissions")
    .select(["form_id", "email", "signal", "since"])
    .where("portal_id", "=", portalId)
    .orderBy("at")
    .limit(1000)
    .execute();
  return rows.map(({ form_id: formId, email, signal, since }) => ({
    formId,
    email,
    signal,
    since,
  }));
}

/** Found their contact, or waited too long. */
export async function forgetWaiting(
  trx: Trx,
  portalId: string,
  which: { readonly emails: readonly string[]; readonly before: number },
): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom("waiting_submissions")
    .where("portal_id", "=", portalId)
    .where((e) =>
      e.or([
        e("since", "<", which.before),
        ...(which.emails.length > 0 ? [e("email", "in", [...which.emails])] : []),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ids of contacts in the mirror by their address, in lower case. */
export async function contactsByEmail(
  db: Db | Trx,
  portalId: string,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (emails.length === 0) return new Map();
  const { rows } = await sql<{ email: string; object_id: string }>`
    select lower(properties->>'email') as email, object_id from records
    where portal_id = ${portalId} and object_type = 'contacts' and not gone
      and lower(properties->>'email') in (${sql.join([...new Set(emails)])})`.execute(db);
  return new Map(rows.map(({ email, object_id }) => [email, object_id]));
}
