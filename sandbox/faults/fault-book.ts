import { randomFrom, type Random } from "../seed/random.ts";
import type { Fault, FaultRule, NewFaultRule } from "./fault.ts";

export type FaultedRequest = {
  readonly method: string;
  readonly path: string;
  readonly isPrivate: boolean;
};

/** A rule, and what it has done so far. */
export type FaultRecord = {
  readonly rule: FaultRule;
  /** Requests it was about. */
  readonly seen: number;
  /** Requests it happened to. */
  readonly hits: number;
};

/** The faults in force. They last as long as the process. */
export type FaultBook = {
  readonly add: (rule: NewFaultRule) => FaultRule;
  readonly remove: (id: number) => boolean;
  readonly clear: () => void;
  readonly records: () => readonly FaultRecord[];
  /** The fault that happens to a request, if one does; the oldest rule that applies decides. */
  readonly meet: (request: FaultedRequest) => Fault | undefined;
};

type Entry = {
  readonly rule: FaultRule;
  readonly pattern: RegExp;
  readonly random: Random;
  seen: number;
  hits: number;
};

export function openFaultBook(): FaultBook {
  const entries = new Map<number, Entry>();
  let lastId = 0;

  return {
    add: (wanted) => {
      lastId += 1;
      const rule = { ...wanted, id: lastId };
      const random = randomFrom(wanted.seed);
      entries.set(rule.id, { rule, pattern: patternOf(rule.path), random, seen: 0, hits: 0 });
      return rule;
    },
    remove: (id) => entries.delete(id),
    clear: () => entries.clear(),
    records: () => [...entries.values()].map(({ rule, seen, hits }) => ({ rule, seen, hits })),
    meet: (request) => {
      for (const entry of entries.values()) {
        if (isAbout(entry, request) && strikes(entry)) return entry.rule.fault;
      }
      return undefined;
    },
  };
}

function isAbout({ rule, pattern }: Entry, request: FaultedRequest): boolean {
  if (request.isPrivate && rule.callers === "app") return false;
  if (rule.method !== undefined && rule.method !== request.method) return false;
  return pattern.test(request.path);
}

function strikes(entry: Entry): boolean {
  const { rule, random } = entry;
  entry.seen += 1;
  if (entry.seen < rule.nth || entry.hits >= (rule.count ?? Infinity)) return false;
  if (!random.chance(rule.chance)) return false;
  entry.hits += 1;
  return true;
}

function patternOf(path: string): RegExp {
  const parts = path.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
