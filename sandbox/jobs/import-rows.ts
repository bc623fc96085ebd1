import { parse } from "csv-parse/sync";
import { associateByDefault, associateWithTypes } from "../portal/associations.ts";
import { associationType } from "../portal/association-type.ts";
import type { RecordRef } from "../portal/change.ts";
import { definitionOf } from "../portal/definitions.ts";
import type { ObjectTypeId } from "../portal/object-type.ts";
import { commit, draftCreate, draftUpdate, findRecord } from "../portal/objects.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { CrmRecord } from "../portal/record.ts";
import { isUnique, type RawValues, type Write } from "../portal/write-values.ts";
import { refusedProperties, type ImportError } from "./import-error.ts";
import type { ImportColumn, ImportRequest } from "./import-request.ts";
import { importValue } from "./import-value.ts";

export type ImportOutcome = {
  readonly counters: Readonly<Record<string, number>>;
  readonly errors: readonly ImportError[];
};

type Row = { readonly cells: readonly string[]; readonly line: number };

/** Imports a CSV file row by row. A value that is wrong is left out and told of, the rest of its row goes in. */
export function importRows(
  portal: Portal,
  {
    request,
    csv,
    write,
  }: { readonly request: ImportRequest; readonly csv: string; readonly write: Write },
): ImportOutcome {
  const page = request.files[0]?.fileImportPage;
  const columns = page?.columnMappings ?? [];
  const types = [...new Set(columns.map(({ type }) => type))];
  const errors: ImportError[] = [];
  const counts = { created: 0, updated: 0, values: 0, associations: 0 };
  const written = new Set<string>();
  const rows = rowsOf(csv, page?.hasHeader === true);

  for (const row of rows) {
    if (row.cells.length !== columns.length) {
      const message = `The row has ${row.cells.length} columns, not ${columns.length}`;
      fail(types[0] ?? "0-1", row, { errorType: "INCORRECT_NUMBER_OF_COLUMNS", message });
      continue;
    }
    const records = types.flatMap((type) => writeRecord(type, row) ?? []);
    associate(records, row);
  }
  return {
    counters: {
      TOTAL_ROWS: rows.length,
      MAPPED_COLUMNS: columns.filter(({ ignored }) => ignored !== true).length,
      PROPERTY_VALUES_EMITTED: counts.values,
      CREATED_OBJECTS: counts.created,
      UPDATED_OBJECTS: counts.updated,
      UNIQUE_OBJECTS_WRITTEN: written.size,
      ASSOCIATIONS_CREATED: counts.associations,
      ERRORS: errors.length,
    },
    errors,
  };

  function fail(
    type: ObjectTypeId,
    { cells, line }: Row,
    problem: Pick<ImportError, "errorType" | "message" | "column" | "value">,
  ): undefined {
    errors.push({ type, line, row: cells, ...problem });
  }

  function writeRecord(type: ObjectTypeId, row: Row): CrmRecord | undefined {
    const raw = valuesOf(type, row);
    const known = knownRecord(type, row, raw);
    if (known === "unknown id") return undefined;
    if (known === undefined && Object.keys(raw).length === 0) return undefined;
    const operation = request.importOperations[type] ?? "UPSERT";
    if (known !== undefined && operation === "CREATE") {
      return fail(type, row, {
        errorType: "CREATE_ONLY_IMPORT",
        message: `${known.id} is there already`,
      });
    }
    if (known === undefined && operation === "UPDATE") {
      return fail(type, row, {
        errorType: "UPDATE_ONLY_IMPORT",
        message: "No such record is there",
      });
    }
    return writeValues({ type, row, known, raw });
  }

  function writeValues({ type, row, known, raw }: Writing): CrmRecord | undefined {
    try {
      const draft =
        known === undefined
          ? draftCreate(portal, type, { raw, write })
          : draftUpdate(portal, known, { raw, write });
      const record = commit(portal, draft);
      if (known === undefined) counts.created += 1;
      else if (!written.has(record.id)) counts.updated += 1;
      counts.values += Object.keys(raw).length;
      written.add(record.id);
      return record;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return withoutRefused({ type, row, known, raw }, problem);
    }
  }

  /** What was refused is told of; without it the row is tried again. */
  function withoutRefused({ type, row, known, raw }: Writing, problem: Problem) {
    const refused = refusedProperties(problem);
    for (const { name, errorType, message } of refused) {
      const column = columns.findIndex((each) => each.type === type && each.propertyName === name);
      fail(type, row, { errorType, message, column, value: row.cells[column] });
    }
    if (refused.length === 0) {
      const errorType = problem.message.includes("required properties")
        ? "MISSING_REQUIRED_PROPERTY"
        : "FAILED_VALIDATION";
      return fail(type, row, { errorType, message: problem.message });
    }
    const names = new Set(refused.map(({ name }) => name));
    const rest = Object.fromEntries(Object.entries(raw).filter(([name]) => !names.has(name)));
    const tells = names.has("email") || Object.keys(rest).length === Object.keys(raw).length;
    return tells ? undefined : writeValues({ type, row, known, raw: rest });
  }

  /** Empty cells say nothing: an import clears no value. */
  function valuesOf(type: ObjectTypeId, { cells }: Row): RawValues {
    const raw: Record<string, string> = {};
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? "";
      const { propertyName: name } = column;
      if (column.type !== type || !isValue(column) || !name || cell.trim() === "") continue;
      const definition = definitionOf(portal, type, name);
      const { dateFormat } = request;
      raw[name] =
        definition === undefined ? cell : importValue(portal, definition, { cell, dateFormat });
    }
    return raw;
  }

  /** The record a row is about: by its id, or by a value that tells records of its type apart. */
  function knownRecord(type: ObjectTypeId, row: Row, raw: RawValues) {
    const idColumn = columns.findIndex(
      (column) =>
        column.type === type && column.kind === "HUBSPOT_OBJECT_ID" && !column.foreignKeyType,
    );
    const id = row.cells[idColumn]?.trim() ?? "";
    if (id !== "") {
      const record = findRecord(portal, type, { id });
      if (record !== undefined) return record;
      const message = `There is no record ${id}`;
      fail(type, row, { errorType: "INVALID_OBJECT_ID", message, column: idColumn, value: id });
      return "unknown id";
    }
    for (const [name, value] of Object.entries(raw)) {
      if (isUnique(portal, type, name)) {
        const found = findRecord(portal, type, { id: value, idProperty: name });
        if (found !== undefined) return found;
      }
      // Companies are told apart by their domain here, though two may share one elsewhere.
      if (type === "0-2" && name === "domain") {
        const found = portal.shelves[type].findByValue(name, value.toLowerCase());
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** Records of one row belong together, and with those whose ids stand in a column. */
  function associate(records: readonly CrmRecord[], row: Row): void {
    const [first, ...others] = records;
    if (first === undefined) return;
    for (const other of others) link(row, first, other);
    for (const [index, { type, foreignKeyType: key }] of columns.entries()) {
      const id = row.cells[index]?.trim() ?? "";
      const from = records.find((record) => record.type === type);
      if (!key || id === "" || from === undefined) continue;
      const to: RecordRef = { type: associationType(portal, key.associationTypeId).to, id };
      link(row, from, to, { typeIds: [key.associationTypeId], column: index });
    }
  }

  function link(
    row: Row,
    from: RecordRef,
    to: RecordRef,
    { typeIds, column }: { readonly typeIds?: readonly number[]; readonly column?: number } = {},
  ): void {
    const pair = { from: { type: from.type, id: from.id }, to: { type: to.type, id: to.id } };
    try {
      if (typeIds === undefined) associateByDefault(portal, pair, write);
      else associateWithTypes(portal, pair, { typeIds, mode: "add", write });
      counts.associations += 1;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const { message } = problem;
      fail(from.type, row, {
        errorType: "ASSOCIATION_RECORD_NOT_FOUND",
        message,
        column,
        value: to.id,
      });
    }
  }
}

type Writing = {
  readonly type: ObjectTypeId;
  readonly row: Row;
  readonly known: CrmRecord | undefined;
  readonly raw: RawValues;
};

function isValue({ kind, foreignKeyType, ignored }: ImportColumn): boolean {
  return kind !== "HUBSPOT_OBJECT_ID" && !foreignKeyType && ignored !== true;
}

/** A problem when the file is no CSV. */
function rowsOf(csv: string, hasHeader: boolean): readonly Row[] {
  const options = { bom: true, relax_column_count: true, skip_empty_lines: true };
  let lines: readonly (readonly string[])[];
  try {
    lines = parse(csv, options);
  } catch (error) {
    throw Problem.validation(error instanceof Error ? error.message : String(error));
  }
  return lines.map((cells, index) => ({ cells, line: index + 1 })).slice(hasHeader ? 1 : 0);
}
