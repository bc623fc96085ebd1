import type { z } from "zod";
import {
  pipelinesOf,
  requirePipeline,
  requireStage,
  type Pipeline,
  type PipelineStage,
} from "../portal/pipeline.ts";
import {
  archivePipeline,
  archiveStage,
  createPipeline,
  createStage,
  replacePipeline,
  updatePipeline,
  updateStage,
  type UseCheck,
} from "../portal/pipelines.ts";
import type { Portal } from "../portal/portal.ts";
import { typeOf } from "./object-routes.ts";
import { parseBody } from "./parse-body.ts";
import { pipelineBody, pipelinePatch, stageBody, stagePatch } from "./pipeline-bodies.ts";
import { param, queryValue, type Answer, type Call, type Route } from "./route.ts";
import { schemaScope } from "./scopes.ts";

const read = schemaScope("read");
const write = schemaScope("write");
const checks = ["validateReferencesBeforeDelete", "validateDealStageUsagesBeforeDelete"];

/** Pipelines and their stages; paths below `/crm/pipelines/<version>`. */
export function pipelineRoutes(portal: Portal): readonly Route[] {
  const one = "/:type/:pipelineId";
  const stages = `${one}/stages`;
  const stage = `${stages}/:stageId`;
  return [
    { method: "get", path: "/:type", scopes: read, run: list },
    { method: "post", path: "/:type", scopes: write, run: create },
    { method: "get", path: one, scopes: read, run: get },
    { method: "put", path: one, query: checks, scopes: write, run: replace },
    { method: "patch", path: one, query: checks, scopes: write, run: change },
    { method: "delete", path: one, query: checks, scopes: write, run: remove },
    { method: "get", path: stages, scopes: read, run: listStages },
    { method: "post", path: stages, scopes: write, run: addStage },
    { method: "get", path: stage, scopes: read, run: getStage },
    { method: "put", path: stage, scopes: write, run: replaceStage },
    { method: "patch", path: stage, scopes: write, run: changeStage },
    { method: "delete", path: stage, query: checks, scopes: write, run: removeStage },
  ];

  function list(call: Call): Answer {
    return ok({ results: pipelinesOf(portal, typeOf(call)).map(pipelineView) });
  }

  function get(call: Call): Answer {
    return ok(pipelineView(pipelineIn(call)));
  }

  function create(call: Call): Answer {
    const input = parseBody(call.text, pipelineBody);
    const pipeline = createPipeline(portal, typeOf(call), input);
    return { status: 201, body: pipelineView(pipeline), made: pipeline.id };
  }

  function replace(call: Call): Answer {
    const input = parseBody(call.text, pipelineBody);
    const change = { input, check: checkBy(call) };
    return ok(pipelineView(replacePipeline(portal, pipelineIn(call), change)));
  }

  function change(call: Call): Answer {
    const patch = parseBody(call.text, pipelinePatch);
    return ok(pipelineView(updatePipeline(portal, pipelineIn(call), patch)));
  }

  function remove(call: Call): Answer {
    archivePipeline(portal, pipelineIn(call), checkBy(call));
    return { status: 204 };
  }

  function listStages(call: Call): Answer {
    return ok({ results: pipelineIn(call).stages.map(stageView) });
  }

  function getStage(call: Call): Answer {
    return ok(stageView(requireStage(pipelineIn(call), param(call, "stageId"))));
  }

  function addStage(call: Call): Answer {
    const input = parseBody(call.text, stageBody);
    const stage = createStage(portal, pipelineIn(call), input);
    return { status: 201, body: stageView(stage), made: stage.id };
  }

  function replaceStage(call: Call): Answer {
    return writeStage(call, stageBody);
  }

  function changeStage(call: Call): Answer {
    return writeStage(call, stagePatch);
  }

  function writeStage(call: Call, body: z.ZodType<z.infer<typeof stagePatch>>): Answer {
    const patch = parseBody(call.text, body);
    const id = param(call, "stageId");
    return ok(stageView(updateStage(portal, pipelineIn(call), { id, patch })));
  }

  function removeStage(call: Call): Answer {
    const id = param(call, "stageId");
    archiveStage(portal, pipelineIn(call), { id, check: checkBy(call) });
    return { status: 204 };
  }

  function pipelineIn(call: Call): Pipeline {
    return requirePipeline(portal, typeOf(call), param(call, "pipelineId"));
  }
}

/** From 2026-09 on HubSpot looks whether a stage is in use unless it is told not to. */
function checkBy(call: Call): UseCheck {
  const name = typeOf(call) === "0-3" ? "validateDealStageUsagesBeforeDelete" : checks[0];
  const said = queryValue(call, name ?? "");
  const wanted = said === undefined ? call.version === "2026-09" : said === "true";
  return wanted ? "refuse stages in use" : "do not check";
}

function pipelineView({ id, label, displayOrder, stages, ...dates }: Pipeline): unknown {
  return { id, label, displayOrder, stages: stages.map(stageView), ...datesView(dates) };
}

function stageView({ id, label, displayOrder, metadata, ...dates }: PipelineStage): unknown {
  const writePermissions = "CRM_PERMISSIONS_ENFORCEMENT";
  return { id, label, displayOrder, metadata, writePermissions, ...datesView(dates) };
}

function datesView(dates: { readonly createdAt: number; readonly updatedAt: number }) {
  return {
    createdAt: new Date(dates.createdAt).toISOString(),
    updatedAt: new Date(dates.updatedAt).toISOString(),
    archived: false,
  };
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
