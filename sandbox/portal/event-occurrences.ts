import { currentId } from "./aliases.ts";
import type { RecordRef } from "./change.ts";
import { findRecord } from "./objects.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";

/** Something a person did that HubSpot noted: a page visited, an e-mail opened. */
export type EventOccurrence = {
  readonly id: string;
  /** `e_visited_page`; an app's own begin with `ae<app>_`, an account's with `pe<account>_`. */
  readonly eventType: string;
  readonly who: RecordRef;
  readonly occurredAt: number;
  readonly properties: Readonly<Record<string, string>>;
};

export function addOccurrence(
  portal: Portal,
  occurrence: Omit<EventOccurrence, "id">,
): EventOccurrence {
  const { type, id: wanted } = occurrence.who;
  const record = findRecord(portal, type, { id: wanted });
  if (record === undefined) throw Problem.recordNotFound(wanted);
  const id = `sandbox-${portal.nextNumber("occurrence")}`;
  const kept = { ...occurrence, id, who: { type, id: record.id } };
  portal.occurrences.set(id, kept);
  return kept;
}

type Wanted = {
  readonly who?: RecordRef | undefined;
  readonly ids: readonly string[];
  readonly eventType?: string | undefined;
  readonly after?: number | undefined;
  readonly before?: number | undefined;
};

/** What happened, the latest first; those of nobody in particular when nobody is named. */
export function occurrences(portal: Portal, wanted: Wanted): readonly EventOccurrence[] {
  const { who, ids, eventType, after = -Infinity, before = Infinity } = wanted;
  return [...portal.occurrences.rows()]
    .map((each) => ({ ...each, who: current(portal, each.who) }))
    .filter((each) => who === undefined || (each.who.type === who.type && each.who.id === who.id))
    .filter((each) => ids.length === 0 || ids.includes(each.id))
    .filter((each) => eventType === undefined || each.eventType === eventType)
    .filter(({ occurredAt }) => occurredAt >= after && occurredAt <= before)
    .sort((a, b) => b.occurredAt - a.occurredAt);
}

/** What somebody did before a merge is the merged record's. */
function current(portal: Portal, { type, id }: RecordRef): RecordRef {
  return { type, id: currentId(portal, type, id) };
}
