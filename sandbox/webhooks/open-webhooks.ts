import type { Clock } from "../clock/clock.ts";
import { isInstalled, type OAuthBook } from "../oauth/oauth-book.ts";
import type { Portal } from "../portal/portal.ts";
import type { TableStore } from "../store/table-store.ts";
import { openDeliverer, type Deliverer } from "./deliverer.ts";
import { openDisturbance, type DeliveryFaults, type Disturbance } from "./disturb.ts";
import { eventsOf } from "./webhook-event.ts";

/** All that sends an app its webhooks. */
export type Webhooks = {
  readonly deliverer: Deliverer;
  readonly disturbance: Disturbance;
  readonly close: () => Promise<void>;
};

export type WebhookRun = {
  readonly store: TableStore;
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly compression: number;
  readonly faults: Partial<DeliveryFaults>;
};

/** Follows a portal's changes for the app; undefined when the app has no webhooks. */
export function openWebhooks(
  portal: Portal,
  book: OAuthBook,
  { store, clock, random, compression, faults }: WebhookRun,
): Webhooks | undefined {
  const { app } = book;
  if (app.webhooks === undefined) return undefined;
  const { targetUrl, maxConcurrentRequests } = app.webhooks;
  const disturbance = openDisturbance(faults, { clock, random });
  const deliverer = openDeliverer(store.table("deliveries"), {
    targetUrl,
    clientSecret: app.clientSecret,
    maxConcurrentRequests,
    compression,
    clock,
    random,
    arrange: disturbance.arrange,
  });
  const nextEventId = () => (portal.switches.eventIdsRepeat ? 1 : Math.floor(random() * 2 ** 32));
  // Only a portal that has the app installed sends it anything.
  portal.onChange((change) => {
    if (!isInstalled(book)) return;
    for (const event of eventsOf(change, { portal, app, nextEventId })) {
      disturbance.pass(event, deliverer.push);
    }
  });
  return {
    deliverer,
    disturbance,
    close: () => {
      disturbance.release();
      return deliverer.close();
    },
  };
}
