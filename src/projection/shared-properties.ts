import { mayRewrite } from "../fields/may-rewrite.ts";

/** HubSpot's own stages in its order. Evangelist and other stand outside of it. */
export const hubspotStages: readonly string[] = [
  "subscriber",
  "lead",
  "marketingqualifiedlead",
  "salesqualifiedlead",
  "opportunity",
  "customer",
];
/** Nobody's to leave but a person's, wherever a portal has put them. */
const protectedStages: ReadonlySet<string> = new Set([
  "opportunity",
  "customer",
  "evangelist",
  "other",
]);
const untouchedLeadStatuses: ReadonlySet<string> = new Set(["", "NEW", "OPEN"]);

/**
 * Whether a property that people write too may be written now. `last`: what we wrote there last.
 * `stages`: the portal's lifecycle stages in their order, its own among them; a stage that is not
 * named is nobody's to leave.
 */
export function mayWrite(write: {
  readonly name: string;
  readonly wanted: string;
  readonly there: string;
  readonly last: string | null;
  readonly stages: readonly string[];
}): boolean {
  const { name, wanted, there, last, stages } = write;
  const wasMoved = last !== null && there !== last;
  switch (name) {
    case "lifecyclestage":
      return !wasMoved && isForward(there, wanted, stages);
    case "hs_lead_status":
      return last === null ? untouchedLeadStatuses.has(there) : !wasMoved;
    case "hubspot_owner_id":
      return !wasMoved;
    case "medqual_handoff":
      // A wish may be older than the acceptance that somebody has entered meanwhile.
      return there !== "accepted" || (wanted === "offered_next" && last !== wanted);
    default:
      return mayRewrite(name, there, last);
  }
}

function isForward(there: string, wanted: string, stages: readonly string[]): boolean {
  if (there === "") return true;
  if (protectedStages.has(there)) return false;
  const from = stages.indexOf(there);
  return from >= 0 && from < stages.indexOf(wanted);
}
