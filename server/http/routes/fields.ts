import { type Request, Router } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import type { Services } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { auditCsv } from "../../fields/audit-csv.ts";
import { auditFields } from "../../fields/audit-fields.ts";
import { openSettings } from "../../settings/open-settings.ts";
import { askForLook } from "../../store/field-looks.ts";
import { answerSpelling } from "../../fields/answer-spelling.ts";
import { fieldRequests as requests } from "../../fields/field-requests.ts";
import { previewFix, readFix, readFixes, startFix, steerFix } from "../../fields/manage-fixes.ts";
import { listProposals } from "../../fields/list-proposals.ts";
import { repairProperties, surveyProperties } from "../../fields/provision-portal.ts";
import { parseJson } from "../parse-json.ts";
import { signed, signedCaller } from "../signed.ts";

/** The fields that decisions depend on: what is wrong with them, and what is done about it. */
export function fieldRoutes(services: Services, config: Config): Router {
  const guard = signed(config, services.now);
  return Router()
    .get("/api/fields/proposals", ...guard, async (request, response) => {
      response.json(await listProposals(services, signedCaller(request)));
    })
    .get("/api/fields/properties", ...guard, async (request, response) => {
      response.json(await surveyProperties(services, signedCaller(request)));
    })
    .post("/api/fields/properties/repairs", ...guard, async (request, response) => {
      response.json(await repairProperties(services, signedCaller(request)));
    })
    .get("/api/fields/audit", ...guard, async (request, response) => {
      const audit = await auditFields(services, signedCaller(request));
      if (request.query["format"] !== "csv") response.json(audit);
      else response.attachment("fields.csv").type("text/csv").send(auditCsv(audit));
    })
    .post("/api/fields/audit/looks", ...guard, async (request, response) => {
      const caller = signedCaller(request);
      await openSettings(services.db, caller);
      await askForLook(services.db, caller.portalId, services.now());
      await services.bell.ring(caller.portalId, "bulk");
      response.status(202).json({});
    })
    .get("/api/fields/fixes", ...guard, async (request, response) => {
      response.json(await readFixes(services, signedCaller(request)));
    })
    .get("/api/fields/fixes/:id", ...guard, async (request, response) => {
      const id = String(request.params["id"]);
      response.json(await readFix(services, signedCaller(request), id));
    })
    .post("/api/fields/previews", ...guard, async (request, response) => {
      const { plan } = bodyOf(request, requests.preview);
      response.json(await previewFix(services, signedCaller(request), plan));
    })
    .post("/api/fields/fixes", ...guard, async (request, response) => {
      const asked = bodyOf(request, requests.fix);
      response.json(await startFix(services, signedCaller(request), asked));
    })
    .post("/api/fields/fixes/moves", ...guard, async (request, response) => {
      const asked = bodyOf(request, requests.steer);
      response.json(await steerFix(services, signedCaller(request), asked));
    })
    .post("/api/fields/spellings", ...guard, async (request, response) => {
      const asked = bodyOf(request, requests.spelling);
      response.json(await answerSpelling(services, signedCaller(request), asked));
    });
}

function bodyOf<T>(request: Request, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(parseJson(request.body as string));
  if (!parsed.success)
    throw new AppError("bad_request", `Not a request: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
