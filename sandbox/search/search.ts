import { linksOf } from "../portal/associations.ts";
import { definitionOf } from "../portal/definitions.ts";
import { objectTypeOf, objectTypes, type ObjectTypeId } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { PropertyDefinition } from "../portal/property-definition.ts";
import { recordValue, type CrmRecord } from "../portal/record.ts";
import { keyFor, matcherOf } from "./match.ts";
import type { SearchIndex } from "./search-index.ts";
import type { SearchFilter, SearchRequest } from "./search-request.ts";

export type SearchResult = {
  readonly total: number;
  readonly records: readonly CrmRecord[];
  /** Where the next page starts. */
  readonly after?: string | undefined;
};

type Predicate = (record: CrmRecord) => boolean;

/** Finds records as HubSpot's search does: groups are alternatives, filters in a group all hold. */
export function search(
  portal: Portal,
  index: SearchIndex,
  { type, request }: { readonly type: ObjectTypeId; readonly request: SearchRequest },
): SearchResult {
  const groups = request.filterGroups.map(({ filters }) =>
    filters.map((filter) => predicateOf(portal, type, filter)),
  );
  const words = request.query?.toLowerCase().match(/\S+/g) ?? [];
  const found = index
    .visible(type)
    .filter(
      (record) =>
        groups.length === 0 || groups.some((group) => group.every((holds) => holds(record))),
    )
    .filter((record) => words.every((word) => mentions(record, word)));
  const sorted = sort(portal, type, { found, request });
  const start = Number(request.after);
  const end = start + request.limit;
  return {
    total: found.length,
    records: sorted.slice(start, end),
    after: end < found.length ? String(end) : undefined,
  };
}

function predicateOf(portal: Portal, type: ObjectTypeId, filter: SearchFilter): Predicate {
  const name = filter.propertyName;
  if (name.startsWith("associations.")) return associatedWith(portal, name, filter);
  const matches = matcherOf(searchable(portal, type, name), filter);
  return (record) => matches(recordValue(record, name));
}

function searchable(portal: Portal, type: ObjectTypeId, name: string): PropertyDefinition {
  const definition = definitionOf(portal, type, name);
  if (definition !== undefined && definition.archivedAt === undefined) return definition;
  throw Problem.validation(`Property "${name}" does not exist`);
}

function associatedWith(portal: Portal, name: string, filter: SearchFilter): Predicate {
  const to = objectTypeOf(name.slice("associations.".length)).id;
  if (filter.operator !== "EQ" && filter.operator !== "IN") {
    throw Problem.unsupported(`The sandbox searches associations with EQ and IN only.`);
  }
  const wanted = new Set(filter.operator === "EQ" ? [filter.value] : filter.values);
  return (record) => linksOf(portal, record, to).some((link) => wanted.has(link.to.id));
}

/** First and last name are two properties, yet people search for both together. */
function mentions(record: CrmRecord, word: string): boolean {
  return objectTypes[record.type].searchedProperties.some((name) =>
    recordValue(record, name)?.toLowerCase().includes(word),
  );
}

/** Without a sort the oldest record is first. Among equals the ids decide; empty values come last. */
function sort(
  portal: Portal,
  type: ObjectTypeId,
  { found, request }: { found: readonly CrmRecord[]; request: SearchRequest },
): readonly CrmRecord[] {
  const [order] = request.sorts;
  if (order === undefined) return [...found].sort((a, b) => a.createdAt - b.createdAt);
  const key = keyFor(searchable(portal, type, order.propertyName));
  const sign = order.direction === "DESCENDING" ? -1 : 1;
  const keyed = found.map((record) => {
    const value = recordValue(record, order.propertyName);
    return { record, key: value === undefined ? undefined : key(value) };
  });
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === undefined) return 1;
    if (b.key === undefined) return -1;
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ record }) => record);
}
