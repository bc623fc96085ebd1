import { z } from "zod";
import { Problem } from "../portal/problem.ts";

export const filter = z.strictObject({
  propertyName: z.string(),
  operator: z.enum([
    "EQ",
    "NEQ",
    "LT",
    "LTE",
    "GT",
    "GTE",
    "BETWEEN",
    "IN",
    "NOT_IN",
    "HAS_PROPERTY",
    "NOT_HAS_PROPERTY",
    "CONTAINS_TOKEN",
    "NOT_CONTAINS_TOKEN",
  ]),
  value: z.union([z.string(), z.number().transform(String)]).optional(),
  highValue: z.union([z.string(), z.number().transform(String)]).optional(),
  values: z.array(z.string()).optional(),
});

export const sort = z.union([
  z.string().transform((text) => ({
    propertyName: text.replace(/^-/, ""),
    direction: text.startsWith("-") ? ("DESCENDING" as const) : ("ASCENDING" as const),
  })),
  z.strictObject({
    propertyName: z.string(),
    direction: z.enum(["ASCENDING", "DESCENDING"]).default("ASCENDING"),
  }),
]);

export const searchBody = z
  .strictObject({
    query: z.string().optional(),
    /** One group may be given without the brackets around it. */
    filters: z.array(filter).optional(),
    filterGroups: z.array(z.strictObject({ filters: z.array(filter) })).default([]),
    sorts: z.array(sort).default([]),
    properties: z.array(z.string()).default([]),
    limit: z.number().int().min(0).default(10),
    after: z.union([z.string(), z.number().transform(String)]).default("0"),
  })
  .transform(({ filters, filterGroups, ...rest }) => ({
    ...rest,
    filterGroups: filters === undefined ? filterGroups : [...filterGroups, { filters }],
  }));

export type SearchRequest = z.infer<typeof searchBody>;
export type SearchFilter = z.infer<typeof filter>;

const most = {
  limit: 200,
  results: 10_000,
  groups: 5,
  inGroup: 6,
  filters: 18,
  sorts: 1,
  text: 3_000,
};

/** Refuses a search that goes beyond one of HubSpot's limits. */
export function checkSearch(request: SearchRequest, bodyLength: number): void {
  const filters = request.filterGroups.flatMap((group) => group.filters);
  const longest = Math.max(0, ...request.filterGroups.map((group) => group.filters.length));
  const limits: readonly (readonly [count: number, limit: number, what: string])[] = [
    [bodyLength, most.text, "characters in the request body"],
    [request.limit, most.limit, "results per page"],
    [request.filterGroups.length, most.groups, "filter groups"],
    [longest, most.inGroup, "filters in a group"],
    [filters.length, most.filters, "filters in total"],
    [request.sorts.length, most.sorts, "sort"],
  ];
  for (const [count, limit, what] of limits) {
    if (count > limit)
      throw Problem.validation(`A search has at most ${limit} ${what}, not ${count}`);
  }
  const after = Number(request.after);
  if (!Number.isInteger(after) || after < 0) {
    throw Problem.validation(`${request.after} is not a position to continue from`);
  }
  if (after + request.limit > most.results) {
    throw Problem.validation(`A search reaches at most ${most.results} results`);
  }
}
