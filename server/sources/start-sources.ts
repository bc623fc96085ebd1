import type { Services } from "../context.ts";
import { connectedPortals } from "../store/portals.ts";
import { nextSourceAt } from "../store/sources.ts";
import { readDueSources } from "./read-sources.ts";

const roundMs = 15_000;
const shortestMs = 1000;

/**
 * Reads the other sources of every portal when they are due, portals side by side. Every process has
 * one; the lease of a portal lets one of them in.
 */
export function startSources(services: Services): { readonly stop: () => Promise<void> } {
  const { db, now, log } = services;
  let stopped = false;
  let handle: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  function schedule(delayMs: number): void {
    if (!stopped) handle = setTimeout(() => (running = round()), delayMs);
  }

  async function round(): Promise<void> {
    let nextMs = roundMs;
    try {
      const portals = await connectedPortals(db);
      await Promise.all(portals.map(({ portal_id }) => read(portal_id)));
      const next = await nextSourceAt(db);
      if (next !== null) nextMs = Math.min(roundMs, Math.max(shortestMs, next - now()));
    } catch (error) {
      log.warn({ err: error }, "sources round failed");
    }
    schedule(nextMs);
  }

  async function read(portalId: string): Promise<void> {
    try {
      await readDueSources(services, portalId);
    } catch (error) {
      log.warn({ portalId, err: error }, "sources put off");
    }
  }

  schedule(0);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(handle);
      await running;
    },
  };
}
