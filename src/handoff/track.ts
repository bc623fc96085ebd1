import type { SourceClass } from "../facts/contact-facts.ts";
import type { Fact } from "../facts/fact.ts";
import type { Signal } from "../facts/signal.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Clock, Playbook, Route, Solution } from "../playbook/playbook.ts";

export type Track = { readonly route: Route; readonly clock: Clock };

/**
 * Where an MQL goes, and how fast: leads from syndication to their own queue, any other as the offer
 * behind its strongest signal says.
 */
export function trackOf(
  strongest: Signal | undefined,
  source: Fact<SourceClass>,
  playbook: Playbook,
): Track {
  if (source.kind === "known" && source.value === "syndication")
    return { route: "syndication", clock: playbook.handoff.syndicationClock };
  if (strongest === undefined) return playbook.handoff;
  const answered = playbook.offers.find(({ id }) => id === strongest.offerId);
  // A signal somebody entered by hand names no offer; one of its kind stands for it.
  return answered ?? playbook.offers.find((o) => o.signal === strongest.kind) ?? playbook.handoff;
}

/** What an MQL is about: the solution of the offer behind its strongest signal. */
export function solutionOf(strongest: Signal | undefined, playbook: Playbook): Solution {
  const answered = strongest && compiled(playbook).offerOf(strongest.offerId);
  return answered?.solution ?? playbook.solution;
}
