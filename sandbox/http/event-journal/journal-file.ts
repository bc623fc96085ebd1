import { createHmac, timingSafeEqual } from "node:crypto";
import type { Express } from "express";
import type { EventJournal, JournalEntry } from "../../event-journal/event-journal.ts";
import type { OAuthBook } from "../../oauth/oauth-book.ts";
import { Problem } from "../../portal/problem.ts";
import { readParams, readQuery, respond } from "../mount.ts";

const root = "/journal-files";
const openMs = 5 * 60_000;

/** Where a file of the journal can be fetched for a while by whoever knows the address. */
export function fileAddress(book: OAuthBook, { offset }: JournalEntry, origin: string) {
  const expires = book.now() + openMs;
  const signature = signatureOf(book, offset, String(expires));
  return {
    url: `${origin}${root}/${offset}?expires=${expires}&signature=${signature}`,
    expiresAt: new Date(expires).toISOString(),
    currentOffset: offset,
  };
}

/** Serves the files; HubSpot keeps them with a storage service, at addresses of its own. */
export function serveJournalFiles(app: Express, book: OAuthBook, journal: EventJournal): void {
  app.get(`${root}/:offset`, (request, response) => {
    respond(response, () => {
      const { offset = "" } = readParams(request);
      const { expires: [expires = ""] = [], signature: [signature = ""] = [] } = readQuery(
        request,
        { query: ["expires", "signature"] },
      );
      const isSigned = isEqual(signature, signatureOf(book, offset, expires));
      if (!isSigned || Number(expires) <= book.now()) {
        throw new Problem(403, { message: "Request has expired" });
      }
      const entry = journal.entries().find((other) => other.offset === offset);
      if (entry === undefined) throw Problem.notFound(`No journal file ${offset}`);
      const { events, publishedAt } = entry;
      return {
        status: 200,
        body: { offset, journalEvents: events, publishedAt: new Date(publishedAt).toISOString() },
      };
    });
  });
}

function signatureOf({ app }: OAuthBook, offset: string, expires: string): string {
  return createHmac("sha256", app.clientSecret).update(`${offset}/${expires}`).digest("hex");
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
