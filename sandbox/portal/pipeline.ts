import type { ObjectTypeId } from "./object-type.ts";
import type { Portal } from "./portal.ts";
import { Problem } from "./problem.ts";
import { standardPipelines } from "./standard/pipelines.ts";

export type PipelineStage = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  /** What the stage means: `probability` and `isClosed` of deals, `leadState` of leads. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** The stages records of a type go through. The lifecycle of contacts and companies is one too. */
export type Pipeline = {
  readonly id: string;
  readonly type: ObjectTypeId;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly PipelineStage[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt?: number;
};

/** Which properties of a record say where it stands. A lifecycle has one pipeline and no property for it. */
export const stageProperties: Partial<
  Record<ObjectTypeId, { readonly stage: string; readonly pipeline?: string }>
> = {
  "0-1": { stage: "lifecyclestage" },
  "0-2": { stage: "lifecyclestage" },
  "0-3": { stage: "dealstage", pipeline: "pipeline" },
  "0-136": { stage: "hs_pipeline_stage", pipeline: "hs_pipeline" },
};

/** The pipelines of a type that are in use, in the order people see them in. */
export function pipelinesOf(portal: Portal, type: ObjectTypeId): readonly Pipeline[] {
  const all = new Map(standardPipelines(type).map((pipeline) => [pipeline.id, pipeline]));
  for (const pipeline of portal.pipelines.rows()) {
    if (pipeline.type === type) all.set(pipeline.id, pipeline);
  }
  return [...all.values()]
    .filter(({ archivedAt }) => archivedAt === undefined)
    .sort((a, b) => a.displayOrder - b.displayOrder || a.label.localeCompare(b.label));
}

export function requirePipeline(portal: Portal, type: ObjectTypeId, id: string): Pipeline {
  const pipeline = pipelinesOf(portal, type).find((candidate) => candidate.id === id);
  if (pipeline === undefined) throw Problem.notFound(`No pipeline exists with the id ${id}`);
  return pipeline;
}

export function requireStage(pipeline: Pipeline, id: string): PipelineStage {
  const stage = pipeline.stages.find((candidate) => candidate.id === id);
  if (stage !== undefined) return stage;
  throw Problem.notFound(`Pipeline ${pipeline.id} has no stage with the id ${id}`);
}

/** The stage a record with these values stands in. */
export function stageOf(
  portal: Portal,
  type: ObjectTypeId,
  values: Readonly<Record<string, string | undefined>>,
): PipelineStage | undefined {
  const names = stageProperties[type];
  const id = names === undefined ? undefined : values[names.stage];
  if (id === undefined) return undefined;
  for (const { stages } of pipelinesOf(portal, type)) {
    const stage = stages.find((candidate) => candidate.id === id);
    if (stage !== undefined) return stage;
  }
  return undefined;
}

/** Refuses a stage that is not one of the pipeline the record would be in. */
export function requireStageInPipeline(
  portal: Portal,
  type: ObjectTypeId,
  values: Readonly<Record<string, string | undefined>>,
): void {
  const names = stageProperties[type];
  if (names?.pipeline === undefined) return;
  const [stage, pipelineId] = [values[names.stage], values[names.pipeline]];
  if (stage === undefined || pipelineId === undefined) return;
  const pipeline = pipelinesOf(portal, type).find(({ id }) => id === pipelineId);
  if (pipeline === undefined || pipeline.stages.some(({ id }) => id === stage)) return;
  throw Problem.validation(`${stage} is not a stage of the pipeline ${pipelineId}`);
}
