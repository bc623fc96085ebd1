import type { WebhookEvent } from "./webhook-event.ts";

export type Attempt = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** A status code, or what went wrong instead of an answer. */
  readonly outcome: string;
};

/** Up to 100 events that travel together until somebody takes them. */
export type Delivery = {
  readonly id: number;
  readonly status: "collecting" | "waiting" | "delivered" | "given up";
  readonly events: readonly WebhookEvent[];
  readonly attempts: readonly Attempt[];
  /** Epoch milliseconds; not before this is it tried again. */
  readonly dueAt: number;
};

export const mostEvents = 100;

const minute = 60_000;
const hour = 60 * minute;
/** Waits before each of ten retries; together about 24 hours. */
const waits = [1, 5, 15, 30].map((minutes) => minutes * minute);
const longWaits = [1, 2, 3, 4, 6, 7].map((hours) => hours * hour);
const schedule: readonly number[] = [...waits, ...longWaits];

/**
 * A delivery after an attempt: delivered by any 2xx, else due again after a wait shortened by
 * `compression` and spread by up to a fifth (`random` in 0..1), or given up after ten retries.
 */
export function afterAttempt(
  delivery: Delivery,
  attempt: Attempt,
  { compression, random }: { readonly compression: number; readonly random: number },
): Delivery {
  const attempts = [...delivery.attempts, attempt];
  if (/^2\d\d$/.test(attempt.outcome)) return { ...delivery, attempts, status: "delivered" };
  const wait = schedule[delivery.attempts.length];
  if (wait === undefined) return { ...delivery, attempts, status: "given up" };
  const dueAt = attempt.at + Math.round((wait * (0.8 + 0.4 * random)) / compression);
  return { ...delivery, attempts, status: "waiting", dueAt };
}

/** The request body of the next attempt. */
export function bodyOf({ events, attempts }: Delivery): string {
  return JSON.stringify(events.map((event) => ({ ...event, attemptNumber: attempts.length })));
}
