import type { ObjectTypeId } from "./object-type.ts";
import {
  pipelinesOf,
  requireStage,
  stageProperties,
  type Pipeline,
  type PipelineStage,
} from "./pipeline.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import { stageDateProperties } from "./standard/stage-dates.ts";

export type StageInput = {
  readonly label: string;
  readonly displayOrder: number;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Chosen by whoever makes the stage, or a number given out. */
  readonly stageId?: string | undefined;
};

type StagePatch = { readonly [Field in keyof StageInput]?: StageInput[Field] | undefined };

export type PipelineInput = {
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly StageInput[];
  readonly pipelineId?: string | undefined;
};

const mostStages: Partial<Record<ObjectTypeId, number>> = { "0-3": 100, "0-136": 30 };

export function createPipeline(
  portal: Portal,
  type: ObjectTypeId,
  { label, displayOrder, stages, pipelineId }: PipelineInput,
): Pipeline {
  const names = stageProperties[type];
  if (names?.pipeline === undefined) {
    throw Problem.validation(`Records of type ${type} can't have several pipelines`);
  }
  requireFreeLabel(pipelinesOf(portal, type), label, "pipeline");
  const now = portal.now();
  const id = pipelineId ?? String(portal.nextNumber("stage"));
  if (pipelinesOf(portal, type).some((other) => other.id === id)) {
    throw Problem.validation(`A pipeline with the id ${id} exists already`);
  }
  let pipeline: Pipeline = {
    id,
    type,
    label,
    displayOrder,
    stages: [],
    createdAt: now,
    updatedAt: now,
  };
  for (const stage of stages) {
    pipeline = { ...pipeline, stages: [...pipeline.stages, newStage(portal, pipeline, stage)] };
  }
  return keep(portal, pipeline);
}

/** Changes what a pipeline is called and where it stands among others. */
export function updatePipeline(
  portal: Portal,
  pipeline: Pipeline,
  patch: { readonly label?: string | undefined; readonly displayOrder?: number | undefined },
): Pipeline {
  const { label = pipeline.label, displayOrder = pipeline.displayOrder } = patch;
  const others = pipelinesOf(portal, pipeline.type).filter(({ id }) => id !== pipeline.id);
  requireFreeLabel(others, label, "pipeline");
  return keep(portal, { ...pipeline, label, displayOrder, updatedAt: portal.now() });
}

/** Sets a pipeline anew; a stage of the same label stays the stage it was. */
export function replacePipeline(
  portal: Portal,
  pipeline: Pipeline,
  { input, check }: { readonly input: PipelineInput; readonly check: UseCheck },
): Pipeline {
  const labels = new Set(input.stages.map(({ label }) => label));
  const leaving = pipeline.stages.filter(({ label }) => !labels.has(label));
  if (check === "refuse stages in use") requireUnused(portal, pipeline, leaving);
  const renamed = updatePipeline(portal, pipeline, input);
  const stages = input.stages.map((stage) => {
    const present = pipeline.stages.find(({ label }) => label === stage.label);
    return present === undefined
      ? newStage(portal, pipeline, stage)
      : changedStage(portal, pipeline, { present, patch: stage });
  });
  return keep(portal, { ...renamed, stages });
}

/** Whether a stage that records stand in may go. */
export type UseCheck = "refuse stages in use" | "do not check";

export function archivePipeline(portal: Portal, pipeline: Pipeline, check: UseCheck): void {
  if (check === "refuse stages in use") requireUnused(portal, pipeline, pipeline.stages);
  if (pipelinesOf(portal, pipeline.type).length === 1) {
    throw Problem.validation("The last pipeline of an object type can't be deleted");
  }
  keep(portal, { ...pipeline, archivedAt: portal.now() });
}

export function createStage(portal: Portal, pipeline: Pipeline, input: StageInput): PipelineStage {
  const stage = newStage(portal, pipeline, input);
  keep(portal, { ...pipeline, stages: [...pipeline.stages, stage] });
  return stage;
}

export function updateStage(
  portal: Portal,
  pipeline: Pipeline,
  { id, patch }: { readonly id: string; readonly patch: StagePatch },
): PipelineStage {
  const present = requireStage(pipeline, id);
  const others = pipeline.stages.filter((stage) => stage !== present);
  requireFreeLabel(others, patch.label ?? present.label, "stage");
  const changed = changedStage(portal, pipeline, { present, patch });
  keep(portal, { ...pipeline, stages: [...others, changed] });
  return changed;
}

export function archiveStage(
  portal: Portal,
  pipeline: Pipeline,
  { id, check }: { readonly id: string; readonly check: UseCheck },
): void {
  const present = requireStage(pipeline, id);
  if (check === "refuse stages in use") requireUnused(portal, pipeline, [present]);
  keep(portal, { ...pipeline, stages: pipeline.stages.filter((stage) => stage !== present) });
}

function newStage(
  portal: Portal,
  { type, stages }: Pipeline,
  { label, displayOrder, metadata = {}, stageId }: StageInput,
): PipelineStage {
  requireFreeLabel(stages, label, "stage");
  const most = mostStages[type];
  if (most !== undefined && stages.length >= most) {
    throw Problem.validation(`A pipeline of ${type} has at most ${most} stages`);
  }
  const now = portal.now();
  const id = stageId ?? String(portal.nextNumber("stage"));
  if (pipelinesOf(portal, type).some((other) => other.stages.some((each) => each.id === id))) {
    throw Problem.validation(`A stage with the id ${id} exists already`);
  }
  const stage = { id, label, displayOrder, metadata: meaningOf(type, metadata) };
  return { ...stage, createdAt: now, updatedAt: now };
}

function changedStage(
  portal: Portal,
  { type }: Pipeline,
  { present, patch }: { readonly present: PipelineStage; readonly patch: StagePatch },
): PipelineStage {
  return {
    ...present,
    label: patch.label ?? present.label,
    displayOrder: patch.displayOrder ?? present.displayOrder,
    metadata: patch.metadata === undefined ? present.metadata : meaningOf(type, patch.metadata),
    updatedAt: portal.now(),
  };
}

/** Deals need a chance of winning from 0.0 to 1.0; at either end a deal is closed. */
function meaningOf(type: ObjectTypeId, metadata: StageInput["metadata"] = {}) {
  if (type !== "0-3") return metadata;
  const probability = Number(metadata["probability"] ?? NaN);
  if (!(probability >= 0 && probability <= 1)) {
    throw Problem.validation("The metadata of a deal stage needs a probability from 0.0 to 1.0");
  }
  const isClosed = metadata["isClosed"] ?? String(probability === 0 || probability === 1);
  return { ...metadata, isClosed };
}

function requireFreeLabel(
  present: readonly { readonly label: string }[],
  label: string,
  what: "pipeline" | "stage",
): void {
  if (!present.some((other) => other.label === label)) return;
  throw Problem.validation(`A ${what} with the label ${label} exists already`);
}

function requireUnused(portal: Portal, { type }: Pipeline, stages: readonly PipelineStage[]): void {
  const property = stageProperties[type]?.stage ?? "";
  const wanted = new Set(stages.map(({ id }) => id));
  const used = new Set<string>();
  const users: string[] = [];
  for (const { id, values, archivedAt } of portal.shelves[type].all()) {
    const stage = values[property];
    if (archivedAt !== undefined || stage === undefined || !wanted.has(stage)) continue;
    used.add(stage);
    users.push(id);
  }
  if (used.size === 0) return;
  const [stageIds, objectIds] = [[...used].join(", "), users.join(", ")];
  throw Problem.validation(
    `Stage IDs: [${stageIds}] are being referenced by object IDs: [${objectIds}]`,
    {
      context: { stageIds: [`[${stageIds}]`], objectIds: [`[${objectIds}]`] },
      subCategory: "PipelineError.STAGE_ID_IN_USE",
    },
  );
}

/** Stores a pipeline, its stages in order, and defines the dates that go with new stages. */
function keep(portal: Portal, pipeline: Pipeline): Pipeline {
  const stages = [...pipeline.stages].sort((a, b) => a.displayOrder - b.displayOrder);
  const kept = { ...pipeline, stages };
  portal.pipelines.set(`${pipeline.type}/${pipeline.id}`, kept);
  for (const definition of stageDateProperties(groups[pipeline.type] ?? "", stages)) {
    const key = `${pipeline.type}/${definition.name}`;
    if (portal.properties.get(key) === undefined) portal.properties.set(key, definition);
  }
  return kept;
}

const groups: Partial<Record<ObjectTypeId, string>> = {
  "0-1": "contactinformation",
  "0-2": "companyinformation",
  "0-3": "dealinformation",
  "0-136": "leadinformation",
};
