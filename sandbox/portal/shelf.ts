import type { Table } from "../store/table-store.ts";
import type { CrmRecord } from "./record.ts";

/** All records of one object type, in the order of their ids. */
export type Shelf = {
  /** Archived ones too. */
  readonly get: (id: string) => CrmRecord | undefined;
  readonly put: (record: CrmRecord) => void;
  /** Takes a record away for good. */
  readonly remove: (id: string) => void;
  readonly all: () => IterableIterator<CrmRecord>;
  readonly size: () => number;
  /** Up to `limit` records whose id is not less than `from`. */
  readonly page: (query: PageQuery) => readonly CrmRecord[];
  /** The live record with that value of a property that is unique. */
  readonly findByValue: (name: string, value: string) => CrmRecord | undefined;
  readonly onPut: (listener: PutListener) => void;
};

type PageQuery = {
  readonly from: number;
  readonly limit: number;
  readonly archived: boolean;
};
/** Hears of every record as it was and as it is; one of the two is not there at either end. */
type PutListener = (previous: CrmRecord | undefined, next: CrmRecord | undefined) => void;

export function openShelf(table: Table<CrmRecord>): Shelf {
  const ids = [...table.keys()].map(Number).sort((a, b) => a - b);
  const indexes = new Map<string, Map<string, string>>();
  const listeners: PutListener[] = [];

  function put(record: CrmRecord): void {
    const previous = table.get(record.id);
    table.set(record.id, record);
    if (previous === undefined) insertSorted(ids, Number(record.id));
    for (const [name, index] of indexes) reindex(index, name, { previous, next: record });
    for (const listener of listeners) listener(previous, record);
  }

  function remove(id: string): void {
    const previous = table.get(id);
    if (previous === undefined) return;
    table.delete(id);
    ids.splice(lowerBound(ids, Number(id)), 1);
    for (const [name, index] of indexes) reindex(index, name, { previous, next: undefined });
    for (const listener of listeners) listener(previous, undefined);
  }

  function page({ from, limit, archived }: PageQuery): readonly CrmRecord[] {
    const found: CrmRecord[] = [];
    for (let at = lowerBound(ids, from); at < ids.length && found.length < limit; at += 1) {
      const record = table.get(String(ids[at]));
      if (record === undefined || (record.archivedAt !== undefined) !== archived) continue;
      found.push(record);
    }
    return found;
  }

  function indexOf(name: string): Map<string, string> {
    const known = indexes.get(name);
    if (known !== undefined) return known;
    const index = new Map<string, string>();
    for (const record of table.rows()) reindex(index, name, { previous: undefined, next: record });
    indexes.set(name, index);
    return index;
  }

  return {
    get: (id) => table.get(id),
    put,
    remove,
    all: () => table.rows(),
    size: () => table.size(),
    page,
    findByValue: (name, value) => table.get(indexOf(name).get(value) ?? ""),
    onPut: (listener) => listeners.push(listener),
  };
}

function reindex(
  index: Map<string, string>,
  name: string,
  { previous, next }: { previous: CrmRecord | undefined; next: CrmRecord | undefined },
): void {
  for (const old of previous === undefined ? [] : keysOf(previous, name)) {
    if (index.get(old) === previous?.id) index.delete(old);
  }
  if (next === undefined || next.archivedAt !== undefined) return;
  for (const value of keysOf(next, name)) index.set(value, next.id);
}

/** A contact is found by each of its addresses, of which a merge may have given it several. */
function keysOf({ values }: CrmRecord, name: string): readonly string[] {
  const more = name === "email" ? (values["hs_additional_emails"]?.split(";") ?? []) : [];
  const value = values[name];
  return value === undefined ? more : [value, ...more];
}

function insertSorted(ids: number[], id: number): void {
  const last = ids.at(-1);
  if (last === undefined || last < id) ids.push(id);
  else ids.splice(lowerBound(ids, id), 0, id);
}

function lowerBound(ids: readonly number[], id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? Infinity) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
