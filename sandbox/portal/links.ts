import type { Table } from "../store/table-store.ts";
import type { RecordRef } from "./change.ts";
import type { ObjectTypeId } from "./object-type.ts";

/** One direction of an association: the other direction is a link of its own. */
export type Link = {
  readonly from: RecordRef;
  readonly to: RecordRef;
  readonly typeIds: readonly number[];
};

export type Links = {
  readonly between: (from: RecordRef, to: RecordRef) => Link | undefined;
  /** Links to records of one type, ordered by the other record's id. */
  readonly of: (from: RecordRef, to: ObjectTypeId) => readonly Link[];
  /** Sets the types of one direction; without types the link is gone. */
  readonly put: (link: Link) => void;
  readonly all: () => IterableIterator<Link>;
};

export function openLinks(table: Table<Link>): Links {
  const byStart = new Map<string, Set<string>>();
  for (const link of table.rows()) startsOf(link).add(keyOf(link.from, link.to));

  function startsOf({ from, to }: { from: RecordRef; to: RecordRef }): Set<string> {
    const start = `${refKey(from)}>${to.type}`;
    const keys = byStart.get(start) ?? new Set();
    byStart.set(start, keys);
    return keys;
  }

  return {
    between: (from, to) => table.get(keyOf(from, to)),
    of: (from, to) => {
      const links: Link[] = [];
      for (const key of byStart.get(`${refKey(from)}>${to}`) ?? []) {
        const link = table.get(key);
        if (link !== undefined) links.push(link);
      }
      return links.sort((a, b) => Number(a.to.id) - Number(b.to.id));
    },
    put: (link) => {
      const key = keyOf(link.from, link.to);
      if (link.typeIds.length === 0) {
        table.delete(key);
        startsOf(link).delete(key);
        return;
      }
      table.set(key, link);
      startsOf(link).add(key);
    },
    all: () => table.rows(),
  };
}

function keyOf(from: RecordRef, to: RecordRef): string {
  return `${refKey(from)}>${refKey(to)}`;
}

function refKey({ type, id }: RecordRef): string {
  return `${type}:${id}`;
}
