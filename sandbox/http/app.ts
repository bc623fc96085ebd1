import express, { type ErrorRequestHandler, type Express } from "express";
import type { Clock } from "../clock/clock.ts";
import type { EventJournal } from "../event-journal/event-journal.ts";
import type { FaultBook } from "../faults/fault-book.ts";
import type { Exports } from "../jobs/exports.ts";
import type { Imports } from "../jobs/imports.ts";
import type { Limits } from "../limits/limits.ts";
import type { OAuthBook } from "../oauth/oauth-book.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { SearchIndex } from "../search/search-index.ts";
import type { Webhooks } from "../webhooks/open-webhooks.ts";
import { apiRoutes, importRoots } from "./api-routes.ts";
import { serveConsent } from "./consent-pages.ts";
import { serveControls } from "./control-routes.ts";
import { serveJournal } from "./event-journal/serve-journal.ts";
import { serveHome } from "./home-page.ts";
import { serveExportFiles } from "./jobs/export-routes.ts";
import { readMultipart } from "./jobs/read-multipart.ts";
import { mount, respond } from "./mount.ts";
import { serveFaults } from "./serve-faults.ts";
import { serveTokens } from "./token-routes.ts";

export type Parts = {
  readonly portal: Portal;
  readonly book: OAuthBook;
  readonly limits: Limits;
  readonly index: SearchIndex;
  readonly webhooks: Webhooks | undefined;
  readonly journal: EventJournal;
  readonly clock: Clock;
  readonly faults: FaultBook;
  readonly exports: Exports;
  readonly imports: Imports;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
};

/** Everything the sandbox answers. A path that is not here is refused loudly, never guessed. */
export function createApp(parts: Parts): Express {
  const { portal, book, limits } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(express.raw({ type: () => true, limit: "100mb" }));
  serveFaults(app, parts);
  serveHome(app, portal, book);
  serveConsent(app, portal, book);
  serveTokens(app, portal, book);
  serveControls(app, parts);
  serveJournal(app, parts);
  serveExportFiles(app, book, parts.exports);
  app.use([...importRoots], (request, response, next) => {
    void readMultipart(request, response, next);
  });
  const guard = { portal, book, limits };
  for (const mounted of apiRoutes(parts)) mount(app, mounted, guard);
  app.use((request, response) => {
    respond(response, () => {
      throw Problem.unsupported(`The sandbox does not do ${request.method} ${request.path}`);
    });
  });
  app.use(refuseBody);
  return app;
}

/** Bodies that could not be read: too long, or cut off. Express knows errors by four parameters. */
const refuseBody: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  respond(response, () => {
    throw Problem.validation(`The request body can't be read: ${String(error)}`);
  });
};
