import { z } from "zod";
import { objectTypeOf } from "../portal/object-type.ts";
import { Problem } from "../portal/problem.ts";

const objectType = z.string().transform((name) => objectTypeOf(name).id);
const columnTypes = [
  "STANDARD",
  "HUBSPOT_OBJECT_ID",
  "HUBSPOT_ALTERNATE_ID",
  "FLEXIBLE_ASSOCIATION_LABEL",
  "ASSOCIATION_KEYS",
  "EVENT_TIMESTAMP",
] as const;

const column = z
  .strictObject({
    columnName: z.string(),
    columnObjectTypeId: objectType.optional(),
    /** Older requests name the type and the kind of column so. */
    columnObjectType: objectType.optional(),
    propertyName: z.string().nullable().optional(),
    columnType: z.enum(columnTypes).nullable().optional(),
    idColumnType: z.enum(columnTypes).nullable().optional(),
    toColumnObjectTypeId: objectType.optional(),
    foreignKeyType: z
      .strictObject({ associationTypeId: z.number().int(), associationCategory: z.string() })
      .nullable()
      .optional(),
    associationIdentifierColumn: z.boolean().optional(),
    ignored: z.boolean().optional(),
  })
  .transform(({ columnObjectTypeId, columnObjectType, columnType, idColumnType, ...rest }, ctx) => {
    const type = columnObjectTypeId ?? columnObjectType;
    if (type === undefined) {
      ctx.addIssue({ code: "custom", message: "columnObjectTypeId is missing" });
      return z.NEVER;
    }
    return { ...rest, type, kind: columnType ?? idColumnType ?? "STANDARD" };
  });

/** Which columns of a file go where. */
export const importRequest = z.strictObject({
  name: z.string().min(1),
  importOperations: z.partialRecord(z.string(), z.enum(["CREATE", "UPDATE", "UPSERT"])).default({}),
  dateFormat: z
    .enum(["MONTH_DAY_YEAR", "DAY_MONTH_YEAR", "YEAR_MONTH_DAY"])
    .default("MONTH_DAY_YEAR"),
  timeZone: z.string().optional(),
  marketableContactImport: z.boolean().optional(),
  createContactListFromImport: z.boolean().optional(),
  files: z
    .array(
      z.strictObject({
        fileName: z.string(),
        fileFormat: z.enum(["CSV", "SPREADSHEET"]).default("CSV"),
        fileImportPage: z.strictObject({
          hasHeader: z.boolean().default(true),
          columnMappings: z.array(column).min(1),
        }),
      }),
    )
    .min(1),
});

export type ImportRequest = z.infer<typeof importRequest>;
export type ImportColumn =
  ImportRequest["files"][number]["fileImportPage"]["columnMappings"][number];

/** Refuses what HubSpot can do with a file and the sandbox can't. */
export function checkImport(request: ImportRequest): void {
  const [file, ...more] = request.files;
  const columns = file?.fileImportPage.columnMappings ?? [];
  const unsupported = [
    [more.length > 0, "files that belong together"],
    [file?.fileFormat === "SPREADSHEET", "spreadsheets"],
    [request.marketableContactImport === true, "marketing contacts"],
    [request.createContactListFromImport === true, "lists"],
    [request.timeZone !== undefined, "a time zone of the file"],
    [columns.some(({ kind }) => unsupportedKinds.has(kind)), "labels, keys and event columns"],
    [columns.some((each) => each.toColumnObjectTypeId !== undefined), "common columns"],
  ] as const;
  for (const [isThere, what] of unsupported) {
    if (isThere) throw Problem.unsupported(`The sandbox imports no ${what}`);
  }
}

const unsupportedKinds = new Set<string>([
  "FLEXIBLE_ASSOCIATION_LABEL",
  "ASSOCIATION_KEYS",
  "EVENT_TIMESTAMP",
]);
