import {
  limitsBetween,
  removeLimit,
  setLimit,
  type AssociationLimit,
} from "../portal/association-limits.ts";
import { associationType } from "../portal/association-type.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { limitsBody, typeIdsBody } from "./association-bodies.ts";
import { batchAnswer } from "./batch-answer.ts";
import { typeOf } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import type { Answer, Call, Route } from "./route.ts";
import { schemaScope } from "./scopes.ts";

const read = schemaScope("read");
const write = schemaScope("write");

/** How many records may be associated; below `/crm/associations/<version>`. */
export function associationLimitRoutes(portal: Portal): readonly Route[] {
  const root = "/definitions/configurations";
  const pair = `${root}/:from/:to`;
  return [
    { method: "get", path: `${root}/all`, run: listAll },
    { method: "get", path: pair, scopes: read, run: list },
    { method: "post", path: `${pair}/batch/create`, scopes: write, run: create },
    { method: "post", path: `${pair}/batch/update`, scopes: write, run: update },
    { method: "post", path: `${pair}/batch/purge`, scopes: write, run: purge },
  ];

  function listAll(): Answer {
    return { status: 200, body: { results: limitsBetween(portal).map(limitView) } };
  }

  function list(call: Call): Answer {
    return { status: 200, body: { results: limitsBetween(portal, endsOf(call)).map(limitView) } };
  }

  function create(call: Call): Answer {
    return batchAnswer(portal, 201, { results: set(call).map(limitView), errors: [] });
  }

  function update(call: Call): Answer {
    return batchAnswer(portal, 200, { results: set(call).map(limitView), errors: [] });
  }

  function set(call: Call): readonly AssociationLimit[] {
    const { inputs } = parseBody(call.text, limitsBody);
    for (const { typeId } of inputs) requireBetween(call, typeId);
    return inputs.map(({ typeId, maxToObjectIds }) => setLimit(portal, typeId, maxToObjectIds));
  }

  function purge(call: Call): Answer {
    const { inputs } = parseBody(call.text, typeIdsBody);
    for (const { typeId } of inputs) requireBetween(call, typeId);
    for (const { typeId } of inputs) removeLimit(portal, typeId);
    return { status: 204 };
  }

  function requireBetween(call: Call, typeId: number): void {
    const { from, to } = associationType(portal, typeId);
    const ends = endsOf(call);
    if (from === ends.from && to === ends.to) return;
    throw Problem.validation(
      `Association type ${typeId} is not one from ${ends.from} to ${ends.to}`,
    );
  }
}

function endsOf(call: Call) {
  return { from: typeOf(call, "from"), to: typeOf(call, "to") };
}

function limitView({ type: { category, typeId, label }, most }: AssociationLimit): unknown {
  const named = label === null ? {} : { label };
  return { category, typeId, userEnforcedMaxToObjectIds: most, ...named };
}
