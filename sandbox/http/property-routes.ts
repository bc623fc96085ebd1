import { z } from "zod";
import { definitionOf, definitionsOf, groupsOf } from "../portal/definitions.ts";
import { Problem } from "../portal/problem.ts";
import type { Portal } from "../portal/portal.ts";
import {
  archiveProperty,
  createProperty,
  propertyNotFound,
  requireProperty,
  updateProperty,
} from "../portal/properties.ts";
import { archiveGroup, createGroup, requireGroup, updateGroup } from "../portal/property-groups.ts";
import { batchAnswer } from "./batch-answer.ts";
import { checkSize } from "./object-bodies.ts";
import { typeOf } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { namesBody, patchBody, propertyBody } from "./property-bodies.ts";
import { propertyView } from "./property-view.ts";
import { param, queryList, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { schemaScope } from "./scopes.ts";

const read = schemaScope("read");
const write = schemaScope("write");
const readQuery = ["archived", "dataSensitivity"];
const groupBody = z.strictObject({
  name: z.string().min(1),
  label: z.string().min(1),
  displayOrder: z.number().int().optional(),
});

/** Property definitions and groups; paths below `/crm/properties/<version>`. */
export function propertyRoutes(portal: Portal): readonly Route[] {
  return [
    { method: "get", path: "/:type/groups", scopes: read, run: listGroups },
    { method: "post", path: "/:type/groups", scopes: write, run: addGroup },
    { method: "get", path: "/:type/groups/:name", scopes: read, run: getGroup },
    { method: "patch", path: "/:type/groups/:name", scopes: write, run: changeGroup },
    { method: "delete", path: "/:type/groups/:name", scopes: write, run: removeGroup },
    { method: "post", path: "/:type/batch/read", scopes: read, run: readBatch },
    { method: "post", path: "/:type/batch/create", scopes: write, run: createBatch },
    { method: "post", path: "/:type/batch/archive", scopes: write, run: archiveBatch },
    { method: "get", path: "/:type", query: [...readQuery, "properties"], scopes: read, run: list },
    { method: "post", path: "/:type", scopes: write, run: create },
    { method: "get", path: "/:type/:name", query: readQuery, scopes: read, run: get },
    { method: "patch", path: "/:type/:name", scopes: write, run: change },
    { method: "delete", path: "/:type/:name", scopes: write, run: remove },
  ];

  function list(call: Call): Answer {
    const which = queryValue(call, "archived") === "true" ? "archived" : "active";
    const { length } = queryList(call, "properties");
    if (length > 0) throw Problem.unsupported("The sandbox lists all properties or none.");
    // No property of the sandbox holds sensitive data.
    const open = (queryValue(call, "dataSensitivity") ?? "non_sensitive") === "non_sensitive";
    const results = open ? definitionsOf(portal, typeOf(call), which).map(propertyView) : [];
    return { status: 200, body: { results } };
  }

  function get(call: Call): Answer {
    const name = param(call, "name");
    if (queryValue(call, "archived") !== "true") {
      return { status: 200, body: propertyView(requireProperty(portal, typeOf(call), name)) };
    }
    const definition = definitionOf(portal, typeOf(call), name);
    if (definition?.archivedAt === undefined) throw propertyNotFound(name);
    return { status: 200, body: propertyView(definition) };
  }

  function create(call: Call): Answer {
    const input = parseBody(call.text, propertyBody);
    const definition = createProperty(portal, typeOf(call), input);
    return { status: 201, body: propertyView(definition), made: definition.name };
  }

  function change(call: Call): Answer {
    const patch = parseBody(call.text, patchBody);
    const definition = updateProperty(portal, typeOf(call), { name: param(call, "name"), patch });
    return { status: 200, body: propertyView(definition) };
  }

  function remove(call: Call): Answer {
    archiveProperty(portal, typeOf(call), param(call, "name"));
    return { status: 204 };
  }

  function readBatch(call: Call): Answer {
    const { inputs, archived } = parseBody(call.text, namesBody);
    checkSize(inputs);
    const found = inputs.map(({ name }) => ({
      name,
      definition: definitionOf(portal, typeOf(call), name),
    }));
    const matches = found.flatMap(({ definition }) =>
      definition !== undefined && (definition.archivedAt !== undefined) === archived
        ? [definition]
        : [],
    );
    const missing = inputs.filter(({ name }) => !matches.some((match) => match.name === name));
    const errors = missing.map(({ name }) => unknownProperty(name));
    return batchAnswer(portal, 200, { results: matches.map(propertyView), errors });
  }

  /** All or nothing: the definitions made before the one that fails are taken back. */
  function createBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, z.strictObject({ inputs: z.array(propertyBody) }));
    checkSize(inputs);
    const type = typeOf(call);
    const before = inputs.map(({ name }) => ({
      name,
      row: portal.properties.get(`${type}/${name}`),
    }));
    try {
      const results = inputs.map((input) => propertyView(createProperty(portal, type, input)));
      return batchAnswer(portal, 201, { results, errors: [] });
    } catch (problem) {
      for (const { name, row } of before) {
        if (row === undefined) portal.properties.delete(`${type}/${name}`);
        else portal.properties.set(`${type}/${name}`, row);
      }
      throw problem;
    }
  }

  function archiveBatch(call: Call): Answer {
    const { inputs } = parseBody(call.text, namesBody);
    checkSize(inputs);
    const type = typeOf(call);
    // One that is archived already, or never was, is no error.
    const present = inputs.filter(({ name }) => {
      const definition = definitionOf(portal, type, name);
      return definition !== undefined && definition.archivedAt === undefined;
    });
    for (const { name } of present) archiveProperty(portal, type, name);
    return { status: 204 };
  }

  function listGroups(call: Call): Answer {
    return { status: 200, body: { results: groupsOf(portal, typeOf(call)) } };
  }

  function getGroup(call: Call): Answer {
    return { status: 200, body: requireGroup(portal, typeOf(call), param(call, "name")) };
  }

  function addGroup(call: Call): Answer {
    const input = parseBody(call.text, groupBody);
    const group = createGroup(portal, typeOf(call), input);
    return { status: 201, body: group, made: group.name };
  }

  function changeGroup(call: Call): Answer {
    const patch = parseBody(call.text, groupBody.omit({ name: true }).partial());
    const group = updateGroup(portal, typeOf(call), { name: param(call, "name"), patch });
    return { status: 200, body: group };
  }

  function removeGroup(call: Call): Answer {
    archiveGroup(portal, typeOf(call), param(call, "name"));
    return { status: 204 };
  }
}

function unknownProperty(name: string): unknown {
  return {
    status: "error",
    category: "OBJECT_NOT_FOUND",
    message: propertyNotFound(name).message,
    context: { name: [name] },
  };
}
