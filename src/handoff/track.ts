import type { SourceClass } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { Signal } from "../facts/signal.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Clock, Playbook, Route, Solution } from "../playbook/playbook.ts";
import { strongestSignals } from "../scoring/decay.ts";

export type Track = { readonly route: Route; readonly clock: Clock };

/**
 * Where an MQL goes, and how fast: leads from syndication to their own queue, any other as the offer
 * behind its strongest signal says.
 */
export function trackOf(
  signals: readonly Signal[],
  source: Fact<SourceClass>,
  playbook: Playbook,
): Track {
  if (source.kind === "known" && source.value === "syndication")
    return { route: "syndication", clock: playbook.handoff.syndicationClock };
  const [strongest] = strongestSignals(signals, playbook);
  if (strongest === undefined) return playbook.handoff;
  const answered = playbook.offers.find(({ id }) => id === strongest.offerId);
  // A signal somebody entered by hand names no offer; one of its kind stands for it.
  return answered ?? playbook.offers.find((o) => o.signal === strongest.kind) ?? playbook.handoff;
}

/** What an MQL is about: the solution of the offer behind its strongest signal. */
export function solutionOf(signals: readonly Signal[], playbook: Playbook): Solution {
  const [strongest] = strongestSignals(signals, playbook);
  const answered = strongest && compiled(playbook).offerOf(strongest.offerId);
  return answered?.solution ?? playbook.solution;
}
