import { associationType, typesBetween, type AssociationType } from "./association-type.ts";
import type { RecordRef } from "./change.ts";
import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";

/** How many records of another type one record may have by one association type. */
export type AssociationLimit = { readonly type: AssociationType; readonly most: number };

/** The limits somebody set in one direction, or in all. */
export function limitsBetween(
  portal: Portal,
  ends?: { readonly from: ObjectTypeId; readonly to: ObjectTypeId },
): readonly AssociationLimit[] {
  return [...portal.associationLimits.keys()].flatMap((key) => {
    const type = associationType(portal, Number(key));
    const most = portal.associationLimits.get(key);
    const wanted = ends === undefined || (type.from === ends.from && type.to === ends.to);
    return wanted && most !== undefined ? [{ type, most }] : [];
  });
}

/** Sets a limit; that of a label may not be above that of the unlabelled type, which counts all. */
export function setLimit(portal: Portal, typeId: number, most: number): AssociationLimit {
  const type = associationType(portal, typeId);
  for (const other of typesBetween(portal, type.from, type.to)) {
    const present = portal.associationLimits.get(String(other.typeId));
    if (present === undefined || other.typeId === typeId) continue;
    const [label, all] = type.kind === "unlabeled" ? [present, most] : [most, present];
    const compared = type.kind === "unlabeled" || other.kind === "unlabeled";
    if (compared && label > all) {
      throw Problem.validation(`The limit of a label must be from 1 to ${all}`);
    }
  }
  portal.associationLimits.set(String(typeId), most);
  return { type, most };
}

export function removeLimit(portal: Portal, typeId: number): void {
  portal.associationLimits.delete(String(typeId));
}

/** Refuses types that would give one of two records more of the other's type than it may have. */
export function checkLimits(
  portal: Portal,
  { from, to }: { readonly from: RecordRef; readonly to: RecordRef },
  added: readonly number[],
): void {
  for (const typeId of added) {
    const { inverseId } = associationType(portal, typeId);
    checkEnd(portal, { start: from, other: to, typeId });
    checkEnd(portal, { start: to, other: from, typeId: inverseId });
  }
}

function checkEnd(
  portal: Portal,
  { start, other, typeId }: { start: RecordRef; other: RecordRef; typeId: number },
): void {
  const most = portal.associationLimits.get(String(typeId));
  if (most === undefined) return;
  const present = portal.links
    .of(start, other.type)
    .filter(({ to, typeIds }) => to.id !== other.id && typeIds.includes(typeId));
  if (present.length < most) return;
  throw Problem.validation(
    `${start.type} ${start.id} has ${present.length} associations of type ${typeId}; the limit is ${most}`,
  );
}
