import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { AppCredentials, AppRegistration } from "./app-registration.ts";
import { readWebhooks } from "./read-webhooks.ts";
import { readWorkflowActions } from "./read-workflow-actions.ts";
import { substitute, type Variables } from "./variables.ts";

const projectFile = z.object({ srcDir: z.string() });

const appFile = z.object({
  type: z.literal("app"),
  config: z.object({
    name: z.string(),
    auth: z.object({
      type: z.literal("oauth"),
      redirectUrls: z.array(z.url()).min(1),
      requiredScopes: z.array(z.string()),
      optionalScopes: z.array(z.string()).default([]),
      conditionallyRequiredScopes: z.array(z.string()).default([]),
    }),
  }),
});

/**
 * Reads a HubSpot project folder as an upload of it would register the app: `hsproject.json`, then
 * `app/app-hsmeta.json` and, if there are such, `app/webhooks/webhooks-hsmeta.json` and the files of
 * `app/workflow-actions` in its source folder, with `${NAME}` replaced by variables.
 */
export function readProject(
  folder: string,
  {
    variables,
    credentials,
  }: { readonly variables: Variables; readonly credentials: AppCredentials },
): AppRegistration {
  const { srcDir } = parseFile(join(folder, "hsproject.json"), projectFile, variables);
  const source = join(folder, srcDir);
  const { config } = parseFile(join(source, "app/app-hsmeta.json"), appFile, variables);
  const webhooksPath = join(source, "app/webhooks/webhooks-hsmeta.json");
  const { auth } = config;
  return {
    ...credentials,
    name: config.name,
    redirectUrls: auth.redirectUrls,
    requiredScopes: [...auth.requiredScopes, ...auth.conditionallyRequiredScopes],
    optionalScopes: auth.optionalScopes,
    webhooks: existsSync(webhooksPath)
      ? readWebhooks(parseFile(webhooksPath, z.unknown(), variables), webhooksPath)
      : undefined,
    workflowActions: readWorkflowActions(source, (path, schema) =>
      parseFile(path, schema, variables),
    ),
  };
}

function parseFile<T>(path: string, schema: z.ZodType<T>, variables: Variables): T {
  if (!existsSync(path)) throw new Error(`${path} is missing: a HubSpot project needs it`);
  const content: unknown = JSON.parse(readFileSync(path, "utf8"));
  const result = schema.safeParse(substitute(content, variables));
  if (result.success) return result.data;
  throw new Error(`${path} is not what HubSpot expects:\n${z.prettifyError(result.error)}`);
}
