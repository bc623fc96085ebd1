import {
  batchArchive,
  batchCreate,
  batchRead,
  batchUpdate,
  batchUpsert,
  type BatchOutcome,
  type BatchResult,
} from "../portal/batch.ts";
import type { Portal } from "../portal/portal.ts";
import { batchAnswer } from "./batch-answer.ts";
import {
  batchArchiveBody,
  batchCreateBody,
  batchReadBody,
  batchUpdateBody,
  checkSize,
} from "./object-bodies.ts";
import { typeOf, writeBy } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { recordView, writtenView } from "./record-view.ts";
import { queryValue, type Answer, type Call, type Route } from "./route.ts";
import { recordScope } from "./scopes.ts";

const read = recordScope("read");
const write = recordScope("write");

/** Up to a hundred records at a time; paths below `/crm/objects/<version>`. */
export function objectBatchRoutes(portal: Portal): readonly Route[] {
  return [
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
  ];

  function readBatch(call: Call): Answer {
    const { inputs, ...wanted } = parseBody(call.text, batchReadBody);
    checkSize(inputs);
    if (wanted.propertiesWithHistory.length > 0) checkSize(inputs, 50);
    const state = queryValue(call, "archived") === "true" ? "archived" : "live";
    const { results, errors } = batchRead(portal, typeOf(call), { inputs, state });
    return batchAnswer(portal, 200, {
      results: results.map((record) => recordView(portal, record, wanted)),
      errors,
    });
  }

  function createBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchCreateBody);
    checkSize(inputs);
    const outcome = batchCreate(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    return written(201, outcome);
  }

  function updateBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchUpdateBody);
    checkSize(inputs);
    const outcome = batchUpdate(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    return written(200, outcome);
  }

  function upsertBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchUpdateBody);
    checkSize(inputs);
    const outcome = batchUpsert(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    return batchAnswer(portal, 200, {
      results: outcome.results.map((result) => ({
        ...writtenView(portal, result),
        new: result.isNew,
      })),
      errors: outcome.errors,
    });
  }

  function archiveBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, batchArchiveBody);
    checkSize(inputs);
    batchArchive(portal, typeOf(call), { inputs, write: writeBy(portal, call) });
    return { status: 204 };
  }

  function written(status: number, { results, errors }: BatchOutcome<BatchResult>): Answer {
    const views = results.map((result) => writtenView(portal, result));
    return batchAnswer(portal, status, { results: views, errors });
  }
}
