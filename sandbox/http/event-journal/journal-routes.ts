import type { EventJournal, JournalEntry } from "../../event-journal/event-journal.ts";
import type { OAuthBook } from "../../oauth/oauth-book.ts";
import { profileOf, type Portal } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import { parseBody } from "../parse-body.ts";
import { param, queryValue, type Answer, type Call, type Route } from "../route.ts";
import { fixedScope } from "../scopes.ts";
import { offsetsBody } from "./journal-bodies.ts";
import { fileAddress } from "./journal-file.ts";

const mostEntries = 100;

/**
 * What happened, file by file; below `/webhooks-journal/journal/<version>`, and below
 * `/webhooks-journal/journal-local/<version>` for one account. Here there is only one.
 */
export function journalRoutes(
  portal: Portal,
  book: OAuthBook,
  journal: EventJournal,
): readonly Route[] {
  const routes: readonly Omit<Route, "method">[] = [
    { path: "/earliest", run: (call) => one(call, entriesFor(call)[0]) },
    { path: "/latest", run: (call) => one(call, entriesFor(call).at(-1)) },
    { path: "/offset/:offset/next", run: (call) => one(call, after(call)[0]) },
    { path: "/batch/earliest/:count", run: (call) => several(call, entriesFor(call), "first") },
    { path: "/batch/latest/:count", run: (call) => several(call, entriesFor(call), "last") },
    { path: "/batch/:offset/next/:count", run: (call) => several(call, after(call), "first") },
  ];
  const common = {
    query: ["installPortalId"],
    scopes: fixedScope("developer.webhooks_journal.read"),
    bucket: "journal",
  } as const;
  return [
    ...routes.map((route) => ({ ...route, ...common, method: "get" as const })),
    { method: "post", path: "/batch/read", ...common, run: readBatch },
  ];

  function entriesFor(call: Call): readonly JournalEntry[] {
    const wanted = queryValue(call, "installPortalId");
    const { portalId } = profileOf(portal);
    if (wanted === undefined || wanted === String(portalId)) return journal.entries();
    throw Problem.notFound(`The app is not installed in account ${wanted}`);
  }

  function after(call: Call): readonly JournalEntry[] {
    const entries = entriesFor(call);
    const at = entries.findIndex(({ offset }) => offset === param(call, "offset"));
    if (at < 0) throw Problem.notFound(`Offset ${param(call, "offset")} is unknown or has expired`);
    return entries.slice(at + 1);
  }

  function one(call: Call, entry: JournalEntry | undefined): Answer {
    if (entry === undefined) return { status: 204 };
    return { status: 200, body: fileAddress(book, entry, call.origin) };
  }

  function several(call: Call, entries: readonly JournalEntry[], end: "first" | "last"): Answer {
    const count = Number(param(call, "count"));
    if (!Number.isInteger(count) || count < 1 || count > mostEntries) {
      throw Problem.validation(`count must be a number from 1 to ${mostEntries}`);
    }
    const taken = end === "first" ? entries.slice(0, count) : entries.slice(-count);
    return { status: 200, body: batchOf(call, taken) };
  }

  function readBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, offsetsBody);
    const entries = entriesFor(call);
    const found = entries.filter(({ offset }) => inputs.includes(offset));
    const missing = inputs.filter((input) => !found.some(({ offset }) => offset === input));
    const body = batchOf(call, found);
    if (missing.length === 0) return { status: 200, body };
    const error = {
      status: "error",
      category: "OBJECT_NOT_FOUND",
      message: "Some offsets are unknown or have expired",
      context: { ids: missing },
    };
    return { status: 207, body: { ...body, numErrors: 1, errors: [error] } };
  }

  function batchOf(call: Call, entries: readonly JournalEntry[]) {
    const at = new Date(portal.now()).toISOString();
    const results = entries.map((entry) => fileAddress(book, entry, call.origin));
    return { status: "COMPLETE", results, startedAt: at, completedAt: at };
  }
}
