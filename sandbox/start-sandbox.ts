import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { createApp } from "./http/app.ts";
import { openLimits } from "./limits/limits.ts";
import { isInstalled, openOAuthBook, type OAuthBook } from "./oauth/oauth-book.ts";
import { startAutomations } from "./portal/automations.ts";
import { isSeeded, loadSeed } from "./portal/load-seed.ts";
import { openPortal, profileOf, type Portal } from "./portal/portal.ts";
import type { AppRegistration } from "./project/app-registration.ts";
import { openSearchIndex } from "./search/search-index.ts";
import type { SeedPortal } from "./seed/seed-portal.ts";
import { openStore, type TableStore } from "./store/table-store.ts";
import { defaultSwitches, type Switches } from "./switches.ts";
import { openDeliverer, type Deliverer } from "./webhooks/deliverer.ts";
import { eventsOf } from "./webhooks/webhook-event.ts";

export type SandboxOptions = {
  /** 0 takes a free port. */
  readonly port: number;
  /** The app that may be connected; `readProject` makes one from a HubSpot project folder. */
  readonly app: AppRegistration;
  /** What an empty portal is filled with; called only then, with the sandbox's time. */
  readonly seed: (now: number) => SeedPortal;
  /** Where everything is kept between runs; memory only when not given. */
  readonly dataDir?: string | undefined;
  readonly switches?: Partial<Switches> | undefined;
  /** Epoch milliseconds; the machine's clock when not given. */
  readonly now?: (() => number) | undefined;
  /** 0 ≤ x < 1; spreads retries and makes event ids. */
  readonly random?: (() => number) | undefined;
  /** How many times faster than HubSpot failed webhooks are sent again; 1 when not given. */
  readonly timeCompression?: number | undefined;
};

export type Sandbox = {
  /** Base of all addresses, without a slash at the end. */
  readonly url: string;
  readonly portal: Portal;
  /** Stops serving and sending, and writes what is not written yet. May be called again. */
  readonly close: () => Promise<void>;
};

/** Opens a portal (filling it when it is new) and serves it on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { app, now = Date.now, random = Math.random } = options;
  const store = openStore(options.dataDir);
  const seeded = isSeeded(store);
  // What is left of a filling that was cut short would stand beside the new records.
  if (!seeded) store.clear();
  const portal = openPortal({ store, now, switches: { ...defaultSwitches, ...options.switches } });
  if (!seeded) loadSeed(portal, options.seed(now()));
  const book = openOAuthBook(store, { app, now });
  const { timeCompression: compression = 1 } = options;
  const deliverer = openWebhooks(book, { store, now, random, compression });
  if (deliverer !== undefined) sendChanges(portal, { book, deliverer, random });
  // Last of all, so that what happened is told before what follows from it.
  startAutomations(portal);
  const index = openSearchIndex(portal);
  const limits = openLimits(() => profileOf(portal).portalId, now);
  const server = createApp({ portal, book, limits, index, deliverer }).listen(
    options.port,
    "127.0.0.1",
  );
  const port = await listening(server);
  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    portal,
    close: () => (closed ??= closeAll(server, { deliverer, store })),
  };
}

function openWebhooks(
  { app }: OAuthBook,
  run: {
    readonly store: TableStore;
    readonly now: () => number;
    readonly random: () => number;
    readonly compression: number;
  },
): Deliverer | undefined {
  if (app.webhooks === undefined) return undefined;
  const { targetUrl, maxConcurrentRequests } = app.webhooks;
  const { store, now, random, compression } = run;
  return openDeliverer(store.table("deliveries"), {
    targetUrl,
    clientSecret: app.clientSecret,
    maxConcurrentRequests,
    compression,
    now,
    random,
  });
}

/** Only a portal that has the app installed sends it anything. */
function sendChanges(
  portal: Portal,
  parts: { readonly book: OAuthBook; readonly deliverer: Deliverer; readonly random: () => number },
): void {
  const { book, deliverer, random } = parts;
  const nextEventId = () => (portal.switches.eventIdsRepeat ? 1 : Math.floor(random() * 2 ** 32));
  portal.onChange((change) => {
    if (!isInstalled(book)) return;
    for (const event of eventsOf(change, { portal, app: book.app, nextEventId })) {
      deliverer.push(event);
    }
  });
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => resolve((server.address() as AddressInfo).port));
  });
}

async function closeAll(
  server: Server,
  { deliverer, store }: { deliverer: Deliverer | undefined; store: TableStore },
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await deliverer?.close();
  await stopped;
  store.close();
}
