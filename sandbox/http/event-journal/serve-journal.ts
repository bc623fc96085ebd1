import type { Express } from "express";
import { identifyApp } from "../../oauth/app-tokens.ts";
import type { Mounted } from "../api-routes.ts";
import type { Parts } from "../app.ts";
import { mount } from "../mount.ts";
import { serveJournalFiles } from "./journal-file.ts";
import { journalRoutes } from "./journal-routes.ts";
import { snapshotRoutes } from "./snapshot-routes.ts";
import { journalSubscriptionRoutes } from "./subscription-routes.ts";

const versions = ["2026-09", "2026-03"];

/** HubSpot's Webhooks Journal, which knows an app by its own token and not by an account's. */
export function serveJournal(app: Express, parts: Parts): void {
  const { portal, book, limits, journal } = parts;
  const guard = { portal, book, limits, identify: identifyApp };
  for (const mounted of journalApiRoutes(parts)) mount(app, mounted, guard);
  serveJournalFiles(app, book, journal);
}

/** What the journal answers, below the roots of each version. */
export function journalApiRoutes({ portal, book, journal }: Parts): readonly Mounted[] {
  const { snapshots, status } = snapshotRoutes(portal, journal);
  return [
    {
      roots: [...below("journal"), ...below("journal-local")],
      routes: [...journalRoutes(portal, book, journal), ...status],
    },
    { roots: below("snapshots"), routes: snapshots },
    { roots: below("subscriptions"), routes: journalSubscriptionRoutes(portal, book, journal) },
  ];
}

function below(name: string): readonly string[] {
  return [
    ...versions.map((version) => `/webhooks-journal/${name}/${version}`),
    `/webhooks/v4/${name}`,
  ];
}
