import type { Db } from "../../../server/store/open.ts";
import type { ContactDecision, DealDecision } from "../../../src/decision.ts";
import { outcomeKey } from "../../../src/evaluate.ts";
import type { Difference } from "./differences.ts";
import { groupBy } from "./group-by.ts";

type Kept = {
  readonly object_type: string;
  readonly object_id: string;
  readonly sequence: number;
  readonly outcome: string;
};

/** Each changed outcome is in the trail once, in order, and the last one is what stands. */
export async function trailFaults(
  db: Db,
  portalId: string,
  standings: readonly Kept[],
): Promise<readonly Difference[]> {
  const entries = await db
    .selectFrom("decisions")
    .select(["object_type", "object_id", "sequence", "decision", "redacted"])
    .where("portal_id", "=", portalId)
    .orderBy("sequence")
    .execute();
  const trails = groupBy(entries, (row) => `${row.object_type} ${row.object_id}`);
  const faults: Difference[] = [];
  for (const kept of standings) {
    const record = `${kept.object_type} ${kept.object_id}`;
    const trail = trails.get(record) ?? [];
    const sequences = trail.map((entry) => entry.sequence);
    const expected = sequences.map((_, index) => index + 1);
    if (JSON.stringify(sequences) !== JSON.stringify(expected))
      faults.push({ record, what: `its trail is numbered ${sequences.join(", ")}` });
    if (trail.some((entry) => entry.redacted)) continue;
    const outcomes = trail.map(({ decision }) =>
      inOrder(outcomeKey(decision as ContactDecision | DealDecision)),
    );
    const repeated = outcomes.findIndex((outcome, index) => outcome === outcomes[index + 1]);
    if (repeated >= 0)
      faults.push({ record, what: `entries ${repeated + 1} and ${repeated + 2} are one outcome` });
    if (outcomes.at(-1) !== inOrder(kept.outcome) || kept.sequence !== trail.length)
      faults.push({ record, what: "its last entry is not what stands" });
  }
  return faults;
}

/** PostgreSQL keeps the members of an object in an order of its own. */
function inOrder(json: string): string {
  return JSON.stringify(JSON.parse(json), (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
