import type { Table } from "../store/table-store.ts";
import type { CrmRecord } from "./record.ts";

/** All records of one object type, in the order of their ids. */
export type Shelf = {
  /** Archived ones too. */
  readonly get: (id: string) => CrmRecord | undefined;
  readonly put: (record: CrmRecord) => void;
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
type PutListener = (previous: CrmRecord | undefined, next: CrmRecord) => void;

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
  { previous, next }: { previous: CrmRecord | undefined; next: CrmRecord },
): void {
  const old = previous?.values[name];
  if (old !== undefined && index.get(old) === next.id) index.delete(old);
  const value = next.values[name];
  if (value !== undefined && next.archivedAt === undefined) index.set(value, next.id);
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
