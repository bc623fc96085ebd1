import { definitionsOf, groupOf } from "./definitions.ts";
import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import type { PropertyGroup } from "./property-definition.ts";

export type GroupInput = {
  readonly name: string;
  readonly label: string;
  readonly displayOrder?: number | undefined;
};

export type GroupPatch = {
  readonly label?: string | undefined;
  readonly displayOrder?: number | undefined;
};

export function createGroup(portal: Portal, type: ObjectTypeId, input: GroupInput): PropertyGroup {
  if (groupOf(portal, type, input.name) !== undefined) {
    throw new Problem(409, {
      message: `A property group named '${input.name}' already exists.`,
      category: "OBJECT_ALREADY_EXISTS",
      subCategory: "Properties.PROPERTY_GROUP_WITH_NAME_EXISTS",
    });
  }
  const { name, label, displayOrder = -1 } = input;
  return keep(portal, type, { name, label, displayOrder, archived: false });
}

export function updateGroup(
  portal: Portal,
  type: ObjectTypeId,
  { name, patch }: { readonly name: string; readonly patch: GroupPatch },
): PropertyGroup {
  const present = requireGroup(portal, type, name);
  return keep(portal, type, {
    ...present,
    label: patch.label ?? present.label,
    displayOrder: patch.displayOrder ?? present.displayOrder,
  });
}

/** Removes a group; one that still has properties in use stays. */
export function archiveGroup(portal: Portal, type: ObjectTypeId, name: string): void {
  const present = requireGroup(portal, type, name);
  const inUse = definitionsOf(portal, type, "active").filter(({ groupName }) => groupName === name);
  if (inUse.length > 0) {
    const detail = {
      propertyNames: inUse.map((definition) => definition.name),
      errorTokens: { groupName: [name] },
    };
    throw Problem.validation(
      `Property group ${name} has active properties: ${JSON.stringify(detail)}`,
      { subCategory: "PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES" },
    );
  }
  keep(portal, type, { ...present, archived: true });
}

export function requireGroup(portal: Portal, type: ObjectTypeId, name: string): PropertyGroup {
  const group = groupOf(portal, type, name);
  if (group === undefined)
    throw Problem.notFound(`No property group exists with the name "${name}"`);
  return group;
}

function keep(portal: Portal, type: ObjectTypeId, group: PropertyGroup): PropertyGroup {
  portal.groups.set(`${type}/${group.name}`, group);
  return group;
}
