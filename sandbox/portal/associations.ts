import { checkLimits } from "./association-limits.ts";
import {
  associationType,
  primaryHolder,
  primaryType,
  unlabeledType,
  type AssociationType,
} from "./association-type.ts";
import type { RecordRef } from "./change.ts";
import type { Link } from "./links.ts";
import { archive, commit, draftUpdate } from "./objects.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import { objectTypes, type ObjectTypeId } from "./object-type.ts";
import type { Write } from "./write-values.ts";

/** Two records, the first being the one the request started from. */
export type Pair = { readonly from: RecordRef; readonly to: RecordRef };

/** Links from a record to the live records of one type, ordered by their ids. */
export function linksOf(portal: Portal, from: RecordRef, to: ObjectTypeId): readonly Link[] {
  return portal.links.of(from, to).filter((link) => isLive(portal, link.to));
}

/** Associates two records without a label; the first company of a record may become its primary. */
export function associateByDefault(portal: Portal, pair: Pair, write: Write): void {
  associateWithTypes(portal, pair, { typeIds: [], mode: "add", write });
}

/** How a request to label an association treats the labels that are there. */
export type LabelMode = "add" | "replace";

/** Gives an association labels, and the unlabelled type with them. */
export function associateWithTypes(
  portal: Portal,
  pair: Pair,
  { typeIds, mode, write }: { readonly typeIds: readonly number[]; mode: LabelMode; write: Write },
): void {
  requireLive(portal, [pair.from, pair.to]);
  const types = typeIds.map((typeId) => requireType(portal, pair, typeId));
  const kept = typeIdsOf(portal, pair).filter(
    (typeId) => mode === "add" || associationType(portal, typeId).kind !== "label",
  );
  const unlabeled = unlabeledType(pair.from.type, pair.to.type).typeId;
  const present = typeIdsOf(portal, pair);
  checkLimits(
    portal,
    pair,
    [unlabeled, ...typeIds].filter((typeId) => !present.includes(typeId)),
  );
  if (types.some(({ kind }) => kind === "primary")) demoteOthers(portal, pair, write);
  const wanted = [...kept, unlabeled, ...typeIds, ...firstPrimary(portal, pair)];
  setTypes(portal, pair, { typeIds: wanted, write });
}

/** An association a new record shall have; the other record's type follows from the types. */
export type WantedAssociation = { readonly toId: string; readonly typeIds: readonly number[] };

/** The records wanted associations point at; a problem when one cannot be made. */
export function targetsOf(
  portal: Portal,
  from: ObjectTypeId,
  wanted: readonly WantedAssociation[],
): readonly (WantedAssociation & { readonly to: RecordRef })[] {
  const targets = wanted.map(({ toId, typeIds }) => {
    const types = typeIds.map((typeId) => associationType(portal, typeId));
    const [first] = types;
    if (first === undefined || types.some((type) => type.from !== from || type.to !== first.to)) {
      throw Problem.validation(`Association types ${typeIds.join(", ")} can't start at ${from}`);
    }
    return { toId, typeIds, to: { type: first.to, id: toId } };
  });
  requireLive(
    portal,
    targets.map(({ to }) => to),
  );
  if (from === "0-136" && !targets.some(({ typeIds }) => typeIds.some(isPrimary))) {
    throw Problem.validation("A lead needs an association with a primary contact or company");
  }
  return targets;

  function isPrimary(typeId: number): boolean {
    return associationType(portal, typeId).kind === "primary";
  }
}

/** Takes an association apart, or only some of its labels; without the unlabelled type all goes. */
export function dissociate(
  portal: Portal,
  pair: Pair,
  { typeIds, write }: { readonly typeIds: readonly number[] | "all"; readonly write: Write },
): void {
  const unlabeled = unlabeledType(pair.from.type, pair.to.type).typeId;
  const all = typeIds === "all" || typeIds.includes(unlabeled);
  const left = all ? [] : typeIdsOf(portal, pair).filter((typeId) => !typeIds.includes(typeId));
  setTypes(portal, pair, { typeIds: left, write });
  const ends = primaryEnds(pair);
  if (ends?.holder.type === "0-136" && !hasPrimary(portal, ends.holder)) {
    archive(portal, ends.holder, write);
  }
}

/** Whether a lead still says whom it is about; one that does not is gone. */
function hasPrimary(portal: Portal, lead: RecordRef): boolean {
  return (["0-1", "0-2"] as const).some(
    (type) => primaryLink(portal, { holder: lead, other: { type, id: "" } }) !== undefined,
  );
}

function setTypes(
  portal: Portal,
  { from, to }: Pair,
  { typeIds, write }: { readonly typeIds: readonly number[]; readonly write: Write },
): void {
  const before = typeIdsOf(portal, { from, to });
  const after = [...new Set(typeIds)].sort((a, b) => a - b);
  const inverse = after.map((typeId) => associationType(portal, typeId).inverseId);
  const added = after.filter((typeId) => !before.includes(typeId));
  const removed = before.filter((typeId) => !after.includes(typeId));
  if (added.length + removed.length === 0) return;
  portal.links.put({ from, to, typeIds: after });
  portal.links.put({ from: to, to: from, typeIds: inverse });
  for (const [changed, gone] of [[added, false] as const, [removed, true] as const]) {
    for (const typeId of changed) announceBoth(portal, { from, to }, { typeId, gone, write });
  }
  rememberPrimary(portal, { from, to }, write);
}

function announceBoth(
  portal: Portal,
  { from, to }: Pair,
  { typeId, gone, write }: { typeId: number; gone: boolean; write: Write },
): void {
  const { at, source } = write;
  const inverse = associationType(portal, typeId).inverseId;
  const common = { kind: "associationChanged", removed: gone, at, source } as const;
  portal.announce({ ...common, from, to, typeId });
  portal.announce({ ...common, from: to, to: from, typeId: inverse });
}

/** Properties in which HubSpot shows the primary company of a record. */
const companyProperties: Partial<Record<ObjectTypeId, string>> = {
  "0-1": "associatedcompanyid",
  "0-3": "hs_primary_associated_company",
};

function rememberPrimary(portal: Portal, pair: Pair, write: Write): void {
  const ends = primaryEnds(pair);
  const name = ends === undefined ? undefined : companyProperties[ends.holder.type];
  if (ends === undefined || name === undefined) return;
  const record = portal.shelves[ends.holder.type].get(ends.holder.id);
  if (record === undefined || record.archivedAt !== undefined) return;
  const value = primaryLink(portal, ends)?.to.id ?? "";
  if ((record.values[name] ?? "") === value) return;
  const draft = draftUpdate(portal, record, {
    raw: { [name]: value },
    write: { ...write, authority: "portal" },
  });
  commit(portal, draft);
}

function demoteOthers(portal: Portal, pair: Pair, write: Write): void {
  const ends = primaryEnds(pair);
  const link = ends === undefined ? undefined : primaryLink(portal, ends);
  if (ends === undefined || link === undefined || link.to.id === ends.other.id) return;
  const left = link.typeIds.filter((typeId) => associationType(portal, typeId).kind !== "primary");
  setTypes(portal, { from: ends.holder, to: link.to }, { typeIds: left, write });
}

/** The first company of a contact or a deal may become its primary one. */
function firstPrimary(portal: Portal, pair: Pair): readonly number[] {
  const primary = primaryType(pair.from.type, pair.to.type);
  const ends = primaryEnds(pair);
  if (primary === undefined || ends === undefined || ends.holder.type === "0-136") return [];
  if (!portal.switches.firstCompanyBecomesPrimary) return [];
  return primaryLink(portal, ends) === undefined ? [primary.typeId] : [];
}

type PrimaryEnds = { readonly holder: RecordRef; readonly other: RecordRef };

/** Which of the two records may be the primary one of which. */
function primaryEnds({ from, to }: Pair): PrimaryEnds | undefined {
  const holder = primaryHolder(from.type, to.type);
  if (holder === undefined) return undefined;
  return from.type === holder ? { holder: from, other: to } : { holder: to, other: from };
}

function primaryLink(portal: Portal, { holder, other }: PrimaryEnds): Link | undefined {
  return linksOf(portal, holder, other.type).find(({ typeIds }) =>
    typeIds.some((typeId) => associationType(portal, typeId).kind === "primary"),
  );
}

function typeIdsOf(portal: Portal, { from, to }: Pair): readonly number[] {
  return portal.links.between(from, to)?.typeIds ?? [];
}

function requireType(portal: Portal, { from, to }: Pair, typeId: number): AssociationType {
  const type = associationType(portal, typeId);
  if (type.from === from.type && type.to === to.type) return type;
  throw Problem.validation(
    `Association type ${typeId} can't be used between ${from.type} and ${to.type}`,
  );
}

function requireLive(portal: Portal, refs: readonly RecordRef[]): void {
  const missing = refs.filter((ref) => !isLive(portal, ref));
  if (missing.length === 0) return;
  const names = missing.map(({ type, id }) => `${objectTypes[type].singular.toUpperCase()}=${id}`);
  throw Problem.validation("One or more associations are not valid", {
    errors: [
      {
        message: `${names.join(", ")} is not valid`,
        subCategory: "crm.associations.INVALID_OBJECT_IDS",
        context: { INVALID_OBJECT_IDS: names },
      },
    ],
  });
}

function isLive(portal: Portal, { type, id }: RecordRef): boolean {
  const record = portal.shelves[type].get(id);
  return record !== undefined && record.archivedAt === undefined;
}
