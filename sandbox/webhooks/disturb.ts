import type { Clock } from "../clock/clock.ts";
import type { WebhookEvent } from "./webhook-event.ts";

/** What the way of an event to the app may do to it; chances from 0 to 1. HubSpot promises neither order nor once. */
export type DeliveryFaults = {
  /** The event comes a second time, in a later delivery. */
  readonly duplicated: number;
  /** The event comes after later ones, by up to `delayMs` of the sandbox's time. */
  readonly delayed: number;
  readonly delayMs: number;
  /** The event never comes. */
  readonly lost: number;
  /** Events of one delivery travel in any order. */
  readonly shuffled: boolean;
};

export const noDeliveryFaults: DeliveryFaults = {
  duplicated: 0,
  delayed: 0,
  delayMs: 2_000,
  lost: 0,
  shuffled: false,
};

/** Stands between the events of changes and their delivery. */
export type Disturbance = {
  readonly faults: () => DeliveryFaults;
  readonly change: (faults: Partial<DeliveryFaults>) => void;
  readonly pass: (event: WebhookEvent, push: (event: WebhookEvent) => void) => void;
  readonly arrange: (events: readonly WebhookEvent[]) => readonly WebhookEvent[];
  /** Lets go at once of what it holds back. */
  readonly release: () => void;
};

export function openDisturbance(
  initial: Partial<DeliveryFaults>,
  { clock, random }: { readonly clock: Clock; readonly random: () => number },
): Disturbance {
  let faults = { ...noDeliveryFaults, ...initial };
  const held = new Set<() => void>();

  function happens(chance: number): boolean {
    return chance > 0 && random() < chance;
  }

  function hold(deliver: () => void): void {
    const callOff = clock.at(clock.now() + Math.ceil(random() * faults.delayMs), letGo);
    held.add(letGo);

    function letGo(): void {
      callOff();
      if (held.delete(letGo)) deliver();
    }
  }

  return {
    faults: () => faults,
    change: (wanted) => {
      faults = { ...faults, ...wanted };
    },
    pass: (event, push) => {
      if (happens(faults.lost)) return;
      if (happens(faults.duplicated)) hold(() => push(event));
      if (happens(faults.delayed)) hold(() => push(event));
      else push(event);
    },
    arrange: (events) => (faults.shuffled ? shuffle(events, random) : events),
    release: () => {
      for (const letGo of held) letGo();
    },
  };
}

/** Fisher and Yates: every order is equally likely. */
function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  const left = [...items];
  const shuffled: T[] = [];
  while (left.length > 0) shuffled.push(...left.splice(Math.floor(random() * left.length), 1));
  return shuffled;
}
