import { type Response, Router } from "express";
import { z } from "zod";
import type { ContactDecision, DealDecision } from "../../../src/decision.ts";
import {
  committeeOutputs,
  type Outputs,
  qualificationOutputs,
} from "../../../src/view/workflow-outputs.ts";
import type { Config } from "../../config.ts";
import type { Services } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { actionRequest } from "../../workflow-actions/action-request.ts";
import { type ActionOutcome, runAction } from "../../workflow-actions/run-action.ts";
import { parseJson } from "../parse-json.ts";
import { signedAction } from "../signed.ts";

const retryAfterSeconds = 30;

/** Actions that HubSpot's workflows and agents run on a record. */
export function workflowActionRoutes(services: Services, config: Config): Router {
  const guard = signedAction(config, services.now);
  const action =
    (outputsOf: (decision: ContactDecision | DealDecision) => Outputs | null) =>
    async (request: { readonly body: unknown }, response: Response) => {
      const parsed = actionRequest.safeParse(parseJson(String(request.body)));
      if (!parsed.success)
        throw new AppError("bad_request", `Not an action: ${z.prettifyError(parsed.error)}`);
      answer(response, await runAction(services, parsed.data, outputsOf));
    };
  const qualify = action((decision) =>
    decision.kind === "contact" ? qualificationOutputs(decision) : null,
  );
  return Router()
    .post("/workflow-actions/qualify", ...guard, qualify)
    .post("/workflow-actions/check-committee", ...guard, action(committeeOutputs));
}

/** HubSpot asks again after a 429, and a workflow waits meanwhile. */
function answer(response: Response, outcome: ActionOutcome): void {
  switch (outcome.kind) {
    case "later":
      return void response
        .status(429)
        .set("Retry-After", String(retryAfterSeconds))
        .json({ title: "The record is not decided yet. Ask again." });
    case "unknown":
      return void response.json({ outputFields: { hs_execution_state: "FAIL_CONTINUE" } });
    case "decided": {
      const { outputs, isCurrent } = outcome;
      const medqual_current = isCurrent ? "yes" : "no";
      response.json({
        outputFields: { ...outputs, medqual_current, hs_execution_state: "SUCCESS" },
      });
    }
  }
}
