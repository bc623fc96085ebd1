import { type ReturnReason, returnReasons, type Standing, type Status } from "../decision.ts";
import type { Observed, StandingContext } from "./standing.ts";
import type { StandingEvent } from "./standing-event.ts";

const dayMs = 86_400_000;
const returnable: readonly Status[] = ["nurture", "hold", "mql", "sql"];

/** What the handoff property says now, except an acceptance, which needs an MQL. */
export function listen(
  standing: Standing,
  { inputs }: Observed,
  context: StandingContext,
): readonly StandingEvent[] {
  const { handoff: word, returnReason } = inputs;
  const { status, handoff, heard, superseded } = standing;
  if (superseded !== null && word === superseded) return [];
  const shown: readonly StandingEvent[] = superseded === null ? [] : [{ kind: "replaced" }];
  const reason = reasonIn(returnReason);
  if (word === "returned" && handoff.kind === "returned" && reason && reason !== handoff.reason)
    return [...shown, returned(reason, handoff.at, context)];
  if (word === heard) return shown;
  if (word === "accepted") return shown;
  if (word === "returned" && returnable.includes(status))
    return [...shown, returned(reason, context.now, context)];
  // Our own word reaches HubSpot later than it is decided: an empty property does not take it back.
  if (word === null && heard === "offered") return shown;
  return [...shown, { kind: "heard", word }];
}

function reasonIn(text: string | null): ReturnReason | null {
  return returnReasons.find((reason) => reason === text) ?? null;
}

/** Where a returned contact goes: out for good, or to a cool-down after which it may come back. */
function returned(
  reason: ReturnReason | null,
  at: number,
  { playbook }: StandingContext,
): StandingEvent {
  switch (reason) {
    case "existing_customer":
      return { kind: "returned", at, to: "customer", reason, reenterAt: null };
    case "not_a_fit":
    case "competitor":
    case "vendor":
    case "student":
    case "job_seeker":
      return { kind: "returned", at, to: "disqualified", reason, reenterAt: null };
    case "no_need":
    case "no_timeline":
    case "no_authority":
    case "wrong_contact":
    case "duplicate":
    case "unreachable":
    case null: {
      const reenterAt = at + playbook.handoff.coolDownDays * dayMs;
      return { kind: "returned", at, to: "recycled", reason, reenterAt };
    }
  }
}
