import { associationType } from "../portal/association-type.ts";
import { linksOf } from "../portal/associations.ts";
import type { BatchResult } from "../portal/batch.ts";
import { definitionOf, definitionsOf } from "../portal/definitions.ts";
import { objectTypeOf, objectTypes } from "../portal/object-type.ts";
import type { NormalizedValue } from "../portal/objects.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { recordValue, valueHistory, type CrmRecord } from "../portal/record.ts";

export type Wanted = {
  readonly properties: readonly string[];
  readonly propertiesWithHistory?: readonly string[];
  /** Names of object types. */
  readonly associations?: readonly string[];
};

/** A record as reads show it: with the properties asked for, or those HubSpot shows by default. */
export function recordView(portal: Portal, record: CrmRecord, wanted: Wanted): object {
  const type = objectTypes[record.type];
  const { propertiesWithHistory = [], associations = [] } = wanted;
  const asked = [...wanted.properties, ...propertiesWithHistory];
  const names = asked.length > 0 ? asked : type.defaultProperties;
  return {
    ...envelope(portal, record),
    properties: valuesOf(portal, record, names),
    ...(propertiesWithHistory.length > 0
      ? { propertiesWithHistory: historyOf(portal, record, propertiesWithHistory) }
      : {}),
    ...(associations.length > 0 ? associationsView(portal, record, associations) : {}),
  };
}

/** A record as writes show it: what was written, and for a new one all it has. */
export function writtenView(portal: Portal, result: BatchResult): object {
  const { record, written, traceId, isNew, normalized } = result;
  const all = definitionsOf(portal, record.type, "active").map(({ name }) => name);
  const names = isNew ? all.filter((name) => recordValue(record, name) !== undefined) : written;
  return {
    ...envelope(portal, record),
    properties: valuesOf(portal, record, names),
    ...(traceId === undefined ? {} : { objectWriteTraceId: traceId }),
    ...(normalized.length === 0 ? {} : { warnings: normalized.map(warningOf) }),
  };
}

function warningOf({ name, raw, value }: NormalizedValue): unknown {
  return {
    category: "PROPERTY_VALUE_NORMALIZED",
    context: { normalizedValue: value, propertyName: name, rawValue: raw },
    message: `The value of ${name} was normalized`,
  };
}

function envelope(portal: Portal, record: CrmRecord) {
  const { portalId } = profileOf(portal);
  return {
    id: record.id,
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    archived: record.archivedAt !== undefined,
    ...(record.archivedAt === undefined
      ? {}
      : { archivedAt: new Date(record.archivedAt).toISOString() }),
    url: `https://app.hubspot.com/contacts/${portalId}/record/${record.type}/${record.id}`,
  };
}

/** Values by name in alphabetical order: null without a value, absent without a definition. */
function valuesOf(
  portal: Portal,
  record: CrmRecord,
  names: readonly string[],
): Readonly<Record<string, string | null>> {
  const { createdProperty, modifiedProperty } = objectTypes[record.type];
  const always = [createdProperty, "hs_object_id", modifiedProperty];
  const shown = [...new Set([...names, ...always])].filter((name) =>
    isDefined(portal, record, name),
  );
  return Object.fromEntries(shown.sort().map((name) => [name, recordValue(record, name) ?? null]));
}

function historyOf(portal: Portal, record: CrmRecord, names: readonly string[]) {
  const shown = names.filter((name) => isDefined(portal, record, name));
  return Object.fromEntries(
    shown.map((name) => [
      name,
      valueHistory(record, name).map(({ value, timestamp, source }) => ({
        value,
        timestamp: new Date(timestamp).toISOString(),
        sourceType: source.type,
        sourceId: source.id,
        ...(source.userId === undefined ? {} : { updatedByUserId: source.userId }),
      })),
    ]),
  );
}

function isDefined(portal: Portal, record: CrmRecord, name: string): boolean {
  const definition = definitionOf(portal, record.type, name);
  return definition !== undefined && definition.archivedAt === undefined;
}

/** Inline associations: ids and type names, one entry for each type, and never a label. */
function associationsView(portal: Portal, record: CrmRecord, names: readonly string[]) {
  const entries = names.flatMap((name) => {
    const to = objectTypeOf(name);
    const results = linksOf(portal, record, to.id).flatMap((link) =>
      link.typeIds
        .map((typeId) => associationType(portal, typeId))
        .map((type) => ({ id: link.to.id, type: type.name })),
    );
    return results.length > 0 ? [[to.plural, { results }] as const] : [];
  });
  return entries.length > 0 ? { associations: Object.fromEntries(entries) } : {};
}
