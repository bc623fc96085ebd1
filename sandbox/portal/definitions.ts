import type { ObjectTypeId } from "./object-type.ts";
import { pipelinesOf, stageProperties } from "./pipeline.ts";
import type { Portal } from "./portal.ts";
import type { PropertyDefinition, PropertyGroup } from "./property-definition.ts";
import { standardGroups, standardProperties } from "./standard/catalogue.ts";

/** A property's definition, archived or not: the portal's own or HubSpot's standard one. */
export function definitionOf(
  portal: Portal,
  type: ObjectTypeId,
  name: string,
): PropertyDefinition | undefined {
  const definition = portal.properties.get(`${type}/${name}`) ?? standardProperties[type].get(name);
  return definition && withStages(portal, type, definition);
}

/** The options of a property that says where a record stands are those of the pipelines. */
function withStages(
  portal: Portal,
  type: ObjectTypeId,
  definition: PropertyDefinition,
): PropertyDefinition {
  const names = stageProperties[type];
  if (definition.name !== names?.stage && definition.name !== names?.pipeline) return definition;
  const pipelines = pipelinesOf(portal, type);
  const named =
    definition.name === names.stage ? pipelines.flatMap(({ stages }) => stages) : pipelines;
  const options = named.map(({ id, label }, displayOrder) => ({
    value: id,
    label,
    displayOrder,
    hidden: false,
  }));
  return { ...definition, options };
}

/** Definitions that are in use, or those that were archived, ordered by name. */
export function definitionsOf(
  portal: Portal,
  type: ObjectTypeId,
  which: "active" | "archived",
): readonly PropertyDefinition[] {
  const all = new Map(standardProperties[type]);
  for (const key of portal.properties.keys()) {
    const definition = portal.properties.get(key);
    if (definition !== undefined && key.startsWith(`${type}/`))
      all.set(definition.name, definition);
  }
  return [...all.values()]
    .map((definition) => withStages(portal, type, definition))
    .filter(({ archivedAt }) => (archivedAt === undefined) === (which === "active"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function groupOf(
  portal: Portal,
  type: ObjectTypeId,
  name: string,
): PropertyGroup | undefined {
  const group = portal.groups.get(`${type}/${name}`) ?? standardGroups[type].get(name);
  return group?.archived === true ? undefined : group;
}

export function groupsOf(portal: Portal, type: ObjectTypeId): readonly PropertyGroup[] {
  const all = new Map(standardGroups[type]);
  for (const key of portal.groups.keys()) {
    const group = portal.groups.get(key);
    if (group !== undefined && key.startsWith(`${type}/`)) all.set(group.name, group);
  }
  return [...all.values()].filter(({ archived }) => !archived);
}
