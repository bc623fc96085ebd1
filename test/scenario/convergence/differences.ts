import { readRaw } from "../../../server/store/field-rewrites.ts";
import type { Db } from "../../../server/store/open.ts";
import { inactiveOwners } from "../../../server/store/owners.ts";
import { readPlaybook } from "../../../server/store/playbooks.ts";
import { findPortal } from "../../../server/store/portals.ts";
import type { Standing } from "../../../src/decision.ts";
import { outcomeKey } from "../../../src/evaluate.ts";
import { planWrites } from "../../../src/projection/plan-writes.ts";
import type { HubSpotPerson, Listed } from "../person.ts";
import { doubleTasks } from "./double-tasks.ts";
import { readFresh } from "./fresh.ts";
import { trailFaults } from "./trail-faults.ts";

/** What is wrong with a record, in words for whoever has to find out why. */
export type Difference = { readonly record: string; readonly what: string };

/**
 * Holds a portal against a fresh computation over its own records, and the trail against its rules.
 * Nothing may be waiting any more.
 */
export async function findDifferences(
  db: Db,
  portalId: string,
  person: HubSpotPerson,
): Promise<readonly Difference[]> {
  const portal = await findPortal(db, portalId);
  if (!portal) return [{ record: "portal", what: "is not connected" }];
  const playbook = await readPlaybook(db, portalId, portal.playbook_version);
  const standings = await db
    .selectFrom("standings")
    .selectAll()
    .where("portal_id", "=", portalId)
    .execute();
  const written = await db
    .selectFrom("records")
    .select(["object_type", "object_id", "written"])
    .where("portal_id", "=", portalId)
    .execute();
  const standingOf = byRecord(standings);
  const writtenTo = byRecord(written);
  const rawOf = {
    contact: await rawIn(db, portalId, "contacts", written),
    company: await rawIn(db, portalId, "companies", written),
  };
  const fresh = await readFresh(person, playbook, {
    ours: (type, id) => ({
      written:
        writtenTo.get(`${type === "contact" ? "contacts" : "companies"} ${id}`)?.written ?? {},
      raw: rawOf[type].get(id) ?? {},
    }),
    inactiveOwners: await inactiveOwners(db, portalId),
  });
  const offersFrom = portal.mode === "active" ? portal.offers_from : null;
  const differences: Difference[] = [];
  const note = (record: string, what: string) => void differences.push({ record, what });

  const notShown = (key: string, record: Listed, desired: Readonly<Record<string, string>>) => {
    const lastWritten = writtenTo.get(key)?.written ?? {};
    const stages = portal.lifecycle_stages;
    const present = record.properties;
    const plan = planWrites({ desired, present, lastWritten, ...(stages && { stages }) });
    for (const [name, wanted] of Object.entries(plan))
      if (name !== "medqual_scored_at")
        note(key, `${name} should be ${quoted(wanted)}, is ${quoted(record.properties[name])}`);
  };

  for (const { record, decide } of fresh.contacts) {
    const key = `contacts ${record.id}`;
    const row = standingOf.get(key);
    if (!row) {
      note(key, "was never decided");
      continue;
    }
    const at = { now: row.decided_at, offersFrom };
    const { decision, desired } = decide({ ...at, standing: row.standing });
    if (outcomeKey(decision) !== row.outcome)
      note(key, `decides otherwise anew: ${firstDifference(outcomeKey(decision), row.outcome)}`);
    notShown(key, record, desired);
    if (isWithoutPast(row.standing)) {
      const { decision: first } = decide({ ...at, standing: null });
      if (first.status !== row.status)
        note(key, `was never handed over and is ${row.status}; without a past ${first.status}`);
    }
    if (decision.status === "mql" && (decision.next.text === "" || decision.next.side === "none"))
      note(key, "is an MQL that nobody has to do anything about");
    if (record.properties["medqual_status"] === "mql" && row.status !== "mql")
      note(key, `is shown as an MQL and decided as ${row.status}`);
  }
  for (const { record, decide } of fresh.deals) {
    const key = `deals ${record.id}`;
    const row = standingOf.get(key);
    if (!row) {
      note(key, "was never decided");
      continue;
    }
    const { decision, desired } = decide(row.decided_at);
    if (outcomeKey(decision) !== row.outcome)
      note(key, `decides otherwise anew: ${firstDifference(outcomeKey(decision), row.outcome)}`);
    notShown(key, record, desired);
  }
  const trails = await trailFaults(db, portalId, standings);
  return [...differences, ...trails, ...(await doubleTasks(person))];
}

function rawIn(
  db: Db,
  portalId: string,
  type: "contacts" | "companies",
  rows: readonly { readonly object_type: string; readonly object_id: string }[],
) {
  const ids = rows.filter((row) => row.object_type === type).map((row) => row.object_id);
  return readRaw(db, portalId, type, ids);
}

/** Nothing was handed over, returned or said: its status rests on the facts alone. */
function isWithoutPast(standing: Standing | null): boolean {
  return (
    standing?.handoff.kind === "none" && standing.evidenceFrom === null && standing.heard === null
  );
}

function byRecord<T extends { readonly object_type: string; readonly object_id: string }>(
  rows: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [`${row.object_type} ${row.object_id}`, row]));
}

function quoted(value: string | null | undefined): string {
  return JSON.stringify(value ?? null).slice(0, 120);
}

function firstDifference(fresh: string, kept: string): string {
  let at = 0;
  while (at < fresh.length && fresh[at] === kept[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `…${fresh.slice(from, at + 100)} where …${kept.slice(from, at + 100)} was kept`;
}
