import { associationType, unlabeledType } from "../portal/association-type.ts";
import type { Pair } from "../portal/associations.ts";
import type { Link } from "../portal/links.ts";
import type { Portal } from "../portal/portal.ts";

/** The other record of a link and how it is associated; the primary type before the unlabelled. */
export function linkView(portal: Portal, link: Link): unknown {
  return {
    toObjectId: idOf(portal, link.to.id),
    associationTypes: link.typeIds
      .map((typeId) => associationType(portal, typeId))
      .map(({ category, typeId, label }) => ({ category, typeId, label })),
  };
}

/** Both directions of an association made without a label. */
export function defaultViews({ from, to }: Pair): readonly unknown[] {
  return [
    { from: { id: from.id }, to: { id: to.id }, associationSpec: specOf({ from, to }) },
    { from: { id: to.id }, to: { id: from.id }, associationSpec: specOf({ from: to, to: from }) },
  ];
}

/** An association made with labels. */
export function labeledView(
  portal: Portal,
  { from, to }: Pair,
  typeIds: readonly number[],
): unknown {
  const labels = typeIds.flatMap((typeId) => associationType(portal, typeId).label ?? []);
  return {
    fromObjectTypeId: from.type,
    fromObjectId: idOf(portal, from.id),
    toObjectTypeId: to.type,
    toObjectId: idOf(portal, to.id),
    labels,
  };
}

function specOf({ from, to }: Pair): unknown {
  const { category, typeId } = unlabeledType(from.type, to.type);
  return { associationCategory: category, associationTypeId: typeId };
}

function idOf({ switches }: Portal, id: string): string | number {
  return switches.toObjectIdType === "number" ? Number(id) : id;
}
