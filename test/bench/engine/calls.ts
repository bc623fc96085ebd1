import type { Call } from "../../scenario/watching-proxy.ts";

/** Calls of the main budget, by what they are for. */
export type Counted = {
  readonly lists: Readonly<Record<string, number>>;
  readonly reads: number;
  readonly updates: number;
  readonly other: number;
  readonly searches: number;
  readonly refused: number;
  /** All of the main budget. */
  readonly main: number;
};

const objects = /^\/crm\/objects\/[^/]+\/(\w+)(\/batch\/(read|update)|\/search)?(\?|$)/;

export function countCalls(calls: readonly Call[]): Counted {
  const lists: Record<string, number> = {};
  const counts = { reads: 0, updates: 0, other: 0, searches: 0, refused: 0 };
  for (const { path, status } of calls) {
    if (status === 429) counts.refused += 1;
    const [, type = "", action, batch] = objects.exec(path) ?? [];
    if (path.includes("/search")) counts.searches += 1;
    else if (batch === "read") counts.reads += 1;
    else if (batch === "update") counts.updates += 1;
    else if (type !== "" && action === undefined) lists[type] = (lists[type] ?? 0) + 1;
    else counts.other += 1;
  }
  const listed = Object.values(lists).reduce((sum, count) => sum + count, 0);
  const main = listed + counts.reads + counts.updates + counts.other;
  return { lists, ...counts, main };
}

export type Written = {
  readonly objectType: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
};

/** Every record of every batch update, in the order of sending. */
export function writtenRecords(calls: readonly Call[]): readonly Written[] {
  return calls.flatMap(({ path, body }) => {
    const [, objectType = "", , batch] = objects.exec(path) ?? [];
    if (batch !== "update") return [];
    const { inputs } = JSON.parse(body) as { inputs: Omit<Written, "objectType">[] };
    return inputs.map(({ id, properties }) => ({ objectType, id, properties }));
  });
}

export function distinctOf(written: readonly Written[], objectType: string): number {
  const mine = written.filter((record) => record.objectType === objectType);
  return new Set(mine.map((record) => record.id)).size;
}

/** Seconds from `start` until the last of these calls was made. */
export function secondsOf(calls: readonly Call[], start: number): number {
  return ((calls.at(-1)?.at ?? start) - start) / 1_000;
}
