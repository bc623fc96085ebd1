import type { Association } from "../hubspot/crm.ts";
import type { DealLabels } from "../store/deal-contacts.ts";

/** What the associations of each record are labelled with, by the record at their other end. */
export function labelsIn(found: ReadonlyMap<string, readonly Association[]>): DealLabels {
  const labels = new Map<string, Record<string, readonly string[]>>();
  for (const [id, associations] of found) {
    const named = associations.filter((each) => each.labels.length > 0);
    if (named.length > 0)
      labels.set(id, Object.fromEntries(named.map((each) => [each.toId, each.labels])));
  }
  return labels;
}
