import { objectTypeIds, type ObjectTypeId } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import type { CrmRecord } from "../portal/record.ts";
import { idList, type IdList } from "./id-list.ts";
import type { Matcher } from "./match.ts";
import { standingQueries, type StandingQueries } from "./standing-queries.ts";

/** Records as search sees them: as they were a few seconds ago. */
export type SearchIndex = {
  /** Live records of a type, in the order of their ids; the next write may change the list. */
  readonly visible: (type: ObjectTypeId) => Iterable<CrmRecord>;
  /** Those of them that match; `name` is the same for questions with the same answer. */
  readonly matching: (
    type: ObjectTypeId,
    query: { readonly name: string; readonly matches: Matcher },
  ) => Iterable<CrmRecord>;
};

/** A write search has not heard of yet; without a record it is gone for search. */
type Pending = { readonly at: number; readonly id: string; readonly live: CrmRecord | undefined };

/** Follows a portal's writes; what was written less than the index lag ago stays out of sight. */
export function openSearchIndex(portal: Portal): SearchIndex {
  const indexes = new Map(objectTypeIds.map((type) => [type, follow(portal, type)]));
  return {
    visible: (type) => indexes.get(type)?.visible() ?? [],
    matching: (type, query) => indexes.get(type)?.matching(query) ?? [],
  };
}

function follow(portal: Portal, type: ObjectTypeId) {
  const seen: IdList<CrmRecord> = idList();
  const standing = standingQueries();
  const waiting: Pending[] = [];
  let heard = 0;
  for (const record of portal.shelves[type].all()) {
    if (record.archivedAt === undefined) seen.set(record.id, record);
  }
  portal.shelves[type].onPut((before, next) => {
    const live = next?.archivedAt === undefined ? next : undefined;
    waiting.push({ at: portal.now(), id: next?.id ?? before?.id ?? "", live });
  });

  /** Writes are heard of in the order they were made in, as the clock never runs backwards. */
  function hear(): void {
    const until = portal.now() - portal.switches.searchIndexLagMs;
    for (let next = waiting[heard]; next !== undefined && next.at <= until; next = waiting[heard]) {
      if (next.live === undefined) seen.delete(next.id);
      else seen.set(next.id, next.live);
      standing.hear(next.id, next.live);
      heard += 1;
    }
    waiting.splice(0, heard);
    heard = 0;
  }

  function visible(): Iterable<CrmRecord> {
    hear();
    return seen.values();
  }

  return {
    visible,
    matching: (query: Parameters<StandingQueries["ask"]>[0]) => standing.ask(query, visible()),
  };
}
