import { objectTypes, type ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";

/** One way in which records of one type may be associated with records of another. */
export type AssociationType = {
  readonly typeId: number;
  /** The same association seen from the other record. */
  readonly inverseId: number;
  readonly from: ObjectTypeId;
  readonly to: ObjectTypeId;
  readonly category: "HUBSPOT_DEFINED" | "USER_DEFINED";
  /** As inline associations name it: `contact_to_company_unlabeled`. */
  readonly name: string;
  readonly label: string | null;
  readonly kind: "unlabeled" | "primary" | "label";
};

/** A label somebody added to the portal. */
export type AssociationLabel = AssociationType & { readonly category: "USER_DEFINED" };

type Row = readonly [from: ObjectTypeId, to: ObjectTypeId, unlabeled: number, primary?: number];

const rows: readonly Row[] = [
  ["0-1", "0-2", 279, 1],
  ["0-2", "0-1", 280, 2],
  ["0-1", "0-3", 4],
  ["0-3", "0-1", 3],
  ["0-3", "0-2", 341, 5],
  ["0-2", "0-3", 342, 6],
  ["0-1", "0-1", 449],
  ["0-2", "0-2", 450],
  ["0-3", "0-3", 451],
];

const standardTypes: readonly AssociationType[] = rows.flatMap(([from, to, unlabeled, primary]) => {
  const back = rows.find(([start, end]) => start === to && end === from);
  const pair = `${objectTypes[from].singular}_to_${objectTypes[to].singular}`;
  const common = { from, to, category: "HUBSPOT_DEFINED" as const };
  const plain = { ...common, typeId: unlabeled, inverseId: back?.[2] ?? unlabeled, label: null };
  if (primary === undefined) return [{ ...plain, name: pair, kind: "unlabeled" as const }];
  return [
    { ...plain, name: `${pair}_unlabeled`, kind: "unlabeled" as const },
    {
      ...common,
      typeId: primary,
      inverseId: back?.[3] ?? primary,
      name: pair,
      label: "Primary",
      kind: "primary" as const,
    },
  ];
});

const standardById = new Map(standardTypes.map((type) => [type.typeId, type]));

/** All types in one direction: the primary one, the unlabelled one, then the portal's labels. */
export function typesBetween(
  portal: Portal,
  from: ObjectTypeId,
  to: ObjectTypeId,
): readonly AssociationType[] {
  return [...standardTypes, ...portal.labels.rows()].filter(
    (type) => type.from === from && type.to === to,
  );
}

/** The type with that id; numbers of HubSpot's types and of portals' labels never overlap here. */
export function associationType(portal: Portal, typeId: number): AssociationType {
  const type = standardById.get(typeId) ?? portal.labels.get(String(typeId));
  if (type === undefined) throw Problem.validation(`Association type ${typeId} doesn't exist`);
  return type;
}

export function unlabeledType(from: ObjectTypeId, to: ObjectTypeId): AssociationType {
  return standardTypeOf("unlabeled", from, to) ?? impossible(from, to);
}

/** Only companies can be primary, for contacts and for deals. */
export function primaryType(from: ObjectTypeId, to: ObjectTypeId): AssociationType | undefined {
  return standardTypeOf("primary", from, to);
}

function standardTypeOf(
  kind: AssociationType["kind"],
  from: ObjectTypeId,
  to: ObjectTypeId,
): AssociationType | undefined {
  return standardTypes.find((type) => type.kind === kind && type.from === from && type.to === to);
}

function impossible(from: ObjectTypeId, to: ObjectTypeId): never {
  throw Problem.validation(`No default association type between ${from} and ${to}`);
}
