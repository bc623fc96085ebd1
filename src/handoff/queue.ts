import type { Handoff } from "../decision.ts";
import type { Clock, Playbook, Queue } from "../playbook/playbook.ts";
import type { Track } from "./track.ts";

/** Where a contact waits now, or would wait: the queue of its open handoff, else that of its track. */
export function queueOf(handoff: Handoff, track: Track, playbook: Playbook): Queue {
  const { queues, second } = playbook.handoff;
  if (second !== null && stepOf(handoff) === 2) return second.queue;
  switch (handoff.kind) {
    case "offered":
    case "expired":
      return queues[handoff.route];
    case "accepted":
      return queues[track.route].side === "sales" ? queues[track.route] : queues.sales;
    case "none":
    case "returned":
      return queues[track.route];
  }
}

/** How fast it has to go there. */
export function clockOf(step: 1 | 2, track: Track, { handoff: { second } }: Playbook): Clock {
  return step === 2 && second !== null ? second.clock : track.clock;
}

/** The first handoff, until a second one is open or done. */
export function stepOf(handoff: Handoff): 1 | 2 {
  return "step" in handoff ? handoff.step : 1;
}

/** Who has an open handoff on the table. */
export function queueLabel(
  { route, step }: Extract<Handoff, { readonly kind: "offered" | "expired" }>,
  { handoff: { queues, second } }: Playbook,
): string {
  return step === 2 && second !== null ? second.queue.label : queues[route].label;
}
