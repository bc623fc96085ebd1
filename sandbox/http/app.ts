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
import { accountRoutes, installRoutes, ownerRoutes } from "./account-routes.ts";
import { associationBatchRoutes } from "./association-batch-routes.ts";
import { associationRoutes } from "./association-routes.ts";
import { associationV3Routes } from "./association-v3-routes.ts";
import { serveConsent } from "./consent-pages.ts";
import { serveControls } from "./control-routes.ts";
import { serveJournal } from "./event-journal/serve-journal.ts";
import { eventOccurrenceRoutes } from "./event-occurrence-routes.ts";
import { formRoutes, submissionRoutes } from "./form-routes.ts";
import { serveHome } from "./home-page.ts";
import { exportRoutes, serveExportFiles } from "./jobs/export-routes.ts";
import { importRoutes } from "./jobs/import-routes.ts";
import { readMultipart } from "./jobs/read-multipart.ts";
import { libraryRoutes } from "./library-routes.ts";
import { marketingEventRoutes } from "./marketing-event-routes.ts";
import { mergeRoutes } from "./merge-routes.ts";
import { mount, respond } from "./mount.ts";
import { objectBatchRoutes } from "./object-batch-routes.ts";
import { objectRoutes } from "./object-routes.ts";
import { pipelineRoutes } from "./pipeline-routes.ts";
import { propertyRoutes } from "./property-routes.ts";
import { serveFaults } from "./serve-faults.ts";
import { searchRoutes } from "./search-routes.ts";
import { serveTokens } from "./token-routes.ts";
import { valueRuleRoutes } from "./value-rule-routes.ts";

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

const dated = ["2026-09", "2026-03"];

/** Everything the sandbox answers. A path that is not here is refused loudly, never guessed. */
export function createApp(parts: Parts): Express {
  const { portal, book, limits, index } = parts;
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
  const guard = { portal, book, limits };
  const objects = [
    ...objectBatchRoutes(portal),
    ...mergeRoutes(portal),
    ...searchRoutes(portal, index),
    ...objectRoutes(portal),
  ];
  mount(app, { roots: below("/crm/objects", "/crm/v3/objects"), routes: objects }, guard);
  const links = associationRoutes(portal);
  mount(app, { roots: below("/crm/objects", "/crm/v4/objects"), routes: links }, guard);
  const batches = associationBatchRoutes(portal);
  const batchRoots = below("/crm/associations", "/crm/associations/v4", "/crm/v4/associations");
  mount(app, { roots: batchRoots, routes: batches }, guard);
  const older = associationV3Routes(portal);
  mount(app, { roots: ["/crm/v3/associations"], routes: older }, guard);
  const definitions = propertyRoutes(portal);
  mount(app, { roots: below("/crm/properties", "/crm/v3/properties"), routes: definitions }, guard);
  const rules = below("/crm/property-validations", "/crm/v3/property-validations");
  mount(app, { roots: rules, routes: valueRuleRoutes(portal) }, guard);
  const pipelines = pipelineRoutes(portal);
  mount(app, { roots: below("/crm/pipelines", "/crm/v3/pipelines"), routes: pipelines }, guard);
  mount(app, { roots: ["/marketing/v3/forms"], routes: formRoutes(portal) }, guard);
  const submissions = ["/form-integrations/v1/submissions/forms"];
  mount(app, { roots: submissions, routes: submissionRoutes(portal) }, guard);
  const events = below("/marketing/marketing-events", "/marketing/v3/marketing-events");
  mount(app, { roots: events, routes: marketingEventRoutes(portal) }, guard);
  const owners = ["/crm/owners/2026-09", "/crm/owners/2026-03", "/crm/owners/v3", "/crm/v3/owners"];
  mount(app, { roots: owners, routes: ownerRoutes(portal) }, guard);
  const accounts = below("/account-info", "/account-info/v3");
  mount(app, { roots: accounts, routes: accountRoutes(portal) }, guard);
  const library = below("/crm/object-library", "/crm/v3/object-library");
  mount(app, { roots: library, routes: libraryRoutes(portal) }, guard);
  const occurrences = below("/events/event-occurrences", "/events/v3/events");
  mount(app, { roots: occurrences, routes: eventOccurrenceRoutes(portal) }, guard);
  const exportRoots = below("/crm/exports", "/crm/v3/exports");
  mount(app, { roots: exportRoots, routes: exportRoutes(portal, book, parts.exports) }, guard);
  serveExportFiles(app, book, parts.exports);
  const importRoots = below("/crm/imports", "/crm/v3/imports");
  app.use(
    [...importRoots],
    (request, response, next) => void readMultipart(request, response, next),
  );
  mount(app, { roots: importRoots, routes: importRoutes(portal, parts.imports) }, guard);
  const installs = below("/appinstalls", "/appinstalls/v3");
  mount(app, { roots: installs, routes: installRoutes(portal, book) }, guard);
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

/** The roots of the dated versions below a prefix, and those of older ones. */
function below(prefix: string, ...older: readonly string[]): readonly string[] {
  return [...dated.map((version) => `${prefix}/${version}`), ...older];
}
