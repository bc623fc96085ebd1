import { stringify } from "csv-stringify/sync";
import { linksOf } from "../portal/associations.ts";
import { definitionOf } from "../portal/definitions.ts";
import { objectTypes, type ObjectTypeId } from "../portal/object-type.ts";
import { profileOf, type Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { PropertyDefinition } from "../portal/property-definition.ts";
import { recordValue, type CrmRecord } from "../portal/record.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { searchBody } from "../search/search-request.ts";
import { search } from "../search/search.ts";
import type { ExportRequest } from "./export-request.ts";

export type ExportFile = { readonly csv: string; readonly recordCount: number };

const mostAssociations = 1_000;

/** Refuses what the sandbox's exports can't do, and properties that are none. */
export function checkExport(portal: Portal, request: ExportRequest): void {
  if (request.exportType === "LIST")
    throw Problem.unsupported("The sandbox has no lists to export");
  if (request.format !== "CSV") throw Problem.unsupported("The sandbox exports CSV only");
  if (request.includeLabeledAssociations) {
    throw Problem.unsupported("The sandbox exports associations without their labels");
  }
  for (const name of request.objectProperties) requireKnown(portal, request.objectType, name);
}

/** The records a view shows, as search knows them at this moment, one in a line. */
export function exportFile(portal: Portal, index: SearchIndex, request: ExportRequest): ExportFile {
  const columns = columnsOf(portal, request);
  const { records } = search(portal, index, {
    type: request.objectType,
    request: { ...viewOf(request), limit: Infinity, after: "0" },
  });
  const rows = records.map((record) => columns.map(({ cell }) => cell(record)));
  const csv = stringify([columns.map(({ header }) => header), ...rows]);
  return { csv, recordCount: records.length };
}

function viewOf({ publicCrmSearchRequest: view }: ExportRequest) {
  const plain = searchBody.parse({});
  if (view === undefined) return plain;
  const { filters, filterGroups, ...rest } = view;
  return {
    ...plain,
    ...rest,
    filterGroups: filters.length === 0 ? filterGroups : [...filterGroups, { filters }],
  };
}

type Column = { readonly header: string; readonly cell: (record: CrmRecord) => string };

function columnsOf(portal: Portal, request: ExportRequest): readonly Column[] {
  const names = [
    "hs_object_id",
    ...request.objectProperties.filter((name) => name !== "hs_object_id"),
  ];
  const associated = request.associatedObjectType.flatMap((type) =>
    associationColumns(portal, type, request),
  );
  return [...names.map((name) => propertyColumn(portal, name, request)), ...associated];
}

function propertyColumn(portal: Portal, name: string, request: ExportRequest): Column {
  const definition = requireKnown(portal, request.objectType, name);
  const options = request.exportInternalValuesOptions;
  const isInternal = options.includes("VALUES");
  return {
    header: options.includes("NAMES") ? name : definition.label,
    cell: (record) => {
      const value = recordValue(record, name) ?? "";
      return isInternal || value === "" ? value : shown(portal, definition, value);
    },
  };
}

/** A value as people see it: labels of choices, names of owners, dates where the account is. */
function shown(portal: Portal, definition: PropertyDefinition, value: string): string {
  if (definition.referencedObjectType === "OWNER") {
    const owner = portal.owners.get(value);
    return owner === undefined ? value : `${owner.firstName} ${owner.lastName}`.trim();
  }
  if (definition.type === "enumeration") {
    const labels = new Map(definition.options.map((option) => [option.value, option.label]));
    const parts = definition.fieldType === "checkbox" ? value.split(";") : [value];
    return parts.map((part) => labels.get(part) ?? part).join(";");
  }
  return definition.type === "datetime" ? minute(value, profileOf(portal).timeZone) : value;
}

function minute(value: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return format.format(Date.parse(value));
}

function associationColumns(
  portal: Portal,
  to: ObjectTypeId,
  request: ExportRequest,
): readonly Column[] {
  const { singular } = objectTypes[to];
  const name = `Associated ${singular.slice(0, 1).toUpperCase()}${singular.slice(1)}`;
  const linked = (record: CrmRecord) => {
    const ids = linksOf(portal, record, to).map((link) => link.to.id);
    const isUnlimited = request.overrideAssociatedObjectsPerDefinitionPerRowLimit;
    return isUnlimited ? ids : ids.slice(0, mostAssociations);
  };
  const ids: Column = { header: `${name} IDs`, cell: (record) => linked(record).join(";") };
  const { includePrimaryDisplayPropertyForAssociatedObjects: asked } = request;
  if (!(asked ?? request.associatedObjectType.length === 1)) return [ids];
  const names: Column = {
    header: name,
    cell: (record) =>
      linked(record)
        .map((id) => displayName(portal, to, id))
        .join(";"),
  };
  return [ids, names];
}

function displayName(portal: Portal, type: ObjectTypeId, id: string): string {
  const values = portal.shelves[type].get(id)?.values ?? {};
  const person = [values["firstname"], values["lastname"]].filter(Boolean).join(" ");
  const [named] = objectTypes[type].searchedProperties.flatMap((name) => values[name] ?? []);
  return person === "" ? (values["name"] ?? values["dealname"] ?? named ?? id) : person;
}

function requireKnown(portal: Portal, type: ObjectTypeId, name: string): PropertyDefinition {
  const definition = definitionOf(portal, type, name);
  if (definition !== undefined && definition.archivedAt === undefined) return definition;
  throw Problem.validation(`Property "${name}" does not exist`);
}
