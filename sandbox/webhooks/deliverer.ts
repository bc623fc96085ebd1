import type { Clock } from "../clock/clock.ts";
import type { Table } from "../store/table-store.ts";
import { afterAttempt, bodyOf, mostEvents, type Delivery } from "./delivery.ts";
import { signatureHeaders } from "./signature.ts";
import type { WebhookEvent } from "./webhook-event.ts";

export type Deliverer = {
  /** Takes an event; it travels with those that follow within a moment. */
  readonly push: (event: WebhookEvent) => void;
  /** Deliveries still known, newest first. */
  readonly recent: () => readonly Delivery[];
  /** Stops sending. What is not delivered stays for the next start. */
  readonly close: () => Promise<void>;
};

export type DelivererSettings = {
  readonly targetUrl: string;
  readonly clientSecret: string;
  readonly maxConcurrentRequests: number;
  /** How many times faster than HubSpot retries follow each other. */
  readonly compression: number;
  readonly clock: Clock;
  readonly random: () => number;
  /** In what order the events of a delivery travel. */
  readonly arrange: (events: readonly WebhookEvent[]) => readonly WebhookEvent[];
};

const collectMs = 100;
const timeoutMs = 5_000;
const keptFinished = 300;

/** Sends events to an app's target, and again until they are taken or ten retries have failed. */
export function openDeliverer(deliveries: Table<Delivery>, settings: DelivererSettings): Deliverer {
  const { clock } = settings;
  const ready: number[] = [];
  const inFlight = new Set<Promise<void>>();
  const stop = new AbortController();
  let lastId = Math.max(0, ...[...deliveries.keys()].map(Number));
  let collecting: { readonly id: number; readonly timer: NodeJS.Timeout } | undefined;

  for (const delivery of [...deliveries.rows()].sort((a, b) => a.id - b.id)) {
    if (isFinished(delivery)) continue;
    deliveries.set(String(delivery.id), { ...delivery, status: "waiting" });
    clock.at(delivery.dueAt, () => makeReady(delivery.id));
  }

  function push(event: WebhookEvent): void {
    const open = collecting && deliveries.get(String(collecting.id));
    const delivery = open ?? newDelivery();
    const events = [...delivery.events, event];
    deliveries.set(String(delivery.id), { ...delivery, events });
    if (events.length >= mostEvents) finishCollecting();
  }

  function newDelivery(): Delivery {
    lastId += 1;
    const id = lastId;
    // How long HubSpot gathers events is a matter of the wire: it passes on the machine's clock.
    collecting = { id, timer: setTimeout(finishCollecting, collectMs) };
    return { id, status: "collecting", events: [], attempts: [], dueAt: clock.now() };
  }

  function finishCollecting(): void {
    const delivery = collecting && deliveries.get(String(collecting.id));
    clearTimeout(collecting?.timer);
    collecting = undefined;
    if (delivery === undefined) return;
    const events = settings.arrange(delivery.events);
    deliveries.set(String(delivery.id), { ...delivery, events });
    makeReady(delivery.id);
  }

  function makeReady(id: number): void {
    ready.push(id);
    sendReady();
  }

  function sendReady(): void {
    while (inFlight.size < settings.maxConcurrentRequests && !stop.signal.aborted) {
      const delivery = deliveries.get(String(ready.shift()));
      if (delivery === undefined) return;
      const attempt = send(delivery).finally(() => {
        inFlight.delete(attempt);
        sendReady();
      });
      inFlight.add(attempt);
    }
  }

  async function send(delivery: Delivery): Promise<void> {
    const outcome = await post(settings, bodyOf(delivery), stop.signal);
    // An attempt cut off by our own stop says nothing about the receiver.
    if (stop.signal.aborted) return;
    const { compression, random } = settings;
    const attempt = { at: clock.now(), outcome };
    const next = afterAttempt(delivery, attempt, { compression, random: random() });
    deliveries.set(String(next.id), next);
    if (next.status === "waiting") clock.at(next.dueAt, () => makeReady(next.id));
    else forgetOldest(deliveries);
  }

  return {
    push,
    recent: () => [...deliveries.rows()].sort((a, b) => b.id - a.id),
    close: async () => {
      stop.abort();
      clearTimeout(collecting?.timer);
      await Promise.all(inFlight);
    },
  };
}

async function post(
  { targetUrl, clientSecret, clock }: DelivererSettings,
  body: string,
  stop: AbortSignal,
): Promise<string> {
  try {
    const response = await fetch(targetUrl, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "HubSpot Connect 2.0 (sandbox)",
        ...signatureHeaders({ clientSecret, url: targetUrl, body, timestamp: clock.machine() }),
      },
      redirect: "manual",
      signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return String(response.status);
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): string {
  if (isTimeout(error)) return `no answer within ${timeoutMs} ms`;
  if (!(error instanceof Error)) return "failed";
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** A time-out is a DOMException, which not every realm counts among its errors. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "name" in error && error.name === "TimeoutError"
  );
}

function isFinished({ status }: Delivery): boolean {
  return status === "delivered" || status === "given up";
}

function forgetOldest(deliveries: Table<Delivery>): void {
  if (deliveries.size() <= keptFinished) return;
  const finished = [...deliveries.rows()].filter(isFinished).sort((a, b) => a.id - b.id);
  for (const { id } of finished.slice(0, Math.max(0, finished.length - keptFinished))) {
    deliveries.delete(String(id));
  }
}
