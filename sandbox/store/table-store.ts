import { openJournal, type Row } from "./journal.ts";

/** Rows by key. A row is replaced, never changed in place, so that its new state gets written. */
export type Table<V> = {
  readonly get: (key: string) => V | undefined;
  readonly set: (key: string, row: V) => void;
  readonly delete: (key: string) => void;
  readonly keys: () => IterableIterator<string>;
  readonly rows: () => IterableIterator<V>;
  readonly size: () => number;
};

export type TableStore = {
  /** The table of that name; always the same one for the same name. */
  readonly table: <V>(name: string) => Table<V>;
  /** Forgets everything, on disk too. */
  readonly clear: () => void;
  /** Writes what is not written yet and closes the file. */
  readonly close: () => void;
};

/**
 * Tables held in memory and, when a directory is given, written to a journal there. All changes made
 * in one turn of the event loop are appended together, so a kill keeps either all of them or none.
 */
export function openStore(directory: string | undefined): TableStore {
  const tables = new Map<string, Map<string, unknown>>();
  const dirty = new Map<string, Set<string>>();
  const journal = directory === undefined ? undefined : openJournal(directory, load, live);
  let scheduled: NodeJS.Immediate | undefined;

  function load([table, key, value]: Row): void {
    if (value === undefined) rowsOf(table).delete(key);
    else rowsOf(table).set(key, value);
  }

  function* live(): Generator<Row> {
    for (const [table, rows] of tables) for (const [key, value] of rows) yield [table, key, value];
  }

  function rowsOf(table: string): Map<string, unknown> {
    const rows = tables.get(table) ?? new Map<string, unknown>();
    tables.set(table, rows);
    return rows;
  }

  function touch(table: string, key: string): void {
    if (journal === undefined) return;
    const keys = dirty.get(table) ?? new Set();
    dirty.set(table, keys.add(key));
    scheduled ??= setImmediate(flush);
  }

  function flush(): void {
    if (scheduled !== undefined) clearImmediate(scheduled);
    scheduled = undefined;
    if (journal === undefined || dirty.size === 0) return;
    journal.append(changed());
    dirty.clear();
  }

  function* changed(): Generator<Row> {
    for (const [table, keys] of dirty) {
      const rows = rowsOf(table);
      // A row that is gone has no third element: undefined in an array would be written as null.
      for (const key of keys) yield rows.has(key) ? [table, key, rows.get(key)] : [table, key];
    }
  }

  function table<V>(name: string): Table<V> {
    const rows = rowsOf(name) as Map<string, V>;
    return {
      get: (key) => rows.get(key),
      set: (key, row) => {
        rows.set(key, row);
        touch(name, key);
      },
      delete: (key) => {
        if (rows.delete(key)) touch(name, key);
      },
      keys: () => rows.keys(),
      rows: () => rows.values(),
      size: () => rows.size,
    };
  }

  return {
    table,
    clear: () => {
      for (const rows of tables.values()) rows.clear();
      dirty.clear();
      journal?.clear();
    },
    close: () => {
      flush();
      journal?.close();
    },
  };
}
