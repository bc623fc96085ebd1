import type { Signal } from "../facts/signal.ts";
import type { Clock, Playbook, Route } from "../playbook/playbook.ts";
import { strongestSignals } from "../scoring/decay.ts";

export type Track = { readonly route: Route; readonly clock: Clock };

/** Where an MQL goes, and how fast: as the offer behind its strongest signal says. */
export function trackOf(signals: readonly Signal[], playbook: Playbook): Track {
  const [strongest] = strongestSignals(signals, playbook);
  if (strongest === undefined) return playbook.handoff;
  const answered = playbook.offers.find(({ id }) => id === strongest.offerId);
  // A signal somebody entered by hand names no offer; one of its kind stands for it.
  return answered ?? playbook.offers.find((o) => o.signal === strongest.kind) ?? playbook.handoff;
}
