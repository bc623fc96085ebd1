import { z } from "zod";
import type { Ask } from "./ask.ts";
import { apiVersion } from "./client.ts";
import type { Lane, ObjectType } from "./crm.ts";

/** HubSpot reads histories of at most this many records at once. */
export const historyBatch = 50;

export type WrittenValue = {
  readonly value: string;
  /** HubSpot's source type, as `CRM_UI`, `FORM`, `IMPORT`, `INTEGRATION`. */
  readonly source: string;
  /** The app, import, form or user behind it, where HubSpot tells. */
  readonly sourceId: string | null;
};

export type FieldCalls = {
  /** Every form with the properties of contacts that it fills, by their names. */
  readonly formFields: (
    lane: Lane,
  ) => Promise<readonly { readonly name: string; readonly fields: readonly string[] }[]>;
  /** By record, then property: every value it ever had, the latest first. At most 50 ids. */
  readonly histories: (
    type: ObjectType,
    ids: readonly string[],
    query: { readonly properties: readonly string[]; readonly lane: Lane },
  ) => Promise<ReadonlyMap<string, Readonly<Record<string, readonly WrittenValue[]>>>>;
};

const paging = z
  .object({ next: z.object({ after: z.string() }).optional() })
  .optional()
  .transform((pages) => pages?.next?.after ?? null);
const field = z.object({ name: z.string(), objectTypeId: z.string().optional() });
const formPage = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      fieldGroups: z.array(z.object({ fields: z.array(field).default([]) })).default([]),
    }),
  ),
  paging,
});
const historyPage = z.object({
  results: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      propertiesWithHistory: z
        .record(
          z.string(),
          z.array(
            z.object({
              value: z.string().nullish(),
              sourceType: z.string().nullish(),
              sourceId: z.string().nullish(),
            }),
          ),
        )
        .default({}),
    }),
  ),
});

/** What tells who writes a property: the forms that fill it, and the history of its values. */
export function fieldCalls(ask: Ask): FieldCalls {
  return {
    formFields: async (lane) => {
      const forms: { readonly name: string; readonly fields: readonly string[] }[] = [];
      let after: string | null = null;
      do {
        const query = { limit: "500", ...(after !== null && { after }) };
        // The only dated version of this path is a beta.
        const call = { method: "GET", path: "/marketing/v3/forms", query, lane } as const;
        const page: z.infer<typeof formPage> = await ask(call, formPage);
        for (const { name, fieldGroups } of page.results) {
          const fields = fieldGroups
            .flatMap((group) => group.fields)
            .filter(({ objectTypeId }) => objectTypeId === undefined || objectTypeId === "0-1");
          forms.push({ name, fields: fields.map((each) => each.name) });
        }
        after = page.paging;
      } while (after !== null);
      return forms;
    },
    histories: async (type, ids, { properties, lane }) => {
      const inputs = [...new Set(ids)].map((id) => ({ id }));
      if (inputs.length === 0) return new Map();
      const json = { properties: [], propertiesWithHistory: properties, inputs };
      const path = `/crm/objects/${apiVersion}/${type}/batch/read`;
      const { results } = await ask({ method: "POST", path, json, lane }, historyPage);
      return new Map(
        results.map(({ id, propertiesWithHistory }) => [id, told(propertiesWithHistory)]),
      );
    },
  };
}

function told(histories: z.infer<typeof historyPage>["results"][number]["propertiesWithHistory"]) {
  return Object.fromEntries(
    Object.entries(histories).map(([name, values]) => [
      name,
      values.map(({ value, sourceType, sourceId }): WrittenValue => ({
        value: value ?? "",
        source: sourceType ?? "UNKNOWN",
        sourceId: sourceId ?? null,
      })),
    ]),
  );
}
