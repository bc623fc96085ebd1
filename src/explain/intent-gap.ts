import { boundsOf } from "../criteria/score.ts";
import type { ContactFacts } from "../facts/contact-facts.ts";
import { signalKinds } from "../facts/signal.ts";
import { compiled } from "../playbook/compiled.ts";
import type { Playbook } from "../playbook/playbook.ts";
import { countedSignals } from "../scoring/counted-signals.ts";
import { factsOf } from "../scoring/fit.ts";
import { signalPoints } from "../scoring/intent.ts";
import { type Change, newSignal } from "./change.ts";

type SignalChange = Extract<Change, { readonly kind: "signal" }>;
type Moment = {
  readonly playbook: Playbook;
  readonly now: number;
  /** Signals up to here were returned. */
  readonly evidenceFrom: number | null;
};

/** Points that signals have to give, where criteria of intent give the rest. */
export function neededOfSignals(facts: ContactFacts, playbook: Playbook): number {
  return playbook.intent.minimum - boundsOf(compiled(playbook).intentPlan, factsOf(facts)).low;
}

/**
 * The fewest new signs of interest, of the playbook's kinds and offers, with which signals give
 * `needed` points; at least `fewest`. Exact: a number of them is given up only when no choice of so
 * many is enough. `null`: all of them together are not.
 */
export function intentGap(
  facts: ContactFacts,
  moment: Moment,
  asked: { readonly needed: number; readonly fewest: number },
): readonly SignalChange[] | null {
  const { needed, fewest } = asked;
  const among = { facts, moment };
  const before = countedBy([], among).length;
  const counting = candidateSignals(moment.playbook)
    .filter((change) => countedBy([change], among).length > before)
    .map((change) => ({ change, most: pointsOf([change], among) }))
    .toSorted((a, b) => b.most - a.most);
  // Kinds are capped one by one, so what adds nothing alone adds nothing with others.
  const base = pointsOf([], among);
  const gaining = counting.filter(({ most }) => most > base);
  const others = counting.filter(({ most }) => most <= base).slice(0, fewest);
  const candidates = [...gaining, ...others];
  const all = candidates.map(({ change }) => change);
  if (pointsOf(all, among) < needed) return null;
  for (let count = fewest; count <= candidates.length; count += 1) {
    const found = choose(count, candidates, { ...among, needed });
    if (found !== null) return found;
  }
  return null;
}

/** Every single new sign of interest that would be enough. */
export function enoughAlone(facts: ContactFacts, moment: Moment): readonly SignalChange[] {
  const needed = neededOfSignals(facts, moment.playbook);
  return candidateSignals(moment.playbook).filter(
    (change) => pointsOf([change], { facts, moment }) >= needed,
  );
}

function candidateSignals({ offers }: Playbook): readonly SignalChange[] {
  const unnamed = signalKinds.map((signal) => ({ kind: "signal", signal, offerId: null }) as const);
  const named = offers
    .filter(({ own }) => own)
    .map(({ id, signal }) => ({ kind: "signal", signal, offerId: id }) as const);
  return [...unnamed, ...named];
}

type Among = { readonly facts: ContactFacts; readonly moment: Moment };

function pointsOf(changes: readonly SignalChange[], among: Among): number {
  const { playbook, now } = among.moment;
  return signalPoints(countedBy(changes, among), compiled(playbook), now);
}

function countedBy(changes: readonly SignalChange[], { facts, moment }: Among) {
  const added = changes.map((change) => newSignal(change, moment.now));
  return countedSignals([...facts.signals, ...added], moment.evidenceFrom);
}

/** Depth first, the strongest first; a branch is left when the strongest that remain cannot do it. */
function choose(
  count: number,
  candidates: readonly { readonly change: SignalChange; readonly most: number }[],
  among: Among & { readonly needed: number },
): readonly SignalChange[] | null {
  const { needed } = among;
  const base = pointsOf([], among);
  const gains = candidates.map(({ most }) => most - base);
  const search = (
    chosen: readonly SignalChange[],
    from: number,
  ): readonly SignalChange[] | null => {
    const left = count - chosen.length;
    const points = pointsOf(chosen, among);
    if (left === 0) return points >= needed ? chosen : null;
    for (let at = from; at + left <= candidates.length; at += 1) {
      // Rounding gives each of them a point more at most.
      const most = gains.slice(at, at + left).reduce((sum, gain) => sum + gain + 1, points);
      const next = candidates[at];
      if (most < needed || next === undefined) return null;
      const found = search([...chosen, next.change], at + 1);
      if (found !== null) return found;
    }
    return null;
  };
  return search([], 0);
}
