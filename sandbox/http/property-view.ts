import type { PropertyDefinition } from "../portal/property-definition.ts";

/** A property definition as HubSpot sends it. */
export function propertyView(definition: PropertyDefinition): unknown {
  const { archivedAt, createdAt, updatedAt, ...rest } = definition;
  const { archivable, readOnlyDefinition, readOnlyOptions, readOnlyValue, ...visible } = rest;
  return {
    ...visible,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    archived: archivedAt !== undefined,
    ...(archivedAt === undefined ? {} : { archivedAt: new Date(archivedAt).toISOString() }),
    dataSensitivity: "non_sensitive",
    modificationMetadata: {
      archivable,
      readOnlyDefinition,
      readOnlyValue,
      // Only choices have options that could be read only.
      ...(visible.type === "enumeration" ? { readOnlyOptions } : {}),
    },
  };
}
