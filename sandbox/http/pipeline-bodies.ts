import { z } from "zod";

const label = z.string().min(1);
const displayOrder = z.number().int();
const metadata = z.record(
  z.string(),
  z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]),
);

export const stageBody = z.strictObject({
  label,
  displayOrder,
  metadata: metadata.optional(),
  stageId: z.string().min(1).optional(),
});
export const stagePatch = z.strictObject({
  label: label.optional(),
  displayOrder: displayOrder.optional(),
  metadata: metadata.optional(),
});

export const pipelineBody = z.strictObject({
  label,
  displayOrder,
  stages: z.array(stageBody).min(1),
  pipelineId: z.string().min(1).optional(),
});
export const pipelinePatch = z.strictObject({
  label: label.optional(),
  displayOrder: displayOrder.optional(),
});
