import {
  batchCreate,
  batchUpdate,
  requireRecord,
  type BatchOutcome,
  type BatchResult,
} from "../portal/batch.ts";
import { archive, findRecord } from "../portal/objects.ts";
import { objectTypeOf, type ObjectTypeId } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { CrmRecord } from "../portal/record.ts";
import type { Write } from "../portal/write-values.ts";
import { createBody, updateBody } from "./object-bodies.ts";
import { pageLimit } from "./page-limit.ts";
import { parseBody } from "./parse-body.ts";
import { recordView, writtenView, type Wanted } from "./record-view.ts";
import { param, queryList, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { recordScope } from "./scopes.ts";

const read = recordScope("read");
const write = recordScope("write");
const readQuery = ["properties", "propertiesWithHistory", "associations", "archived", "idProperty"];
const listQuery = [
  "limit",
  "after",
  "properties",
  "propertiesWithHistory",
  "associations",
  "archived",
];

/** Records one by one and in pages; paths below `/crm/objects/<version>`. */
export function objectRoutes(portal: Portal): readonly Route[] {
  return [
    { method: "get", path: "/:type", query: listQuery, scopes: read, run: list },
    { method: "post", path: "/:type", scopes: write, run: create },
    { method: "get", path: "/:type/:id", query: readQuery, scopes: read, run: get },
    { method: "patch", path: "/:type/:id", query: ["idProperty"], scopes: write, run: update },
    { method: "delete", path: "/:type/:id", scopes: write, run: remove },
  ];

  function list(call: Call): Answer {
    const wanted = wantedBy(call);
    const most = (wanted.propertiesWithHistory?.length ?? 0) > 0 ? 50 : 100;
    const limit = pageLimit(call, { standard: 10, most });
    const archived = queryValue(call, "archived") === "true";
    const from = Number(queryValue(call, "after") ?? 0);
    if (!Number.isSafeInteger(from)) throw Problem.validation("after is not a paging token");
    const found = portal.shelves[typeOf(call)].page({ from, limit: limit + 1, archived });
    const results = found.slice(0, limit).map((record) => recordView(portal, record, wanted));
    const next = found[limit];
    return {
      status: 200,
      body: { results, ...(next ? { paging: { next: { after: next.id } } } : {}) },
    };
  }

  function get(call: Call): Answer {
    const record = findAny(call);
    return { status: 200, body: recordView(portal, record, wantedBy(call)) };
  }

  function findAny(call: Call): CrmRecord {
    const type = typeOf(call);
    const target = { id: param(call, "id"), idProperty: queryValue(call, "idProperty") };
    if (queryValue(call, "archived") !== "true") return requireRecord(portal, type, target);
    const record = findRecord(portal, type, { ...target, state: "archived" });
    if (record === undefined) throw Problem.recordNotFound(target.id);
    return record;
  }

  function create(call: Call): Answer {
    const input = parseBody(call.text, createBody);
    const outcome = batchCreate(portal, typeOf(call), {
      inputs: [{ ...input, traceId: undefined }],
      write: writeBy(portal, call),
    });
    return single(outcome, { status: 201, traceId: input.traceId });
  }

  function update(call: Call): Answer {
    const { properties, objectWriteTraceId } = parseBody(call.text, updateBody);
    const target = { id: param(call, "id"), idProperty: queryValue(call, "idProperty") };
    const { id } = requireRecord(portal, typeOf(call), target);
    const outcome = batchUpdate(portal, typeOf(call), {
      inputs: [{ id, properties }],
      write: writeBy(portal, call),
    });
    return single(outcome, { status: 200, traceId: objectWriteTraceId });
  }

  function remove(call: Call): Answer {
    archive(portal, { type: typeOf(call), id: param(call, "id") }, writeBy(portal, call));
    return { status: 204 };
  }

  function single(
    { results: [result] }: BatchOutcome<BatchResult>,
    { status, traceId }: { status: number; traceId: string | undefined },
  ): Answer {
    if (result === undefined) throw new Error("a write of one record has one result or throws");
    const made = result.isNew ? { made: result.record.id } : {};
    return { status, body: writtenView(portal, { ...result, traceId }), ...made };
  }
}

/** The type a path names. */
export function typeOf(call: Call, name = "type"): ObjectTypeId {
  return objectTypeOf(param(call, name)).id;
}

/** A write made by whoever calls, now. */
export function writeBy(portal: Portal, { caller, version }: Call): Write {
  const enforced = version === "2026-09";
  return { source: caller.source, at: portal.now(), authority: "caller", enforced };
}

function wantedBy(call: Call): Wanted {
  return {
    properties: queryList(call, "properties"),
    propertiesWithHistory: queryList(call, "propertiesWithHistory"),
    associations: queryList(call, "associations"),
  };
}
