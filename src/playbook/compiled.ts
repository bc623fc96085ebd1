import { compilePlan, type Plan } from "../criteria/plan.ts";
import type { Subject } from "../facts/contact-facts.ts";
import { type Signal, signalKinds } from "../facts/signal.ts";
import type { Offer, Playbook, SignalWorth } from "./playbook.ts";
import { labelsOf } from "./subject-labels.ts";

/** A playbook made ready to judge with. */
export type Compiled = {
  readonly fitPlan: Plan;
  readonly intentPlan: Plan;
  /** Points and half-life of a signal: the offer's own, else those of its kind at the offer's stage. */
  readonly worthOf: (signal: Pick<Signal, "kind" | "offerId">) => SignalWorth;
  /** Most points that the signals of each kind may give, in the order of the kinds. */
  readonly caps: readonly number[];
  /** More than all signals together can give. */
  readonly mostSignalPoints: number;
  readonly offerOf: (id: string | null) => Offer | null;
  /** What people call a subject. */
  readonly labelOf: (subject: Subject) => string;
};

const prepared = new WeakMap<Playbook, Compiled>();

/** A playbook never changes, so it is prepared once, and for as long as somebody holds it. */
export function compiled(playbook: Playbook): Compiled {
  const known = prepared.get(playbook);
  if (known !== undefined) return known;
  const made = compile(playbook);
  prepared.set(playbook, made);
  return made;
}

function compile({ fit, intent, offers, properties }: Playbook): Compiled {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const offerOf = (id: string | null) => (id === null ? null : (byId.get(id) ?? null));
  return {
    fitPlan: compilePlan(fit.criteria, properties),
    intentPlan: compilePlan(intent.criteria, properties),
    worthOf: ({ kind, offerId }) => {
      const rule = intent.signals[kind];
      const offer = offerOf(offerId);
      if (offer === null) return rule;
      return offer.worth ?? rule.byStage?.[offer.stage] ?? rule;
    },
    caps: signalKinds.map((kind) => intent.signals[kind].cap),
    mostSignalPoints: signalKinds.reduce((sum, kind) => sum + intent.signals[kind].cap, 0),
    offerOf,
    labelOf: labelsOf({ properties }),
  };
}
