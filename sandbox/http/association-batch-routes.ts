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
import { archiveBody, pairsBody, readBody, typedPairsBody } from "./association-bodies.ts";
import { associationLabelRoutes } from "./association-label-routes.ts";
import { associationLimitRoutes } from "./association-limit-routes.ts";
import { defaultViews, labeledView } from "./association-view.ts";
import { batchAnswer } from "./batch-answer.ts";
import { linkPage } from "./link-page.ts";
import { checkSize } from "./object-bodies.ts";
import { typeOf, writeBy } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import type { Answer, Call, Route } from "./route.ts";
import { associationScope } from "./scopes.ts";

const read = associationScope("read");
const write = associationScope("write");
const most = { read: 1_000, create: 2_000, archive: 100 };
const linksPerRecord = 500;

/** Associations in batches, and their labels; below `/crm/associations/<version>`, with a limit of their own. */
export function associationBatchRoutes(portal: Portal): readonly Route[] {
  const pair = "/:from/:to";
  const routes: readonly Route[] = [
    { method: "post", path: `${pair}/batch/read`, scopes: read, run: readBatch },
    { method: "post", path: `${pair}/batch/create`, scopes: write, run: createBatch },
    { method: "post", path: `${pair}/batch/associate/default`, scopes: write, run: associateBatch },
    { method: "post", path: `${pair}/batch/archive`, scopes: write, run: archiveBatch },
    { method: "post", path: `${pair}/batch/labels/archive`, scopes: write, run: unlabelBatch },
    ...associationLabelRoutes(portal),
    ...associationLimitRoutes(portal),
  ];
  return routes.map((route) => ({ ...route, bucket: "associations" }));

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
    const outcome = each(call, inputs, ({ types }, pair) => {
      const typeIds = types.map(({ associationTypeId }) => associationTypeId);
      associateWithTypes(portal, pair, { typeIds, mode: "add", write: writeBy(portal, call) });
      return [labeledView(portal, pair, typeIds)];
    });
    return batchAnswer(portal, 201, outcome);
  }

  function associateBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, pairsBody);
    checkSize(inputs, most.create);
    const outcome = each(call, inputs, (_, pair) => {
      associateByDefault(portal, pair, writeBy(portal, call));
      return defaultViews(pair);
    });
    return batchAnswer(portal, 200, outcome);
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

  /** Makes what can be made and tells the rest apart. */
  function each<Input extends { from: { id: string }; to: { id: string } }>(
    call: Call,
    inputs: readonly Input[],
    make: (input: Input, pair: Pair) => readonly unknown[],
  ): { readonly results: readonly unknown[]; readonly errors: readonly unknown[] } {
    const results: unknown[] = [];
    const errors: unknown[] = [];
    for (const input of inputs) {
      try {
        results.push(...make(input, pairOf(call, input)));
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        errors.push(failed(problem, input));
      }
    }
    return { results, errors };
  }
}

function failed(
  { body: { message, category = "OBJECT_NOT_FOUND", ...rest } }: Problem,
  { from, to }: { readonly from: { id: string }; readonly to: { id: string } },
): unknown {
  const context = { fromObjectId: [from.id], toObjectId: [to.id] };
  return { status: "error", category, message, ...rest, context };
}

/** The error of a record that has no association of the kind asked for. */
export function noAssociations(call: Call, id: string): unknown {
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

export function pairOf(call: Call, ids: { from: { id: string }; to: { id: string } }): Pair {
  if (!/^\d+$/.test(ids.from.id)) throw Problem.recordNotFound(ids.from.id);
  return {
    from: { type: typeOf(call, "from"), id: ids.from.id },
    to: { type: typeOf(call, "to"), id: ids.to.id },
  };
}
