import { z } from "zod";
import type { Portal } from "../portal/portal.ts";
import { Problem } from "../portal/problem.ts";
import { requireProperty } from "../portal/properties.ts";
import { requireRuleType, rulesOf, setRule, type ValueRule } from "../portal/value-rules.ts";
import { typeOf } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { param, type Answer, type Call, type Route } from "./route.ts";
import { schemaScope } from "./scopes.ts";

const read = schemaScope("read");
const write = schemaScope("write");
const ruleBody = z.strictObject({
  ruleArguments: z.array(z.string()),
  shouldApplyNormalization: z.boolean().default(false),
});

/** What values may be, beyond their type; paths below `/crm/property-validations/<version>`. */
export function valueRuleRoutes(portal: Portal): readonly Route[] {
  const one = "/:type/:name/rule-type/:ruleType";
  return [
    { method: "get", path: "/:type", scopes: read, run: listAll },
    { method: "get", path: "/:type/:name", scopes: read, run: list },
    { method: "get", path: one, scopes: read, run: get },
    { method: "put", path: one, scopes: write, run: put },
  ];

  function listAll(call: Call): Answer {
    const prefix = `${typeOf(call)}/`;
    const names = [...portal.valueRules.keys()].filter((key) => key.startsWith(prefix));
    const results = names.map((key) => {
      const propertyName = key.slice(prefix.length);
      const propertyValidationRules = rulesOf(portal, typeOf(call), propertyName).map(shortView);
      return { propertyName, propertyValidationRules };
    });
    return { status: 200, body: { results } };
  }

  function list(call: Call): Answer {
    const { name } = requireProperty(portal, typeOf(call), param(call, "name"));
    return { status: 200, body: { results: rulesOf(portal, typeOf(call), name).map(shortView) } };
  }

  function get(call: Call): Answer {
    const { name } = requireProperty(portal, typeOf(call), param(call, "name"));
    const wanted = requireRuleType(param(call, "ruleType"));
    const rule = rulesOf(portal, typeOf(call), name).find(({ ruleType }) => ruleType === wanted);
    if (rule === undefined)
      throw Problem.notFound(`Property ${name} has no rule of type ${wanted}`);
    return { status: 200, body: rule };
  }

  function put(call: Call): Answer {
    const type = typeOf(call);
    const definition = requireProperty(portal, type, param(call, "name"));
    const rule = parseBody(call.text, ruleBody);
    const ruleType = requireRuleType(param(call, "ruleType"));
    setRule(portal, { type, definition }, { ruleType, ...rule });
    return { status: 204 };
  }
}

function shortView({ ruleType, ruleArguments }: ValueRule): unknown {
  return { ruleType, ruleArguments };
}
