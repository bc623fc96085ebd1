import type { Express } from "express";
import { identifyApp } from "../../oauth/app-tokens.ts";
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
  const below = (...names: readonly string[]) =>
    names.flatMap((name) => [
      ...versions.map((version) => `/webhooks-journal/${name}/${version}`),
      `/webhooks/v4/${name}`,
    ]);
  const { snapshots, status } = snapshotRoutes(portal, journal);
  const reading = [...journalRoutes(portal, book, journal), ...status];
  mount(app, { roots: below("journal", "journal-local"), routes: reading }, guard);
  mount(app, { roots: below("snapshots"), routes: snapshots }, guard);
  const subscriptions = journalSubscriptionRoutes(portal, book, journal);
  mount(app, { roots: below("subscriptions"), routes: subscriptions }, guard);
  serveJournalFiles(app, book, journal);
}
