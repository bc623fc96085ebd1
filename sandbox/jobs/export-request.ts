import { z } from "zod";
import { objectTypeOf } from "../portal/object-type.ts";
import { filter, sort } from "../search/search-request.ts";

const objectType = z.string().transform((name) => objectTypeOf(name).id);

/** HubSpot's guide writes `property` where its specification has `propertyName`. */
const viewFilter = z.preprocess((given) => {
  if (typeof given !== "object" || given === null || !("property" in given)) return given;
  const { property, ...rest } = given;
  return { propertyName: property, ...rest };
}, filter);

const viewSort = z.union([
  z
    .strictObject({ propertyName: z.string(), order: z.enum(["ASC", "DESC"]) })
    .transform(({ propertyName, order }) => ({
      propertyName,
      direction: order === "ASC" ? ("ASCENDING" as const) : ("DESCENDING" as const),
    })),
  sort,
]);

/** What an export shall hold. Lists are not in the sandbox, so a view is all there is. */
export const exportRequest = z.strictObject({
  exportType: z.enum(["VIEW", "LIST"]).default("VIEW"),
  exportName: z.string().default(""),
  format: z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(z.enum(["CSV", "XLSX", "XLS"])),
  language: z.string().default("EN"),
  objectType,
  objectProperties: z.array(z.string()).default([]),
  associatedObjectType: z
    .union([objectType.transform((type) => [type]), z.array(objectType).max(4)])
    .default([]),
  exportInternalValuesOptions: z.array(z.enum(["NAMES", "VALUES"])).default([]),
  includePrimaryDisplayPropertyForAssociatedObjects: z.boolean().optional(),
  includeLabeledAssociations: z.boolean().default(false),
  overrideAssociatedObjectsPerDefinitionPerRowLimit: z.boolean().default(false),
  listId: z.union([z.string(), z.number()]).optional(),
  publicCrmSearchRequest: z
    .strictObject({
      query: z.string().optional(),
      filters: z.array(viewFilter).default([]),
      filterGroups: z.array(z.strictObject({ filters: z.array(viewFilter) })).default([]),
      sorts: z.array(viewSort).default([]),
    })
    .optional(),
});

export type ExportRequest = z.infer<typeof exportRequest>;
