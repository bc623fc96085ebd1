import { currentId } from "./aliases.ts";
import { associationType } from "./association-type.ts";
import type { RecordRef } from "./change.ts";
import { definitionOf } from "./definitions.ts";
import type { Link } from "./links.ts";
import { objectTypeIds, type ObjectTypeId } from "./object-type.ts";
import { findRecord } from "./objects.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import { valueHistory, withValue, type CrmRecord, type PropertyVersion } from "./record.ts";
import type { Write } from "./write-values.ts";

/** HubSpot adds these up; of all others the primary record's value wins when it has one. */
const counters = new Set([
  "hs_analytics_num_page_views",
  "hs_analytics_num_visits",
  "hs_email_click",
  "hs_email_delivered",
  "hs_email_open",
  "hs_email_replied",
  "num_contacted_notes",
  "num_conversion_events",
  "num_notes",
]);

const mostMerges = 250;

/**
 * Makes one record of two. It has a new id; both ids before it lead to it. Nothing is left of the
 * two: they are not in the recycle bin either.
 */
export function mergeRecords(
  portal: Portal,
  type: ObjectTypeId,
  { primaryId, mergedId, write }: { primaryId: string; mergedId: string; write: Write },
): CrmRecord {
  const primary = requireLive(portal, type, primaryId);
  const other = requireLive(portal, type, mergedId);
  if (primary.id === other.id) throw Problem.validation("A record can't be merged with itself");
  refuseTooMany(mergesOf(primary) + mergesOf(other) + 1);
  const id = String(portal.nextNumber("record"));
  const record = joined(portal, { primary, other, id, write });
  for (const old of [primary, other]) {
    portal.shelves[type].remove(old.id);
    portal.aliases.set(`${type}/${old.id}`, id);
  }
  portal.shelves[type].put(record);
  for (const old of [primary, other]) moveLinks(portal, { type, id: old.id }, { type, id });
  announceMerge(portal, { record, primary, other, write });
  return record;
}

function requireLive(portal: Portal, type: ObjectTypeId, id: string): CrmRecord {
  const record = findRecord(portal, type, { id: currentId(portal, type, id) });
  if (record === undefined) throw Problem.recordNotFound(id);
  return record;
}

/** Each merge left two ids behind. */
function mergesOf(record: CrmRecord): number {
  return idsBefore(record).length / 2;
}

function refuseTooMany(merges: number): void {
  if (merges <= mostMerges) return;
  throw new Problem(414, {
    message: `A record can't go through more than ${mostMerges} merges`,
    category: "VALIDATION_ERROR",
  });
}

/** The ids of the records it was made of. */
function idsBefore({ values }: CrmRecord): readonly string[] {
  return (values["hs_merged_object_ids"] ?? "").split(";").filter((id) => id !== "");
}

type Merge = { readonly primary: CrmRecord; readonly other: CrmRecord; readonly write: Write };

function joined(
  portal: Portal,
  { primary, other, id, write }: Merge & { readonly id: string },
): CrmRecord {
  const names = [...new Set([primary, other].flatMap(({ values }) => Object.keys(values)))];
  const values: Record<string, string> = {};
  const history: Record<string, readonly PropertyVersion[]> = {};
  for (const name of names) {
    const winner = winnerOf(portal, name, [primary, other]);
    values[name] = counters.has(name)
      ? String(Number(primary.values[name] ?? 0) + Number(other.values[name] ?? 0))
      : (winner.values[name] ?? "");
    history[name] = historyOf(name, winner, winner === primary ? other : primary);
  }
  const record: CrmRecord = {
    id,
    type: primary.type,
    values,
    history,
    origin: primary.origin,
    createdAt: Math.min(primary.createdAt, other.createdAt),
    updatedAt: write.at,
  };
  return withMergeValues(record, { primary, other, write });
}

/** The record whose value of a property stays: of two lifecycle stages the one further on. */
function winnerOf(
  portal: Portal,
  name: string,
  [primary, other]: readonly [CrmRecord, CrmRecord],
): CrmRecord {
  if (primary.values[name] === undefined) return other;
  if (name !== "lifecyclestage") return primary;
  const stages = definitionOf(portal, primary.type, name)?.options ?? [];
  const order = ({ values }: CrmRecord) => stages.findIndex(({ value }) => value === values[name]);
  return order(other) > order(primary) ? other : primary;
}

function historyOf(name: string, winner: CrmRecord, loser: CrmRecord): readonly PropertyVersion[] {
  const [current, ...before] = valueHistory(winner, name);
  const rest = [...before, ...valueHistory(loser, name)];
  rest.sort((a, b) => b.timestamp - a.timestamp);
  return current === undefined ? rest : [current, ...rest];
}

/** What tells a merged record from others: the ids before it, and all addresses of a contact. */
function withMergeValues(record: CrmRecord, { primary, other, write }: Merge): CrmRecord {
  const before = [primary, other];
  const ids = before.flatMap((old) => [...idsBefore(old), old.id]);
  const version = { timestamp: write.at, source: write.source };
  const merged = withValue(record, "hs_merged_object_ids", { ...version, value: ids.join(";") });
  if (record.type !== "0-1") return merged;
  const vids = [record.id, ...ids].join(";");
  const withVids = withValue(merged, "hs_all_contact_vids", { ...version, value: vids });
  const addresses = new Set(
    before.flatMap(({ values }) => [
      ...(values["email"] === undefined ? [] : [values["email"]]),
      ...(values["hs_additional_emails"] ?? "").split(";").filter((address) => address !== ""),
    ]),
  );
  addresses.delete(record.values["email"] ?? "");
  if (addresses.size === 0) return withVids;
  const value = [...addresses].join(";");
  return withValue(withVids, "hs_additional_emails", { ...version, value });
}

/** Gives the new record all associations of an old one. */
function moveLinks(portal: Portal, old: RecordRef, record: RecordRef): void {
  for (const link of objectTypeIds.flatMap((type) => portal.links.of(old, type))) {
    put(portal, { ...link, typeIds: [] });
    // The two were associated with each other: nothing is associated with itself.
    if (link.to.type === record.type && portal.aliases.get(`${link.to.type}/${link.to.id}`))
      continue;
    const present = portal.links.between(record, link.to)?.typeIds ?? [];
    const hasPrimary = portal.links
      .of(record, link.to.type)
      .some(({ typeIds }) => typeIds.some(isPrimary));
    const added = link.typeIds.filter((typeId) => !hasPrimary || !isPrimary(typeId));
    put(portal, { from: record, to: link.to, typeIds: [...new Set([...present, ...added])] });
  }

  function isPrimary(typeId: number): boolean {
    return associationType(portal, typeId).kind === "primary";
  }
}

function put(portal: Portal, { from, to, typeIds }: Link): void {
  const sorted = [...typeIds].sort((a, b) => a - b);
  const inverse = sorted.map((typeId) => associationType(portal, typeId).inverseId);
  portal.links.put({ from, to, typeIds: sorted });
  portal.links.put({ from: to, to: from, typeIds: inverse });
}

function announceMerge(
  portal: Portal,
  { record, primary, other, write }: Merge & { readonly record: CrmRecord },
): void {
  const { type, id } = record;
  const common = { at: write.at, source: write.source };
  const ref = { type, id };
  if (portal.switches.mergesFireCreationAndDeletions) {
    portal.announce({ kind: "created", record: ref, ...common });
    for (const old of [primary, other]) {
      portal.announce({ kind: "deleted", record: { type, id: old.id }, ...common });
    }
  }
  portal.announce({
    kind: "merged",
    record: ref,
    primaryId: primary.id,
    mergedIds: [other.id],
    propertiesMoved: Object.keys(other.values).filter((name) => primary.values[name] === undefined)
      .length,
    ...common,
  });
}
