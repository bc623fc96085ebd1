import { createHash, randomUUID } from "node:crypto";
import type { Express } from "express";
import { z } from "zod";
import type { OAuthBook } from "../../oauth/oauth-book.ts";
import { type Portal, profileOf } from "../../portal/portal.ts";
import { Problem } from "../../portal/problem.ts";
import type { AppRegistration, WorkflowAction } from "../../project/app-registration.ts";
import { bodyText, respond } from "../mount.ts";
import { parseBody } from "../parse-body.ts";

const runBody = z.strictObject({
  objectId: z.coerce.number().int().positive(),
  objectType: z.string(),
  /** HubSpot repeats an execution with the same id. */
  callbackId: z.string().min(1).optional(),
  source: z.string().default("WORKFLOWS"),
});

type Run = z.infer<typeof runBody>;

/** HubSpot gives an action so long. */
const timeoutMs = 20_000;

/**
 * `POST /sandbox/workflow-actions/{uid}`: runs an action of the app on a record as a workflow would,
 * signed (version 2), and tells what the app answered.
 */
export function serveWorkflowActions(
  app: Express,
  { portal, book }: { readonly portal: Portal; readonly book: OAuthBook },
): void {
  app.post("/sandbox/workflow-actions/:uid", async (request, response) => {
    try {
      const action = book.app.workflowActions?.find(({ uid }) => uid === request.params.uid);
      if (!action) throw Problem.notFound(`The app has no workflow action ${request.params.uid}`);
      const asked = parseBody(bodyText(request), runBody);
      if (!action.objectTypes.includes(asked.objectType))
        throw Problem.validation(`${action.uid} is not for ${asked.objectType}`);
      const body = await send(action, asked, { portal, app: book.app });
      respond(response, () => ({ status: 200, body }));
    } catch (error) {
      respond(response, () => {
        throw error;
      });
    }
  });
}

async function send(
  { actionUrl, outputs }: WorkflowAction,
  { objectId, objectType, source, callbackId = `ap-${randomUUID()}` }: Run,
  { portal, app }: { readonly portal: Portal; readonly app: AppRegistration },
) {
  const body = JSON.stringify({
    callbackId,
    origin: {
      portalId: profileOf(portal).portalId,
      actionDefinitionId: 1,
      actionDefinitionVersion: 1,
    },
    context: { source, workflowId: 1 },
    object: { objectId, objectType },
    inputFields: {},
  });
  const signature = createHash("sha256")
    .update(`${app.clientSecret}POST${actionUrl}${body}`)
    .digest("hex");
  const answer = await fetch(actionUrl, {
    method: "POST",
    body,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      "content-type": "application/json",
      "x-hubspot-signature": signature,
      "x-hubspot-signature-version": "v2",
    },
  });
  const said: unknown = await answer.json().catch(() => null);
  return { callbackId, status: answer.status, answer: said, declaredOutputs: outputs };
}
