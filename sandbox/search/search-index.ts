import { objectTypeIds, type ObjectTypeId } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import type { CrmRecord } from "../portal/record.ts";

/** Records as search sees them: as they were a few seconds ago. */
export type SearchIndex = {
  /** Live records of a type, in the order of their ids. */
  readonly visible: (type: ObjectTypeId) => readonly CrmRecord[];
};

type Pending = { readonly visibleAt: number; readonly before: CrmRecord | undefined };

/** Follows a portal's writes; what was written less than the index lag ago stays out of sight. */
export function openSearchIndex(portal: Portal): SearchIndex {
  const pendingByType = new Map<ObjectTypeId, Map<string, Pending[]>>();
  for (const type of objectTypeIds) {
    const pending = new Map<string, Pending[]>();
    pendingByType.set(type, pending);
    portal.shelves[type].onPut((before, next) => {
      const id = next?.id ?? before?.id ?? "";
      const visibleAt = portal.now() + portal.switches.searchIndexLagMs;
      pending.set(id, [...(pending.get(id) ?? []), { visibleAt, before }]);
    });
  }

  return {
    visible: (type) => {
      const pending = pendingByType.get(type) ?? new Map<string, Pending[]>();
      forgetIndexed(pending, portal.now());
      const records: CrmRecord[] = [];
      for (const record of portal.shelves[type].all()) {
        const waiting = pending.get(record.id)?.[0];
        const seen = waiting === undefined ? record : waiting.before;
        if (seen !== undefined && seen.archivedAt === undefined) records.push(seen);
      }
      // A record that was merged or forgotten is found until the index hears of it.
      for (const [id, [waiting]] of pending) {
        const seen = portal.shelves[type].get(id) === undefined ? waiting?.before : undefined;
        if (seen !== undefined && seen.archivedAt === undefined) records.push(seen);
      }
      return records.sort((a, b) => Number(a.id) - Number(b.id));
    },
  };
}

function forgetIndexed(pending: Map<string, Pending[]>, now: number): void {
  for (const [id, writes] of pending) {
    const waiting = writes.filter(({ visibleAt }) => visibleAt > now);
    if (waiting.length === 0) pending.delete(id);
    else pending.set(id, waiting);
  }
}
