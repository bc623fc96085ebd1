import { linksOf } from "../portal/associations.ts";
import { definitionOf } from "../portal/definitions.ts";
import { objectTypeOf, objectTypes, type ObjectTypeId } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { recordValue, type CrmRecord } from "../portal/record.ts";
import { firstInOrder } from "./first-in-order.ts";
import { matcherOf, type Matcher } from "./match.ts";
import type { SearchIndex } from "./search-index.ts";
import type { SearchFilter, SearchRequest } from "./search-request.ts";
import { searchedProperty, type SearchedProperty } from "./searched-property.ts";

export type SearchResult = {
  readonly total: number;
  readonly records: readonly CrmRecord[];
  /** Where the next page starts. */
  readonly after?: string | undefined;
};

/**
 * Finds records as HubSpot's search does: groups are alternatives, filters in a group all hold.
 * Goes through all records once and keeps no more in order than the page asked for needs.
 */
export function search(
  portal: Portal,
  index: SearchIndex,
  { type, request }: { readonly type: ObjectTypeId; readonly request: SearchRequest },
): SearchResult {
  const keyOf = orderOf(portal, type, request);
  const start = Number(request.after);
  const end = start + request.limit;
  const direction = request.sorts[0]?.direction === "DESCENDING" ? -1 : 1;
  const first = firstInOrder<Keyed>(end, (a, b) => compareKeys(a.key, b.key, direction));
  let total = 0;
  for (const record of candidates(portal, index, { type, request })) {
    total += 1;
    first.add({ record, key: keyOf(record) });
  }
  return {
    total,
    records: first
      .result()
      .slice(start)
      .map(({ record }) => record),
    after: end < total ? String(end) : undefined,
  };
}

/** The records that match. Associations are not in the index: what depends on them is asked anew. */
function candidates(
  portal: Portal,
  index: SearchIndex,
  { type, request }: { readonly type: ObjectTypeId; readonly request: SearchRequest },
): Iterable<CrmRecord> {
  const { filterGroups, query } = request;
  const filters = filterGroups.flatMap((group) => group.filters);
  if (filters.length === 0 && query === undefined) return index.visible(type);
  const matches = matcherOfAll(portal, type, request);
  const names = filters.map(({ propertyName }) => propertyName);
  if (names.some(isAssociation)) return [...index.visible(type)].filter(matches);
  const kinds = names.map((name) => searchable(portal, type, name).kind);
  return index.matching(type, { name: JSON.stringify([filterGroups, query, kinds]), matches });
}

function isAssociation(name: string): boolean {
  return name.startsWith("associations.");
}

type Keyed = { readonly record: CrmRecord; readonly key: string | number | undefined };

/** Among equals the ids decide; empty values come last in either direction. */
function compareKeys(a: Keyed["key"], b: Keyed["key"], direction: 1 | -1): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -direction : direction;
}

/** Without a sort the oldest record is first. */
function orderOf(
  portal: Portal,
  type: ObjectTypeId,
  { sorts: [order] }: SearchRequest,
): SearchedProperty["key"] {
  if (order === undefined) return (record) => record.createdAt;
  // The index has the ids in order: whom nothing tells apart stays as it comes.
  if (order.propertyName === "hs_object_id" && order.direction === "ASCENDING") return () => 0;
  return searchable(portal, type, order.propertyName).key;
}

function matcherOfAll(portal: Portal, type: ObjectTypeId, request: SearchRequest): Matcher {
  const groups = request.filterGroups.map(({ filters }) =>
    filters.map((filter) => predicateOf(portal, type, filter)),
  );
  const words = request.query?.toLowerCase().match(/\S+/g) ?? [];
  return (record) =>
    (groups.length === 0 || groups.some((group) => group.every((holds) => holds(record)))) &&
    words.every((word) => mentions(record, word));
}

function predicateOf(portal: Portal, type: ObjectTypeId, filter: SearchFilter): Matcher {
  const name = filter.propertyName;
  if (isAssociation(name)) return associatedWith(portal, name, filter);
  return matcherOf(searchable(portal, type, name), filter);
}

function searchable(portal: Portal, type: ObjectTypeId, name: string): SearchedProperty {
  const definition = definitionOf(portal, type, name);
  if (definition !== undefined && definition.archivedAt === undefined) {
    return searchedProperty(definition);
  }
  throw Problem.validation(`Property "${name}" does not exist`);
}

function associatedWith(portal: Portal, name: string, filter: SearchFilter): Matcher {
  const to = objectTypeOf(name.slice("associations.".length)).id;
  if (filter.operator !== "EQ" && filter.operator !== "IN") {
    throw Problem.unsupported(`The sandbox searches associations with EQ and IN only.`);
  }
  const wanted = new Set(filter.operator === "EQ" ? [filter.value] : filter.values);
  return (record) => linksOf(portal, record, to).some((link) => wanted.has(link.to.id));
}

/** First and last name are two properties, yet people search for both together. */
function mentions(record: CrmRecord, word: string): boolean {
  const known = texts.get(record);
  const text = known ?? textOf(record);
  if (known === undefined) texts.set(record, text);
  return text.includes(word);
}

/** Records never change, only their places in the portal are taken by others. */
const texts = new WeakMap<CrmRecord, string>();

function textOf(record: CrmRecord): string {
  const values = objectTypes[record.type].searchedProperties.map((name) =>
    recordValue(record, name),
  );
  return values.join("\n").toLowerCase();
}
