/** Stages in HubSpot's order; custom ones, evangelist and other are nobody's to leave but a person's. */
const stages = [
  "subscriber",
  "lead",
  "marketingqualifiedlead",
  "salesqualifiedlead",
  "opportunity",
  "customer",
];
const untouchedLeadStatuses: ReadonlySet<string> = new Set(["", "NEW", "OPEN"]);

/** Whether a property that people write too may be written now. `last`: what we wrote there last. */
export function mayWrite(write: {
  readonly name: string;
  readonly wanted: string;
  readonly there: string;
  readonly last: string | null;
}): boolean {
  const { name, wanted, there, last } = write;
  const wasMoved = last !== null && there !== last;
  switch (name) {
    case "lifecyclestage":
      return !wasMoved && isForward(there, wanted);
    case "hs_lead_status":
      return last === null ? untouchedLeadStatuses.has(there) : !wasMoved;
    case "medqual_handoff":
      // A wish may be older than the acceptance that somebody has entered meanwhile.
      return there !== "accepted";
    default:
      return true;
  }
}

function isForward(there: string, wanted: string): boolean {
  if (there === "") return true;
  const from = stages.indexOf(there);
  return from >= 0 && from < stages.indexOf(wanted);
}
