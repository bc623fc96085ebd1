import type { Parts } from "./app.ts";
import { accountRoutes, installRoutes, ownerRoutes } from "./account-routes.ts";
import { associationBatchRoutes } from "./association-batch-routes.ts";
import { associationRoutes } from "./association-routes.ts";
import { associationV3Routes } from "./association-v3-routes.ts";
import { eventOccurrenceRoutes } from "./event-occurrence-routes.ts";
import { formRoutes, submissionRoutes } from "./form-routes.ts";
import { exportRoutes } from "./jobs/export-routes.ts";
import { importRoutes } from "./jobs/import-routes.ts";
import { libraryRoutes } from "./library-routes.ts";
import { marketingEventRoutes } from "./marketing-event-routes.ts";
import { mergeRoutes } from "./merge-routes.ts";
import { objectBatchRoutes } from "./object-batch-routes.ts";
import { objectRoutes } from "./object-routes.ts";
import { pipelineRoutes } from "./pipeline-routes.ts";
import { propertyRoutes } from "./property-routes.ts";
import type { Route } from "./route.ts";
import { searchRoutes } from "./search-routes.ts";
import { valueRuleRoutes } from "./value-rule-routes.ts";

export type Mounted = { readonly roots: readonly string[]; readonly routes: readonly Route[] };

const dated = ["2026-09", "2026-03"];
export const importRoots = below("/crm/imports", "/crm/v3/imports");

/** All that answers to an account's bearer token, below the roots of each version. The first that fits a path answers. */
export function apiRoutes(parts: Parts): readonly Mounted[] {
  const { portal, book, index, exports, imports } = parts;
  return [
    {
      roots: below("/crm/objects", "/crm/v3/objects"),
      routes: [
        ...objectBatchRoutes(portal),
        ...mergeRoutes(portal),
        ...searchRoutes(portal, index),
        ...objectRoutes(portal),
      ],
    },
    { roots: below("/crm/objects", "/crm/v4/objects"), routes: associationRoutes(portal) },
    {
      roots: below("/crm/associations", "/crm/associations/v4", "/crm/v4/associations"),
      routes: associationBatchRoutes(portal),
    },
    { roots: ["/crm/v3/associations"], routes: associationV3Routes(portal) },
    { roots: below("/crm/properties", "/crm/v3/properties"), routes: propertyRoutes(portal) },
    {
      roots: below("/crm/property-validations", "/crm/v3/property-validations"),
      routes: valueRuleRoutes(portal),
    },
    { roots: below("/crm/pipelines", "/crm/v3/pipelines"), routes: pipelineRoutes(portal) },
    { roots: ["/marketing/v3/forms"], routes: formRoutes(portal) },
    { roots: ["/form-integrations/v1/submissions/forms"], routes: submissionRoutes(portal) },
    {
      roots: below("/marketing/marketing-events", "/marketing/v3/marketing-events"),
      routes: marketingEventRoutes(portal),
    },
    {
      roots: below("/crm/owners", "/crm/owners/v3", "/crm/v3/owners"),
      routes: ownerRoutes(portal),
    },
    { roots: below("/account-info", "/account-info/v3"), routes: accountRoutes(portal) },
    {
      roots: below("/crm/object-library", "/crm/v3/object-library"),
      routes: libraryRoutes(portal),
    },
    {
      roots: below("/events/event-occurrences", "/events/v3/events"),
      routes: eventOccurrenceRoutes(portal),
    },
    {
      roots: below("/crm/exports", "/crm/v3/exports"),
      routes: exportRoutes(portal, book, exports),
    },
    { roots: importRoots, routes: importRoutes(portal, imports) },
    { roots: below("/appinstalls", "/appinstalls/v3"), routes: installRoutes(portal, book) },
  ];
}

/** The roots of the dated versions below a prefix, and those of older ones. */
function below(prefix: string, ...older: readonly string[]): readonly string[] {
  return [...dated.map((version) => `${prefix}/${version}`), ...older];
}
