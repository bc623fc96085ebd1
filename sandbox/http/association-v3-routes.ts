import { associationType, typesBetween } from "../portal/association-type.ts";
import { associateWithTypes, dissociate, linksOf, type Pair } from "../portal/associations.ts";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { namedPairsBody, readBody } from "./association-bodies.ts";
import { noAssociations, pairOf } from "./association-batch-routes.ts";
import { batchAnswer } from "./batch-answer.ts";
import { checkSize } from "./object-bodies.ts";
import { typeOf, writeBy } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import type { Answer, Call, Route } from "./route.ts";
import { associationScope, schemaScope } from "./scopes.ts";

const read = associationScope("read");
const write = associationScope("write");
const most = { read: 1_000, write: 2_000 };

/** The older associations, which know types by name and no labels; below `/crm/v3/associations`. */
export function associationV3Routes(portal: Portal): readonly Route[] {
  const pair = "/:from/:to";
  const routes: readonly Route[] = [
    { method: "get", path: `${pair}/types`, scopes: schemaScope("read"), run: types },
    { method: "post", path: `${pair}/batch/read`, scopes: read, run: readBatch },
    { method: "post", path: `${pair}/batch/create`, scopes: write, run: createBatch },
    { method: "post", path: `${pair}/batch/archive`, scopes: write, run: archiveBatch },
  ];
  return routes.map((route) => ({ ...route, bucket: "none" }));

  function types(call: Call): Answer {
    const between = typesBetween(portal, typeOf(call, "from"), typeOf(call, "to"));
    const results = between.map(({ typeId, name }) => ({ id: String(typeId), name }));
    return { status: 200, body: { results } };
  }

  function readBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, readBody);
    checkSize(inputs, most.read);
    const to = typeOf(call, "to");
    const found = inputs.map(({ id }) => ({
      id,
      links: linksOf(portal, { type: typeOf(call, "from"), id }, to),
    }));
    return batchAnswer(portal, 200, {
      results: found
        .filter(({ links }) => links.length > 0)
        .map(({ id, links }) => ({
          from: { id },
          // One entry for each type, not for each record.
          to: links.flatMap(({ to: other, typeIds }) =>
            typeIds.map((typeId) => ({ id: other.id, type: associationType(portal, typeId).name })),
          ),
        })),
      errors: found
        .filter(({ links }) => links.length === 0)
        .map(({ id }) => noAssociations(call, id)),
    });
  }

  function createBatch(call: Call): Answer {
    const pairs = pairsBy(call);
    for (const { pair: between, typeId } of pairs) {
      associateWithTypes(portal, between, {
        typeIds: [typeId],
        mode: "add",
        write: writeBy(portal, call),
      });
    }
    const results = pairs.map(({ pair: { from, to }, name }) => ({
      from: { id: from.id },
      to: { id: to.id },
      type: name,
    }));
    return batchAnswer(portal, 201, { results, errors: [] });
  }

  function archiveBatch(call: Call): Answer {
    for (const { pair: between, typeId } of pairsBy(call)) {
      dissociate(portal, between, { typeIds: [typeId], write: writeBy(portal, call) });
    }
    return { status: 204 };
  }

  /** Types are called by name, or by the number they have in the newer versions. */
  function pairsBy(call: Call): readonly { pair: Pair; typeId: number; name: string }[] {
    const { inputs } = parseBody(call.text, namedPairsBody);
    checkSize(inputs, most.write);
    const between = typesBetween(portal, typeOf(call, "from"), typeOf(call, "to"));
    return inputs.map(({ type: name, ...ids }) => {
      const type = between.find((each) => each.name === name || String(each.typeId) === name);
      if (type === undefined) throw Problem.validation(`${name} is not an association type`);
      return { pair: pairOf(call, ids), typeId: type.typeId, name };
    });
  }
}
