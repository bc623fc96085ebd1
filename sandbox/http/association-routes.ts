import { currentId } from "../portal/aliases.ts";
import {
  associateByDefault,
  associateWithTypes,
  dissociate,
  linksOf,
} from "../portal/associations.ts";
import type { Pair } from "../portal/associations.ts";
import type { Portal } from "../portal/portal.ts";
import { requireRecord } from "../portal/batch.ts";
import { typesBody } from "./association-bodies.ts";
import { defaultViews, labeledView } from "./association-view.ts";
import { linkPage } from "./link-page.ts";
import { typeOf, writeBy } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { param, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { associationScope } from "./scopes.ts";

const read = associationScope("read");
const write = associationScope("write");

/** Associations of one record; paths below `/crm/objects/<version>`. */
export function associationRoutes(portal: Portal): readonly Route[] {
  const one = "/:type/:id/associations/:to/:toId";
  return [
    {
      method: "get",
      path: "/:type/:id/associations/:to",
      query: ["limit", "after"],
      scopes: read,
      run: list,
    },
    {
      method: "put",
      path: "/:type/:id/associations/default/:to/:toId",
      scopes: write,
      run: addDefault,
    },
    { method: "put", path: one, scopes: write, run: addLabeled },
    { method: "delete", path: one, scopes: write, run: remove },
  ];

  function list(call: Call): Answer {
    const from = requireRecord(portal, typeOf(call), { id: param(call, "id") });
    const links = linksOf(portal, from, typeOf(call, "to"));
    const limit = Number(queryValue(call, "limit") ?? 500);
    return {
      status: 200,
      body: linkPage(portal, links, { limit, after: queryValue(call, "after") }),
    };
  }

  function addDefault(call: Call): Answer {
    const pair = pairOf(portal, call);
    associateByDefault(portal, pair, writeBy(portal, call));
    const at = new Date(portal.now()).toISOString();
    const body = {
      status: "COMPLETE",
      results: defaultViews(pair),
      startedAt: at,
      completedAt: at,
    };
    return { status: 200, body };
  }

  function addLabeled(call: Call): Answer {
    const types = parseBody(call.text, typesBody);
    const typeIds = types.map(({ associationTypeId }) => associationTypeId);
    const pair = pairOf(portal, call);
    associateWithTypes(portal, pair, { typeIds, mode: "replace", write: writeBy(portal, call) });
    return { status: 201, body: labeledView(portal, pair, typeIds) };
  }

  function remove(call: Call): Answer {
    dissociate(portal, pairOf(portal, call), { typeIds: "all", write: writeBy(portal, call) });
    return { status: 204 };
  }
}

function pairOf(portal: Portal, call: Call): Pair {
  const from = typeOf(call);
  const to = typeOf(call, "to");
  return {
    from: { type: from, id: currentId(portal, from, param(call, "id")) },
    to: { type: to, id: currentId(portal, to, param(call, "toId")) },
  };
}
