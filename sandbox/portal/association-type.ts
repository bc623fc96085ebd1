import { objectTypes, type ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import { parentAndChild, standardPairs, type StandardPair } from "./standard/association-table.ts";

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

const standardTypes: readonly AssociationType[] = [
  ...standardPairs.flatMap((pair) =>
    pair.ends[0] === pair.ends[1] ? typesOf(pair) : [...typesOf(pair), ...typesOf(turned(pair))],
  ),
  companyLabel("Child Company", parentAndChild.parentToChild, parentAndChild.childToParent),
  companyLabel("Parent Company", parentAndChild.childToParent, parentAndChild.parentToChild),
];

/** The types from the first end to the second. */
function typesOf({ ends: [from, to], unlabeled, primary }: StandardPair): AssociationType[] {
  const name = `${objectTypes[from].singular}_to_${objectTypes[to].singular}`;
  const common = { from, to, category: "HUBSPOT_DEFINED" } as const;
  const [typeId, inverseId] = unlabeled;
  const plain = { ...common, typeId, inverseId, label: null, kind: "unlabeled" } as const;
  if (primary === undefined) return [{ ...plain, name }];
  const first = { typeId: primary[0], inverseId: primary[1], label: "Primary" };
  return [
    { ...plain, name: `${name}_unlabeled` },
    { ...common, ...first, name, kind: "primary" },
  ];
}

function turned({ ends, unlabeled, primary }: StandardPair): StandardPair {
  return {
    ends: [ends[1], ends[0]],
    unlabeled: [unlabeled[1], unlabeled[0]],
    ...(primary === undefined ? {} : { primary: [primary[1], primary[0]] }),
  };
}

function companyLabel(label: string, typeId: number, inverseId: number): AssociationType {
  const { type } = parentAndChild;
  const name = label.toLowerCase().replace(" ", "_");
  const common = { from: type, to: type, category: "HUBSPOT_DEFINED", kind: "label" } as const;
  return { ...common, typeId, inverseId, label, name };
}

const standardById = new Map(standardTypes.map((type) => [type.typeId, type]));
const standardByEnds = new Map<string, AssociationType[]>();
for (const type of standardTypes) {
  const key = `${type.from}>${type.to}`;
  standardByEnds.set(key, [...(standardByEnds.get(key) ?? []), type]);
}

/** By both directions of a pair, the end that has a primary record. */
const holders = new Map(
  standardPairs.flatMap(({ ends: [holder, other], primary }) =>
    primary === undefined
      ? []
      : [[`${holder}>${other}`, holder] as const, [`${other}>${holder}`, holder] as const],
  ),
);

/** All types in one direction: the primary one, the unlabelled one, then the portal's labels. */
export function typesBetween(
  portal: Portal,
  from: ObjectTypeId,
  to: ObjectTypeId,
): readonly AssociationType[] {
  const labels = [...portal.labels.rows()].filter((type) => type.from === from && type.to === to);
  return [...(standardByEnds.get(`${from}>${to}`) ?? []), ...labels];
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

/** The type that makes one record stand out among several, where there is one. */
export function primaryType(from: ObjectTypeId, to: ObjectTypeId): AssociationType | undefined {
  return standardTypeOf("primary", from, to);
}

function standardTypeOf(
  kind: AssociationType["kind"],
  from: ObjectTypeId,
  to: ObjectTypeId,
): AssociationType | undefined {
  return standardByEnds.get(`${from}>${to}`)?.find((type) => type.kind === kind);
}

/** The end of a pair that has a primary record: the contact of a contact and its company. */
export function primaryHolder(from: ObjectTypeId, to: ObjectTypeId): ObjectTypeId | undefined {
  return holders.get(`${from}>${to}`);
}

function impossible(from: ObjectTypeId, to: ObjectTypeId): never {
  throw Problem.validation(`No default association type between ${from} and ${to}`);
}
