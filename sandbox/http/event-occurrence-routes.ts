import { occurrences, type EventOccurrence } from "../portal/event-occurrences.ts";
import { currentId } from "../portal/aliases.ts";
import { objectTypeOf, objectTypes } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { pageLimit } from "./page-limit.ts";
import { queryList, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { fixedScope } from "./scopes.ts";

const query = [
  "objectType",
  "objectId",
  "eventType",
  "id",
  "occurredAfter",
  "occurredBefore",
  "limit",
  "after",
  "sort",
];
/** Types every account has. */
const standardTypes = ["e_visited_page"];

/** What people did, below `/events/event-occurrences/<version>`; for accounts with Enterprise only. */
export function eventOccurrenceRoutes(portal: Portal): readonly Route[] {
  const scopes = fixedScope("oauth");
  return [
    { method: "get", path: "/", query, scopes, run: list },
    { method: "get", path: "/event-types", scopes, run: types },
  ];

  function list(call: Call): Answer {
    requireEnterprise();
    const limit = pageLimit(call, { standard: 100, most: 100 });
    const found = inOrder(
      call,
      occurrences(portal, { ...wantedOf(call), ids: queryList(call, "id") }),
    );
    const after = queryValue(call, "after");
    const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after);
    if (start < 0) throw Problem.validation("after is not a paging token");
    const next = found[start + limit];
    return {
      status: 200,
      body: {
        results: found.slice(start, start + limit).map(view),
        ...(next === undefined ? {} : { paging: { next: { after: next.id } } }),
      },
    };
  }

  function types(): Answer {
    requireEnterprise();
    const seen = [...portal.occurrences.rows()].map(({ eventType }) => eventType);
    const eventTypes = [...new Set([...standardTypes, ...seen])].sort();
    return { status: 200, body: { eventTypes } };
  }

  function wantedOf(call: Call) {
    const id = queryValue(call, "objectId");
    const typeName = queryValue(call, "objectType");
    if (id !== undefined && typeName === undefined) {
      throw Problem.validation("objectId needs an objectType");
    }
    const type = objectTypeOf(typeName ?? "contact").id;
    return {
      ...(id === undefined ? {} : { who: { type, id: currentId(portal, type, id) } }),
      eventType: queryValue(call, "eventType"),
      after: instantOf(call, "occurredAfter"),
      before: instantOf(call, "occurredBefore"),
    };
  }

  function requireEnterprise(): void {
    if (portal.switches.accountTier === "enterprise") return;
    throw new Problem(403, {
      message:
        "Event occurrences need an Enterprise subscription, which the account does not have.",
      category: "FORBIDDEN",
    });
  }
}

function inOrder(call: Call, found: readonly EventOccurrence[]): readonly EventOccurrence[] {
  const sort = queryValue(call, "sort") ?? "-occurredAt";
  if (sort === "-occurredAt") return found;
  if (sort === "occurredAt") return found.toReversed();
  throw Problem.validation(`Events are sorted by occurredAt or -occurredAt, not ${sort}`);
}

function instantOf(call: Call, name: string): number | undefined {
  const text = queryValue(call, name);
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw Problem.validation(`${name} is no date and time: ${text}`);
  return at;
}

function view({ id, eventType, who, occurredAt, properties }: EventOccurrence): unknown {
  return {
    id,
    eventType,
    objectType: objectTypes[who.type].singular.toUpperCase(),
    objectId: who.id,
    occurredAt: new Date(occurredAt).toISOString(),
    properties,
  };
}
