import { type ReturnReason, returnReasons, type Standing, type Status } from "../decision.ts";
import type { HandoffWord } from "../facts/contact-facts.ts";
import type { Observed, StandingContext } from "./standing.ts";
import type { StandingEvent } from "./standing-event.ts";

const dayMs = 86_400_000;
const returnable: readonly Status[] = ["nurture", "hold", "mql", "sql"];

/** What the handoff property says now, except an acceptance, which needs an MQL. */
export function listen(
  standing: Standing,
  observed: Observed,
  context: StandingContext,
): readonly StandingEvent[] {
  const { handoff: word, returnReason } = observed.inputs;
  const { status, handoff, heard, superseded } = standing;
  if (superseded !== null && word === superseded) return [];
  const shown: readonly StandingEvent[] = superseded === null ? [] : [{ kind: "replaced" }];
  const reason = reasonIn(returnReason);
  if (word === "returned" && handoff.kind === "returned" && reason && reason !== handoff.reason)
    return [...shown, returned(reason, explained(standing, handoff.at), context)];
  if (word === heard) return shown;
  if (word === "accepted") return shown;
  if (word === "returned" && returnable.includes(status))
    return [...shown, returned(reason, seenUntil(context.now, observed), context)];
  // Our own word reaches HubSpot later than it is decided: what stands there till then is not news.
  if (isOffer(heard) && (word === null || isOffer(word))) return shown;
  return [...shown, { kind: "heard", word }];
}

function isOffer(word: HandoffWord | null): boolean {
  return word === "offered" || word === "offered_next";
}

type When = { readonly at: number; readonly evidenceFrom: number };

/** A signal dated ahead of its return was seen by then all the same. */
function seenUntil(at: number, { newestSignalAt }: Observed): When {
  return { at, evidenceFrom: Math.max(at, newestSignalAt ?? at) };
}

/** A reason that follows explains the same return: nothing more is given back with it. */
function explained({ evidenceFrom }: Standing, at: number): When {
  return { at, evidenceFrom: evidenceFrom ?? at };
}

function reasonIn(text: string | null): ReturnReason | null {
  return returnReasons.find((reason) => reason === text) ?? null;
}

/** Where a returned contact goes: out for good, or to a cool-down after which it may come back. */
function returned(
  reason: ReturnReason | null,
  when: When,
  { playbook }: StandingContext,
): StandingEvent {
  switch (reason) {
    case "existing_customer":
      return { kind: "returned", ...when, to: "customer", reason, reenterAt: null };
    case "not_a_fit":
    case "competitor":
    case "vendor":
    case "student":
    case "job_seeker":
      return { kind: "returned", ...when, to: "disqualified", reason, reenterAt: null };
    case "no_need":
    case "no_timeline":
    case "no_authority":
    case "wrong_contact":
    case "duplicate":
    case "unreachable":
    case null: {
      const reenterAt = when.at + playbook.handoff.coolDownDays * dayMs;
      return { kind: "returned", ...when, to: "recycled", reason, reenterAt };
    }
  }
}
