import { createLabel, deleteLabel } from "../portal/association-labels.ts";
import { typesBetween } from "../portal/association-type.ts";
import {
  associateByDefault,
  associateWithTypes,
  dissociate,
  linksOf,
  type Pair,
} from "../portal/associations.ts";
import { objectTypes } from "../portal/object-type.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import {
  archiveBody,
  labelBody,
  pairsBody,
  readBody,
  typedPairsBody,
} from "./association-bodies.ts";
import { defaultViews, labeledView } from "./association-view.ts";
import { batchAnswer } from "./batch-answer.ts";
import { linkPage } from "./link-page.ts";
import { checkSize } from "./object-bodies.ts";
import { typeOf, writeBy } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { param, type Answer, type Call, type Route } from "./route.ts";
import { associationScope, schemaScope } from "./scopes.ts";

const read = associationScope("read");
const write = associationScope("write");
const readSchema = schemaScope("read");
const writeSchema = schemaScope("write");
const most = { read: 1_000, create: 2_000, archive: 100 };
const linksPerRecord = 500;

/** Associations in batches, and their labels; below `/crm/associations/<version>`, outside the ten-second limit. */
export function associationBatchRoutes(portal: Portal): readonly Route[] {
  const pair = "/:from/:to";
  const routes: readonly Route[] = [
    { method: "post", path: `${pair}/batch/read`, scopes: read, run: readBatch },
    { method: "post", path: `${pair}/batch/create`, scopes: write, run: createBatch },
    { method: "post", path: `${pair}/batch/associate/default`, scopes: write, run: associateBatch },
    { method: "post", path: `${pair}/batch/archive`, scopes: write, run: archiveBatch },
    { method: "post", path: `${pair}/batch/labels/archive`, scopes: write, run: unlabelBatch },
    { method: "get", path: `${pair}/labels`, scopes: readSchema, run: listLabels },
    { method: "post", path: `${pair}/labels`, scopes: writeSchema, run: addLabel },
    { method: "delete", path: `${pair}/labels/:typeId`, scopes: writeSchema, run: removeLabel },
  ];
  return routes.map((route) => ({ ...route, bucket: "none" }));

  function readBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, readBody);
    checkSize(inputs, most.read);
    const pages = inputs.map(({ id, after }) => {
      const links = linksOf(portal, { type: typeOf(call, "from"), id }, typeOf(call, "to"));
      return { id, page: linkPage(portal, links, { limit: linksPerRecord, after }) };
    });
    const found = pages.filter(({ page }) => page.results.length > 0);
    const results = found.map(({ id, page: { results: to, ...paging } }) => ({
      from: { id },
      to,
      ...paging,
    }));
    const alone = pages.filter(({ page }) => page.results.length === 0);
    const errors = alone.map(({ id }) => noAssociations(call, id));
    return batchAnswer(portal, 200, { results, errors });
  }

  function createBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, typedPairsBody);
    checkSize(inputs, most.create);
    const results = inputs.map(({ types, ...ids }) => {
      const typeIds = types.map(({ associationTypeId }) => associationTypeId);
      const between = pairOf(call, ids);
      associateWithTypes(portal, between, { typeIds, mode: "add", write: writeBy(portal, call) });
      return labeledView(portal, between, typeIds);
    });
    return batchAnswer(portal, 201, { results, errors: [] });
  }

  function associateBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, pairsBody);
    checkSize(inputs, most.create);
    const results = inputs.flatMap((ids) => {
      const between = pairOf(call, ids);
      associateByDefault(portal, between, writeBy(portal, call));
      return defaultViews(between);
    });
    return batchAnswer(portal, 200, { results, errors: [] });
  }

  function archiveBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, archiveBody);
    checkSize(inputs, most.archive);
    for (const { from, to } of inputs) {
      for (const other of to) {
        const between = pairOf(call, { from, to: other });
        dissociate(portal, between, { typeIds: "all", write: writeBy(portal, call) });
      }
    }
    return { status: 204 };
  }

  function unlabelBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, typedPairsBody);
    checkSize(inputs, most.create);
    for (const { types, ...ids } of inputs) {
      const typeIds = types.map(({ associationTypeId }) => associationTypeId);
      dissociate(portal, pairOf(call, ids), { typeIds, write: writeBy(portal, call) });
    }
    return { status: 204 };
  }

  function listLabels(call: Call): Answer {
    const types = typesBetween(portal, typeOf(call, "from"), typeOf(call, "to"));
    const results = types.map(({ category, typeId, label }) => ({ category, typeId, label }));
    return { status: 200, body: { results } };
  }

  function addLabel(call: Call): Answer {
    const wanted = parseBody(call.text, labelBody);
    const ends = { from: typeOf(call, "from"), to: typeOf(call, "to") };
    const made = createLabel(portal, { ...wanted, ...ends });
    const results = made.map(({ category, typeId, label }) => ({ category, typeId, label }));
    return { status: 200, body: { results } };
  }

  function removeLabel(call: Call): Answer {
    deleteLabel(portal, Number(param(call, "typeId")));
    return { status: 204 };
  }
}

function noAssociations(call: Call, id: string): unknown {
  const from = objectTypes[typeOf(call, "from")].singular;
  const to = objectTypes[typeOf(call, "to")].singular;
  return {
    status: "error",
    category: "OBJECT_NOT_FOUND",
    subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND",
    message: `No ${to} is associated with ${from} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
  };
}

function pairOf(call: Call, ids: { from: { id: string }; to: { id: string } }): Pair {
  if (!/^\d+$/.test(ids.from.id)) throw Problem.recordNotFound(ids.from.id);
  return {
    from: { type: typeOf(call, "from"), id: ids.from.id },
    to: { type: typeOf(call, "to"), id: ids.to.id },
  };
}
