import type { CrmRecord } from "../portal/record.ts";
import { idList, type IdList } from "./id-list.ts";
import type { Matcher } from "./match.ts";

const mostStanding = 8;
const mostRemembered = 64;

type Standing = { readonly matches: Matcher; readonly found: IdList<CrmRecord> };

/** Questions asked more than once: who matches is kept, and kept up with every write. */
export type StandingQueries = {
  /** Those of all records that match; `name` is the same for questions with the same answer. */
  readonly ask: (
    query: { readonly name: string; readonly matches: Matcher },
    all: Iterable<CrmRecord>,
  ) => Iterable<CrmRecord>;
  /** A record is as given from now on, or gone. */
  readonly hear: (id: string, live: CrmRecord | undefined) => void;
};

export function standingQueries(): StandingQueries {
  const standing = new Map<string, Standing>();
  const asked = new Set<string>();

  /** A question is worth keeping from the second time on; a walk through pages of ids never comes back. */
  function ask(
    { name, matches }: Parameters<StandingQueries["ask"]>[0],
    all: Iterable<CrmRecord>,
  ): Iterable<CrmRecord> {
    const known = standing.get(name);
    if (known !== undefined) {
      standing.delete(name);
      standing.set(name, known);
      return known.found.values();
    }
    if (!asked.has(name)) {
      remember(name);
      return filtered(all, matches);
    }
    const found = idList<CrmRecord>();
    for (const record of filtered(all, matches)) found.set(record.id, record);
    standing.set(name, { matches, found });
    dropOldest(standing, mostStanding);
    return found.values();
  }

  function remember(name: string): void {
    asked.add(name);
    dropOldest(asked, mostRemembered);
  }

  return {
    ask,
    hear: (id, live) => {
      for (const { matches, found } of standing.values()) {
        if (live !== undefined && matches(live)) found.set(id, live);
        else found.delete(id);
      }
    },
  };
}

function* filtered(all: Iterable<CrmRecord>, matches: Matcher): Generator<CrmRecord> {
  for (const record of all) if (matches(record)) yield record;
}

/** Maps and sets keep the order in which their keys came. */
function dropOldest(
  kept: { readonly size: number; keys(): Iterator<string>; delete(key: string): boolean },
  most: number,
): void {
  const oldest = kept.keys().next();
  if (kept.size > most && oldest.done !== true) kept.delete(oldest.value);
}
