import type { PropertyDefinition, PropertyOption, PropertyType } from "../property-definition.ts";

/** One of HubSpot's own properties, short enough to be read in a table. */
export type StandardProperty = readonly [
  name: string,
  label: string,
  kind: PropertyKind,
  more?: { readonly options?: readonly PropertyOption[]; readonly flags?: readonly Flag[] },
];

type PropertyKind = keyof typeof kinds;
/** `calculated` implies `readOnly`; `extendable` means that options may be added. */
type Flag = "calculated" | "readOnly" | "extendable" | "hidden" | "formField";

const kinds = {
  text: ["string", "text"],
  area: ["string", "textarea"],
  phone: ["string", "phonenumber"],
  number: ["number", "number"],
  date: ["date", "date"],
  datetime: ["datetime", "date"],
  bool: ["bool", "booleancheckbox"],
  select: ["enumeration", "select"],
  radio: ["enumeration", "radio"],
  checkbox: ["enumeration", "checkbox"],
  owner: ["enumeration", "select"],
} as const satisfies Record<string, readonly [PropertyType, string]>;

/** The definitions of a table's rows, all in one group. */
export function inGroup(
  groupName: string,
  rows: readonly StandardProperty[],
): readonly PropertyDefinition[] {
  return rows.map((row) => definition(groupName, row));
}

function definition(
  groupName: string,
  [name, label, kind, more]: StandardProperty,
): PropertyDefinition {
  const flags = new Set(more?.flags);
  const [type, fieldType] = kinds[kind];
  const calculated = flags.has("calculated");
  return {
    name,
    label,
    type,
    fieldType,
    groupName,
    description: "",
    options: type === "bool" ? yesNo : (more?.options ?? []),
    displayOrder: -1,
    hidden: flags.has("hidden"),
    formField: flags.has("formField"),
    hasUniqueValue: false,
    calculated,
    externalOptions: kind === "owner",
    ...(kind === "owner" ? { referencedObjectType: "OWNER" } : {}),
    hubspotDefined: true,
    archivable: false,
    readOnlyDefinition: true,
    readOnlyOptions: !flags.has("extendable"),
    readOnlyValue: calculated || flags.has("readOnly"),
    createdAt: 0,
    updatedAt: 0,
  };
}

/** Options from `[value, label]` pairs, in that order. */
export function options(
  pairs: readonly (readonly [value: string, label: string])[],
): readonly PropertyOption[] {
  return pairs.map(([value, label], displayOrder) => ({
    label,
    value,
    displayOrder,
    hidden: false,
  }));
}

/** Options whose labels are their values in words: `HOSPITAL_HEALTH_CARE` → "Hospital Health Care". */
export function optionsOf(values: string): readonly PropertyOption[] {
  return options(
    values
      .trim()
      .split(/\s+/)
      .map((value) => [value, inWords(value)]),
  );
}

function inWords(value: string): string {
  return value
    .toLowerCase()
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

const yesNo = options([
  ["true", "Yes"],
  ["false", "No"],
]);
