import type { Playbook } from "../playbook/playbook.ts";
import { matchOffer, offerNaming } from "./match-offer.ts";
import type { Signal } from "./signal.ts";

/** A webinar or a fair, as HubSpot's list of marketing events shows it. */
export type MarketingEvent = {
  readonly id: string;
  readonly name: string;
  /** The organiser's word for its kind. */
  readonly type: string | null;
};

export type Participation = {
  readonly state: "REGISTERED" | "ATTENDED" | "CANCELLED" | "NO_SHOW";
  /** When the state was reached, and when the participation was first heard of; epoch milliseconds. */
  readonly at: number;
  readonly since: number;
};

/** Whether an offer of the playbook is about this event. */
export function isGoverned(event: MarketingEvent, playbook: Playbook): boolean {
  return (["registration", "attendance"] as const).some(
    (part) => offerFor(event, part, playbook) !== null,
  );
}

/**
 * What taking part in an event says. Who registered and did not come has registered all the same;
 * who cancelled takes it back: `withdrawn` are the ids that no longer hold.
 */
export function eventSignals(
  event: MarketingEvent,
  { state, at, since }: Participation,
  playbook: Playbook,
): { readonly signals: readonly Signal[]; readonly withdrawn: readonly string[] } {
  const id = `event:${event.id}`;
  const ids = { registration: `${id}:registered`, attendance: `${id}:attended` };
  const sign = (part: "registration" | "attendance", when: number): readonly Signal[] => {
    const offer = offerFor(event, part, playbook);
    if (offer === null) return [];
    const { signal: kind, own } = offer;
    return [{ id: ids[part], kind, offerId: offer.id, at: when, own, label: event.name }];
  };
  switch (state) {
    case "REGISTERED":
      return { signals: sign("registration", at), withdrawn: [ids.attendance] };
    case "NO_SHOW":
      return { signals: sign("registration", since), withdrawn: [ids.attendance] };
    case "ATTENDED":
      return { signals: sign("attendance", at), withdrawn: [] };
    case "CANCELLED":
      return { signals: [], withdrawn: [ids.registration, ids.attendance] };
  }
}

/** The offer that names the event; for one that calls itself a webinar also the one it matches. */
function offerFor(
  event: MarketingEvent,
  part: "registration" | "attendance",
  { offers }: Playbook,
) {
  const kind = part === "attendance" ? "webinar_attended" : "webinar_registered";
  const mine = offers.filter(({ signal }) => signal === kind);
  const named = offerNaming(mine, event);
  if (named !== null) return named;
  if (!/webinar/i.test(`${event.name} ${event.type ?? ""}`)) return null;
  return matchOffer(mine, `webinar ${part} ${event.name}`);
}
