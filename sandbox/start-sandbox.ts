import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { openClock, type Clock } from "./clock/clock.ts";
import { openEventJournal, type EventJournal } from "./event-journal/event-journal.ts";
import type { NewFaultRule } from "./faults/fault.ts";
import { openFaultBook, type FaultBook } from "./faults/fault-book.ts";
import { createApp } from "./http/app.ts";
import { openExports } from "./jobs/exports.ts";
import { openImports } from "./jobs/imports.ts";
import { openLimits } from "./limits/limits.ts";
import { openOAuthBook } from "./oauth/oauth-book.ts";
import { startAutomations } from "./portal/automations.ts";
import { isSeeded, loadSeed } from "./portal/load-seed.ts";
import { openPortal, type Portal } from "./portal/portal.ts";
import type { AppRegistration } from "./project/app-registration.ts";
import { openSearchIndex } from "./search/search-index.ts";
import type { SeedPortal, SeedStream } from "./seed/seed-portal.ts";
import { openStore, type TableStore } from "./store/table-store.ts";
import { defaultSwitches, type Switches } from "./switches.ts";
import type { DeliveryFaults } from "./webhooks/disturb.ts";
import { openWebhooks, type Webhooks } from "./webhooks/open-webhooks.ts";

export type SandboxOptions = {
  /** 0 takes a free port. */
  readonly port: number;
  /** The app that may be connected; `readProject` makes one from a HubSpot project folder. */
  readonly app: AppRegistration;
  /** What an empty portal is filled with; called only then, with the sandbox's time. */
  readonly seed: (now: number) => SeedPortal | SeedStream;
  /** Where everything is kept between runs; memory only when not given. */
  readonly dataDir?: string | undefined;
  readonly switches?: Partial<Switches> | undefined;
  /** The machine's clock, in epoch milliseconds; the sandbox's own starts from it and can be moved. */
  readonly now?: (() => number) | undefined;
  /** What a new portal's clock reads at first, in epoch milliseconds; the machine's time when not given. */
  readonly startAt?: number | undefined;
  /** 0 ≤ x < 1; spreads retries and makes event ids. */
  readonly random?: (() => number) | undefined;
  /** How many times faster than HubSpot failed webhooks are sent again; 1 when not given. */
  readonly timeCompression?: number | undefined;
  readonly faults?: readonly NewFaultRule[] | undefined;
  readonly deliveryFaults?: Partial<DeliveryFaults> | undefined;
};

export type Sandbox = {
  /** Base of all addresses, without a slash at the end. */
  readonly url: string;
  readonly portal: Portal;
  readonly clock: Clock;
  readonly faults: FaultBook;
  /** Stops serving and sending, and writes what is not written yet. May be called again. */
  readonly close: () => Promise<void>;
};

/** Opens a portal (filling it when it is new) and serves it on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { app, random = Math.random } = options;
  const store = openStore(options.dataDir);
  const seeded = isSeeded(store);
  // What is left of a filling that was cut short would stand beside the new records.
  if (!seeded) store.clear();
  const clock = openClock(store.table("clock"), {
    machine: options.now ?? Date.now,
    start: options.startAt,
  });
  const { now } = clock;
  const portal = openPortal({ store, now, switches: { ...defaultSwitches, ...options.switches } });
  if (!seeded) loadSeed(portal, options.seed(now()));
  const book = openOAuthBook(store, { app, now });
  const { timeCompression: compression = 1, deliveryFaults = {} } = options;
  const webhooks = openWebhooks(portal, book, {
    store,
    clock,
    random,
    compression,
    faults: deliveryFaults,
  });
  const journal = openEventJournal(portal, book, { store, clock });
  const faults = openFaultBook();
  for (const rule of options.faults ?? []) faults.add(rule);
  // Last of all, so that what happened is told before what follows from it.
  startAutomations(portal);
  const index = openSearchIndex(portal);
  const limits = openLimits(portal);
  const server = createApp({
    portal,
    book,
    limits,
    index,
    webhooks,
    journal,
    clock,
    faults,
    exports: openExports(portal, index, { store, clock }),
    imports: openImports(portal, { store, clock }),
    random,
  }).listen(options.port, "127.0.0.1");
  const port = await listening(server);
  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    portal,
    clock,
    faults,
    close: () => (closed ??= closeAll(server, { webhooks, journal, clock, store })),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => resolve((server.address() as AddressInfo).port));
  });
}

async function closeAll(
  server: Server,
  parts: {
    readonly webhooks: Webhooks | undefined;
    readonly journal: EventJournal;
    readonly clock: Clock;
    readonly store: TableStore;
  },
): Promise<void> {
  const { webhooks, journal, clock, store } = parts;
  const stopped = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await webhooks?.close();
  await stopped;
  journal.publish();
  clock.close();
  store.close();
}
