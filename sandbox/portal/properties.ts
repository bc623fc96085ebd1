import { definitionOf, definitionsOf, groupOf } from "./definitions.ts";
import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import type { PropertyDefinition, PropertyOption, PropertyType } from "./property-definition.ts";

export type PropertyInput = {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description?: string | undefined;
  readonly options?: readonly PropertyOption[] | undefined;
  readonly displayOrder?: number | undefined;
  readonly hidden?: boolean | undefined;
  readonly formField?: boolean | undefined;
  readonly hasUniqueValue?: boolean | undefined;
  readonly dataSensitivity?: string | undefined;
  /** The options are the portal's owners. */
  readonly externalOptions?: boolean | undefined;
  readonly referencedObjectType?: "OWNER" | undefined;
} & DisplayHints;

/** How HubSpot shows values; kept for whoever reads the definition. */
type DisplayHints = {
  readonly numberDisplayHint?: string | undefined;
  readonly textDisplayHint?: string | undefined;
  readonly showCurrencySymbol?: boolean | undefined;
};

/** What may change after creation: `hasUniqueValue` and the name stay. */
export type PropertyPatch = {
  readonly [Field in keyof Omit<PropertyInput, Fixed>]?: PropertyInput[Field] | undefined;
};
type Fixed =
  "name" | "dataSensitivity" | "hasUniqueValue" | "externalOptions" | "referencedObjectType";

const most = { custom: 1_000, unique: 10 };

const fieldTypes: Readonly<Record<PropertyType, readonly string[]>> = {
  bool: ["booleancheckbox", "calculation_equation"],
  date: ["date"],
  datetime: ["date"],
  enumeration: ["booleancheckbox", "checkbox", "radio", "select", "calculation_equation"],
  number: ["number", "calculation_equation"],
  phone_number: ["phonenumber"],
  string: ["file", "html", "phonenumber", "text", "textarea", "calculation_equation"],
};

/** Adds a property, or brings an archived one of that name back with the new definition. */
export function createProperty(
  portal: Portal,
  type: ObjectTypeId,
  input: PropertyInput,
): PropertyDefinition {
  const present = definitionOf(portal, type, input.name);
  if (present !== undefined && present.archivedAt === undefined) throw nameTaken(input.name);
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(input.name)) {
    throw Problem.validation(
      `${input.name} is not a valid property name: lower-case letters, digits and underscores, starting with a letter`,
    );
  }
  if (input.fieldType === "calculation_equation") {
    throw Problem.unsupported("The sandbox computes no formulas.");
  }
  if ((input.dataSensitivity ?? "non_sensitive") !== "non_sensitive") {
    throw Problem.unsupported("The sandbox holds no sensitive data.");
  }
  requireRoom(portal, type, input);
  const now = portal.now();
  const external = input.externalOptions === true;
  const definition: PropertyDefinition = {
    name: input.name,
    label: input.label,
    type: input.type,
    fieldType: input.fieldType,
    groupName: input.groupName,
    description: input.description ?? "",
    options: input.options ?? [],
    displayOrder: input.displayOrder ?? -1,
    hidden: input.hidden ?? false,
    formField: input.formField ?? false,
    hasUniqueValue: input.hasUniqueValue ?? false,
    calculated: false,
    externalOptions: external,
    ...(external ? { referencedObjectType: "OWNER" } : {}),
    ...hintsOf(input),
    hubspotDefined: false,
    archivable: true,
    readOnlyDefinition: false,
    readOnlyOptions: false,
    readOnlyValue: false,
    createdAt: present?.createdAt ?? now,
    updatedAt: now,
  };
  return keep(portal, type, definition);
}

/** Changes a property; a list of options replaces the present one as a whole. */
export function updateProperty(
  portal: Portal,
  type: ObjectTypeId,
  { name, patch }: { readonly name: string; readonly patch: PropertyPatch },
): PropertyDefinition {
  const present = requireProperty(portal, type, name);
  const { options, ...others } = patch;
  const changesDefinition = Object.values(others).some((value) => value !== undefined);
  if (changesDefinition && present.readOnlyDefinition) throw readOnly(name, "definition");
  if (options !== undefined && present.readOnlyOptions) throw readOnly(name, "options");
  return keep(portal, type, {
    ...present,
    label: patch.label ?? present.label,
    type: patch.type ?? present.type,
    fieldType: patch.fieldType ?? present.fieldType,
    groupName: patch.groupName ?? present.groupName,
    description: patch.description ?? present.description,
    displayOrder: patch.displayOrder ?? present.displayOrder,
    hidden: patch.hidden ?? present.hidden,
    formField: patch.formField ?? present.formField,
    ...hintsOf(patch),
    options: options ?? present.options,
    updatedAt: portal.now(),
  });
}

function hintsOf({ numberDisplayHint, textDisplayHint, showCurrencySymbol }: DisplayHints) {
  return {
    ...(numberDisplayHint === undefined ? {} : { numberDisplayHint }),
    ...(textDisplayHint === undefined ? {} : { textDisplayHint }),
    ...(showCurrencySymbol === undefined ? {} : { showCurrencySymbol }),
  };
}

/** A portal has a limited number of properties of its own, and of those that tell records apart. */
function requireRoom(portal: Portal, type: ObjectTypeId, { hasUniqueValue }: PropertyInput): void {
  const custom = definitionsOf(portal, type, "active").filter((each) => !each.hubspotDefined);
  if (custom.length >= most.custom) {
    throw Problem.validation(`No more than ${most.custom} custom properties may be created`);
  }
  const unique = custom.filter((each) => each.hasUniqueValue);
  if (hasUniqueValue === true && unique.length >= most.unique) {
    throw Problem.validation(`No more than ${most.unique} properties may have unique values`);
  }
}

/** Archives a property; records keep its values, which come back when it does. */
export function archiveProperty(portal: Portal, type: ObjectTypeId, name: string): void {
  const present = requireProperty(portal, type, name);
  if (!present.archivable) throw readOnly(name, "definition");
  portal.properties.set(`${type}/${name}`, { ...present, archivedAt: portal.now() });
}

/** A property that is in use; a problem when there is none. */
export function requireProperty(
  portal: Portal,
  type: ObjectTypeId,
  name: string,
): PropertyDefinition {
  const definition = definitionOf(portal, type, name);
  if (definition !== undefined && definition.archivedAt === undefined) return definition;
  throw propertyNotFound(name);
}

export function propertyNotFound(name: string): Problem {
  return Problem.notFound(`No property exists with the name "${name}"`);
}

function keep(
  portal: Portal,
  type: ObjectTypeId,
  definition: PropertyDefinition,
): PropertyDefinition {
  if (groupOf(portal, type, definition.groupName) === undefined) {
    throw Problem.validation(`Property group ${definition.groupName} does not exist`);
  }
  if (!fieldTypes[definition.type].includes(definition.fieldType)) {
    throw Problem.validation(
      `Field type ${definition.fieldType} is not allowed for type ${definition.type}`,
    );
  }
  requireDistinctOptions(definition);
  portal.properties.set(`${type}/${definition.name}`, definition);
  return definition;
}

function requireDistinctOptions({ name, options }: PropertyDefinition): void {
  for (const field of ["value", "label"] as const) {
    const seen = new Set<string>();
    for (const option of options) {
      if (seen.has(option[field])) {
        throw Problem.validation(
          `Property ${name} has two options with the ${field} "${option[field]}"`,
        );
      }
      seen.add(option[field]);
    }
  }
}

function nameTaken(name: string): Problem {
  return new Problem(409, {
    message: `A property named '${name}' already exists.`,
    category: "OBJECT_ALREADY_EXISTS",
    subCategory: "Properties.PROPERTY_WITH_NAME_EXISTS",
    context: { name: [name] },
  });
}

function readOnly(name: string, what: "definition" | "options"): Problem {
  return Problem.validation(`The ${what} of property ${name} is read only`);
}
