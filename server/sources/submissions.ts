import { z } from "zod";
import { submissionSignal } from "../../src/facts/read-signals.ts";
import { readEvery } from "../../src/playbook/reading-times.ts";
import { memoryOf } from "../../src/scoring/memory.ts";
import type { PortalRun } from "../context.ts";
import { AppError } from "../errors.ts";
import type { Gateway, Lane } from "../hubspot/crm.ts";
import type { Submission } from "../hubspot/form-calls.ts";
import { ringSafely } from "../queue/ring-safely.ts";
import { guardLease } from "../store/leases.ts";
import { hurrySource, moveSource, readSources } from "../store/sources.ts";
import { keepWaiting } from "../store/waiting-submissions.ts";
import { findContacts, keepSubmissions } from "./claim-submissions.ts";
import type { Source } from "./source.ts";
import { waitingEveryMs } from "./waiting.ts";

const name = "submissions";
/** How often a form is looked at; with more than 60 of them each gets its turn, one a second. */
const submissionsEveryMs = readEvery.submissions;
const apartMs = 1000;
/** What HubSpot lists late is still found. */
const overlapMs = 10 * 60_000;

const cursor = z.object({
  form: z.object({ id: z.string(), name: z.string() }),
  /** Everything up to this instant was read. */
  until: z.number().optional(),
  /** A reading that is under way: the newest it began with, and the page to go on with. */
  reading: z.object({ newest: z.number(), after: z.string() }).optional(),
});
type Cursor = z.infer<typeof cursor>;

/** The source that looks at one form. */
export function submissionsOf(formId: string): string {
  return `${name}:${formId}`;
}

/**
 * One page of what was sent with a form, newest first, down to where the last reading began. Who sent
 * it is told by the address alone; those who are no contact yet wait.
 */
export const submissions: Source = {
  name,
  rows: "each",
  scope: "forms",
  step: async (run, row, lease) => {
    const { services, portal, playbook, gateway } = run;
    const { form, until, reading } = cursor.parse(row.cursor);
    const lane = until === undefined ? "bulk" : "live"; // what is past can wait
    const page = await pageOf(gateway, { form, until, reading }, lane);
    if (page === null) {
      const dueAt = services.now() + submissionsEveryMs;
      return moveSource(services.db, row, { cursor: { form, until }, dueAt });
    }
    const floor = (until ?? services.now() - memoryOf(playbook)) - overlapMs;
    const sent = page.submissions.filter(({ at }) => at >= floor);
    const found = sent.flatMap((submission) => {
      const signal = submissionSignal(form, submission, playbook);
      const { email } = submission;
      return signal === null || email === null ? [] : [{ formId: form.id, email, signal }];
    });
    const emails = found.map(({ email }) => email);
    const contacts = await findContacts(run, emails, lane);
    const isLast = sent.length < page.submissions.length;
    const next = following({ form, until, reading }, { ...page, isLast });
    const pause = await pauseMs(run);
    await services.db.transaction().execute(async (trx) => {
      await guardLease(trx, lease);
      const now = services.now();
      await keepSubmissions(trx, run, { submissions: found, contacts, lane });
      const unknown = found.filter(({ email }) => !contacts.has(email));
      await keepWaiting(trx, portal.portal_id, { submissions: unknown, now });
      if (unknown.length > 0)
        await hurrySource(trx, portal.portal_id, {
          source: "waiting",
          dueAt: now + waitingEveryMs,
        });
      const dueAt = next.reading ? now : now + pause;
      await moveSource(trx, row, { cursor: next, dueAt, ...(!next.reading && { readAt: now }) });
    });
    if (found.length === 0) return;
    await ringSafely(services, portal.portal_id, "live");
    if (lane === "bulk") await ringSafely(services, portal.portal_id, "bulk");
  },
};

/** `null` where HubSpot no longer knows the page to go on with: the reading begins again. */
async function pageOf(gateway: Gateway, { form, reading }: Cursor, lane: Lane) {
  try {
    return await gateway.submissions(form.id, { after: reading?.after ?? null, lane });
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === "hubspot_rejected";
    if (isRefused && reading !== undefined) return null;
    throw error;
  }
}

function following(
  { form, until, reading }: Cursor,
  page: {
    readonly submissions: readonly Submission[];
    readonly after: string | null;
    readonly isLast: boolean;
  },
): Cursor {
  const newest = Math.max(reading?.newest ?? until ?? 0, ...page.submissions.map(({ at }) => at));
  if (page.after === null || page.isLast) return { form, until: newest };
  return { form, until, reading: { newest, after: page.after } };
}

async function pauseMs({ services, portal }: PortalRun): Promise<number> {
  const rows = await readSources(services.db, portal.portal_id);
  const count = rows.filter(({ source }) => source.startsWith(submissionsOf(""))).length;
  return Math.max(submissionsEveryMs, count * apartMs);
}
