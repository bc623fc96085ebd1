import {
  batchArchive,
  batchCreate,
  batchRead,
  batchUpdate,
  batchUpsert,
  requireRecord,
  type BatchOutcome,
  type BatchResult,
} from "../portal/batch.ts";
import { archive } from "../portal/objects.ts";
import { objectTypeOf, type ObjectTypeId } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import type { CrmRecord } from "../portal/record.ts";
import type { Write } from "../portal/write-values.ts";
import {
  batchArchiveBody,
  batchCreateBody,
  batchReadBody,
  batchUpdateBody,
  checkSize,
  createBody,
  updateBody,
} from "./object-bodies.ts";
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

/** Records one by one, in pages and in batches; paths below `/crm/objects/<version>`. */
export function objectRoutes(portal: Portal): readonly Route[] {
  return [
    { method: "get", path: "/:type", query: listQuery, scopes: read, run: list },
    { method: "post", path: "/:type", scopes: write, run: create },
    {
      method: "post",
      path: "/:type/batch/read",
      query: ["archived"],
      scopes: read,
      run: readBatch,
    },
    { method: "post", path: "/:type/batch/create", scopes: write, run: createBatch },
    { method: "post", path: "/:type/batch/update", scopes: write, run: updateBatch },
    { method: "post", path: "/:type/batch/upsert", scopes: write, run: upsertBatch },
    { method: "post", path: "/:type/batch/archive", scopes: write, run: archiveBatch },
    { method: "get", path: "/:type/:id", query: readQuery, scopes: read, run: get },
    { method: "patch", path: "/:type/:id", query: ["idProperty"], scopes: write, run: update },
    { method: "delete", path: "/:type/:id", scopes: write, run: remove },
  ];

  function list(call: Call): Answer {
    const wanted = wantedBy(call);
    const limit = pageLimit(call, (wanted.propertiesWithHistory?.length ?? 0) > 0 ? 50 : 100);
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
    const id = param(call, "id");
    if (queryValue(call, "archived") !== "true") {
      return requireRecord(portal, type, { id, idProperty: queryValue(call, "idProperty") });
    }
    const record = portal.shelves[type].get(id);
    if (record?.archivedAt === undefined) throw Problem.recordNotFound(id);
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
    requireRecord(portal, typeOf(call), target);
    const outcome = batchUpdate(portal, typeOf(call), {
      inputs: [{ ...target, properties }],
      write: writeBy(portal, call),
    });
    return single(outcome, { status: 200, traceId: objectWriteTraceId });
  }

  function remove(call: Call): Answer {
    archive(portal, { type: typeOf(call), id: param(call, "id") }, writeBy(portal, call));
    return { status: 204 };
  }

  function readBatch(call: Call): Answer {
    if (queryValue(call, "archived") === "true") {
      throw Problem.unsupported("The sandbox does not read archived records in batches.");
    }
    const { inputs, ...wanted } = parseBody(call.text, batchReadBody);
    checkSize(inputs);
    if (wanted.propertiesWithHistory.length > 0) checkSize(inputs, 50);
    const outcome = batchRead(portal, typeOf(call), inputs);
    return batch(outcome, { status: 200, view: (record) => recordView(portal, record, wanted) });
  }

  function createBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchCreateBody);
    checkSize(inputs);
    const outcome = batchCreate(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    return batch(outcome, { status: 201, view: (result) => writtenView(portal, result) });
  }

  function updateBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchUpdateBody);
    checkSize(inputs);
    const outcome = batchUpdate(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    return batch(outcome, { status: 200, view: (result) => writtenView(portal, result) });
  }

  function upsertBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchUpdateBody);
    checkSize(inputs);
    const outcome = batchUpsert(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    const view = (result: BatchResult) => ({
      ...(writtenView(portal, result) as object),
      new: result.isNew,
    });
    return batch(outcome, { status: 200, view });
  }

  function archiveBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchArchiveBody);
    checkSize(inputs);
    batchArchive(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    return { status: 204 };
  }

  function single(
    { results: [result] }: BatchOutcome<BatchResult>,
    { status, traceId }: { status: number; traceId: string | undefined },
  ): Answer {
    if (result === undefined) throw new Error("a write of one record has one result or throws");
    return { status, body: writtenView(portal, { ...result, traceId }) };
  }

  function batch<Result>(
    { results, errors }: BatchOutcome<Result>,
    { status, view }: { status: number; view: (result: Result) => unknown },
  ): Answer {
    const at = new Date(portal.now()).toISOString();
    const body = { status: "COMPLETE", results: results.map(view), startedAt: at, completedAt: at };
    if (errors.length === 0) return { status, body };
    return { status: 207, body: { ...body, numErrors: errors.length, errors } };
  }
}

/** The type a path names. */
export function typeOf(call: Call, name = "type"): ObjectTypeId {
  return objectTypeOf(param(call, name)).id;
}

/** A write made by whoever calls, now. */
export function writeBy(portal: Portal, { caller }: Call): Write {
  return { source: caller.source, at: portal.now(), authority: "caller" };
}

function wantedBy(call: Call): Wanted {
  return {
    properties: queryList(call, "properties"),
    propertiesWithHistory: queryList(call, "propertiesWithHistory"),
    associations: queryList(call, "associations"),
  };
}

function pageLimit(call: Call, most: number): number {
  const limit = Number(queryValue(call, "limit") ?? 10);
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw Problem.validation(`limit must be a number from 1 to ${most}`);
}
