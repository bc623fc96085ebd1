import type { ObjectTypeId } from "../object-type.ts";
import type { Pipeline, PipelineStage } from "../pipeline.ts";
import { lifecycleStageOptions } from "./lifecycle-stages.ts";

/** The pipelines every portal has before anybody changes them; made when HubSpot made the portal. */
export function standardPipelines(type: ObjectTypeId): readonly Pipeline[] {
  return byType[type] ?? [];
}

/** Stages of the pipeline deals start with, and the chances of winning HubSpot gives them. */
export const dealStages = [
  dealStage("appointmentscheduled", "Appointment Scheduled", "0.2"),
  dealStage("qualifiedtobuy", "Qualified To Buy", "0.4"),
  dealStage("presentationscheduled", "Presentation Scheduled", "0.6"),
  dealStage("decisionmakerboughtin", "Decision Maker Bought-In", "0.8"),
  dealStage("contractsent", "Contract Sent", "0.9"),
  dealStage("closedwon", "Closed Won", "1.0"),
  dealStage("closedlost", "Closed Lost", "0.0"),
];

export const leadStages = [
  stage("new-stage-id", "New", { leadState: "NEW" }),
  stage("attempting-stage-id", "Attempting", { leadState: "IN_PROGRESS" }),
  stage("connected-stage-id", "Connected", { leadState: "IN_PROGRESS" }),
  stage("qualified-stage-id", "Qualified", { leadState: "QUALIFIED" }),
  stage("unqualified-stage-id", "Unqualified", { leadState: "UNQUALIFIED" }),
];

const byType: Partial<Record<ObjectTypeId, readonly Pipeline[]>> = {
  "0-1": [lifecycle("0-1", "contacts-lifecycle-pipeline")],
  "0-2": [lifecycle("0-2", "companies-lifecycle-pipeline")],
  "0-3": [pipeline("0-3", ["default", "Sales Pipeline"], dealStages)],
  "0-136": [pipeline("0-136", ["lead-pipeline-id", "Lead pipeline"], leadStages)],
};

function lifecycle(type: ObjectTypeId, id: string): Pipeline {
  const stages = lifecycleStageOptions.map(({ value, label }) => stage(value, label, {}));
  return pipeline(type, [id, "Lifecycle Stage Pipeline"], stages);
}

function pipeline(
  type: ObjectTypeId,
  [id, label]: readonly [id: string, label: string],
  stages: readonly PipelineStage[],
): Pipeline {
  const ordered = stages.map((each, displayOrder) => ({ ...each, displayOrder }));
  return { id, type, label, displayOrder: 0, stages: ordered, createdAt: 0, updatedAt: 0 };
}

function dealStage(id: string, label: string, probability: string): PipelineStage {
  const isClosed = String(probability === "1.0" || probability === "0.0");
  return stage(id, label, { isClosed, probability });
}

function stage(
  id: string,
  label: string,
  metadata: Readonly<Record<string, string>>,
): PipelineStage {
  return { id, label, metadata, displayOrder: 0, createdAt: 0, updatedAt: 0 };
}
