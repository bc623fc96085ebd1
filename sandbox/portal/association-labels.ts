import { typesBetween, type AssociationLabel, type AssociationType } from "./association-type.ts";
import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";

const mostLabels = 10;

export type NewLabel = {
  readonly from: ObjectTypeId;
  readonly to: ObjectTypeId;
  readonly name: string;
  readonly label: string;
  /** What the other record is called, when the two ends have different labels. */
  readonly inverseLabel?: string | undefined;
};

/** Adds a label for both directions and returns the types made: two when the labels differ. */
export function createLabel(portal: Portal, wanted: NewLabel): readonly AssociationType[] {
  const { from, to, name, label, inverseLabel } = wanted;
  const present = typesBetween(portal, from, to).filter(
    ({ category }) => category === "USER_DEFINED",
  );
  if (present.length >= mostLabels) {
    throw Problem.validation(`No more than ${mostLabels} labels may be defined between two types`);
  }
  if (present.some((type) => type.name === name || type.label === label)) {
    throw Problem.validation(`An association label ${label} with name ${name} already exists`);
  }
  const sameEverywhere = from === to && inverseLabel === undefined;
  const typeId = portal.nextNumber("label");
  const inverseId = sameEverywhere ? typeId : portal.nextNumber("label");
  const common = { category: "USER_DEFINED", kind: "label", name } as const;
  const there: AssociationLabel = { ...common, typeId, inverseId, from, to, label };
  portal.labels.set(String(typeId), there);
  if (sameEverywhere) return [there];
  const back: AssociationLabel = {
    ...common,
    typeId: inverseId,
    inverseId: typeId,
    from: to,
    to: from,
    label: inverseLabel ?? label,
  };
  portal.labels.set(String(inverseId), back);
  return [there, back];
}

/** Calls a label something else; the other direction keeps its word unless it gets a new one. */
export function renameLabel(
  portal: Portal,
  typeId: number,
  { label, inverseLabel }: { readonly label: string; readonly inverseLabel?: string | undefined },
): void {
  const there = portal.labels.get(String(typeId));
  if (there === undefined) throw Problem.validation(`Association type ${typeId} doesn't exist`);
  portal.labels.set(String(typeId), { ...there, label });
  const back = portal.labels.get(String(there.inverseId));
  if (back === undefined || inverseLabel === undefined) return;
  portal.labels.set(String(back.typeId), { ...back, label: inverseLabel });
}

/** Removes a label in both directions; one that is in use stays. */
export function deleteLabel(portal: Portal, typeId: number): void {
  const label = portal.labels.get(String(typeId));
  if (label === undefined) return;
  for (const link of portal.links.all()) {
    if (link.typeIds.includes(typeId)) {
      throw Problem.validation(`Association label ${typeId} is in use and cannot be deleted`);
    }
  }
  for (const id of [typeId, label.inverseId]) {
    portal.labels.delete(String(id));
    portal.associationLimits.delete(String(id));
  }
}
