import type { Express } from "express";
import type { EventJournal, JournalEntry } from "../../event-journal/event-journal.ts";
import type { OAuthBook } from "../../oauth/oauth-book.ts";
import { Problem } from "../../portal/problem.ts";
import { readParams, respond } from "../mount.ts";
import { requireSigned, signedAddress } from "../signed-address.ts";

const root = "/journal-files";

/** Where a file of the journal can be fetched for a while by whoever knows the address. */
export function fileAddress(book: OAuthBook, { offset }: JournalEntry, origin: string) {
  const { url, expires } = signedAddress(book, { origin, path: `${root}/${offset}` });
  return { url, expiresAt: new Date(expires).toISOString(), currentOffset: offset };
}

/** Serves the files; HubSpot keeps them with a storage service, at addresses of its own. */
export function serveJournalFiles(app: Express, book: OAuthBook, journal: EventJournal): void {
  app.get(`${root}/:offset`, (request, response) => {
    respond(response, () => {
      const { offset = "" } = readParams(request);
      requireSigned(book, request);
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
