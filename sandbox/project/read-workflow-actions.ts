import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { WorkflowAction } from "./app-registration.ts";

const actionFile = z.object({
  uid: z.string(),
  type: z.literal("workflow-action"),
  config: z.object({
    actionUrl: z.url(),
    isPublished: z.boolean(),
    objectTypes: z.array(z.string()).default([]),
    outputFields: z.array(z.object({ typeDefinition: z.object({ name: z.string() }) })).default([]),
  }),
});

/** The published workflow actions of a project: each `*-hsmeta.json` of `app/workflow-actions`. */
export function readWorkflowActions(
  source: string,
  read: <T>(path: string, schema: z.ZodType<T>) => T,
): readonly WorkflowAction[] {
  const folder = join(source, "app/workflow-actions");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith("-hsmeta.json"))
    .map((name) => read(join(folder, name), actionFile))
    .filter(({ config }) => config.isPublished)
    .map(({ uid, config }) => ({
      uid,
      actionUrl: config.actionUrl,
      objectTypes: config.objectTypes,
      outputs: config.outputFields.map(({ typeDefinition }) => typeDefinition.name),
    }));
}
