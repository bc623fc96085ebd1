import { createLabel, deleteLabel, renameLabel } from "../portal/association-labels.ts";
import { typesBetween, type AssociationType } from "../portal/association-type.ts";
import type { Portal } from "../portal/portal.ts";
import { labelBody, labelPatch } from "./association-bodies.ts";
import { typeOf } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { param, type Answer, type Call, type Route } from "./route.ts";
import { schemaScope } from "./scopes.ts";

const read = schemaScope("read");
const write = schemaScope("write");

/** What associations may be called; below `/crm/associations/<version>`. */
export function associationLabelRoutes(portal: Portal): readonly Route[] {
  const labels = "/:from/:to/labels";
  return [
    { method: "get", path: labels, scopes: read, run: list },
    { method: "post", path: labels, scopes: write, run: add },
    { method: "put", path: labels, scopes: write, run: rename },
    { method: "delete", path: `${labels}/:typeId`, scopes: write, run: remove },
  ];

  function list(call: Call): Answer {
    return shown(typesBetween(portal, typeOf(call, "from"), typeOf(call, "to")));
  }

  function add(call: Call): Answer {
    const wanted = parseBody(call.text, labelBody);
    const ends = { from: typeOf(call, "from"), to: typeOf(call, "to") };
    return shown(createLabel(portal, { ...wanted, ...ends }));
  }

  function rename(call: Call): Answer {
    const { associationTypeId, ...names } = parseBody(call.text, labelPatch);
    renameLabel(portal, associationTypeId, names);
    return { status: 204 };
  }

  function remove(call: Call): Answer {
    deleteLabel(portal, Number(param(call, "typeId")));
    return { status: 204 };
  }
}

function shown(types: readonly AssociationType[]): Answer {
  const results = types.map(({ category, typeId, label }) => ({ category, typeId, label }));
  return { status: 200, body: { results } };
}
