import { type Request, Router } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import type { Services } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { approve } from "../../settings/approve.ts";
import { beginDraft, discardDraft, saveDraft } from "../../settings/edit-draft.ts";
import { listVersions } from "../../settings/list-versions.ts";
import { openSettings } from "../../settings/open-settings.ts";
import { listProperties } from "../../settings/portal-properties.ts";
import { publishDraft, rollBack } from "../../settings/publish-draft.ts";
import { disconnect } from "../../settings/disconnect.ts";
import { readConnection } from "../../settings/read-connection.ts";
import { setMode } from "../../settings/set-mode.ts";
import { readSettings } from "../../settings/read-settings.ts";
import { settingsRequests as requests } from "../../settings/settings-request.ts";
import { readOnWhatIf, startWhatIf } from "../../settings/what-if.ts";
import { parseJson } from "../parse-json.ts";
import { signed, signedCaller } from "../signed.ts";

/** The playbook's life, from a draft to what is in force, and back. */
export function settingsRoutes(services: Services, config: Config): Router {
  const guard = signed(config, services.now);
  return Router()
    .get("/api/settings", ...guard, async (request, response) => {
      response.json(await readSettings(services, signedCaller(request)));
    })
    .get("/api/settings/versions", ...guard, async (request, response) => {
      response.json({ versions: await listVersions(services, signedCaller(request)) });
    })
    .get("/api/settings/properties", ...guard, async (request, response) => {
      const caller = signedCaller(request);
      await openSettings(services.db, caller);
      response.json(await listProperties(services, caller.portalId));
    })
    .post("/api/settings/draft", ...guard, async (request, response) => {
      const asked = bodyOf(request, requests.begin);
      await beginDraft(services, signedCaller(request), asked);
      response.json(await readSettings(services, signedCaller(request)));
    })
    .post("/api/settings/draft/document", ...guard, async (request, response) => {
      const asked = bodyOf(request, requests.save);
      await saveDraft(services, signedCaller(request), asked);
      response.json(await readSettings(services, signedCaller(request)));
    })
    .post("/api/settings/draft/discard", ...guard, async (request, response) => {
      const { revision } = bodyOf(request, requests.discard);
      await discardDraft(services, signedCaller(request), revision);
      response.json(await readSettings(services, signedCaller(request)));
    })
    .post("/api/settings/what-ifs", ...guard, async (request, response) => {
      const { revision } = bodyOf(request, requests.whatIf);
      response.json(await startWhatIf(services, signedCaller(request), revision));
    })
    .get("/api/settings/what-ifs", ...guard, async (request, response) => {
      const { id } = request.query;
      if (typeof id !== "string")
        throw new AppError("bad_request", "Say which count to go on with.");
      response.json(await readOnWhatIf(services, signedCaller(request), id));
    })
    .get("/api/settings/connection", ...guard, async (request, response) => {
      response.json(await readConnection(services, signedCaller(request)));
    })
    .post("/api/settings/mode", ...guard, async (request, response) => {
      response.json(await setMode(services, signedCaller(request), bodyOf(request, requests.mode)));
    })
    .post("/api/settings/disconnections", ...guard, async (request, response) => {
      const asked = bodyOf(request, requests.disconnect);
      response.json(await disconnect(services, signedCaller(request), asked));
    })
    .post("/api/settings/approvals", ...guard, async (request, response) => {
      response.json(
        await approve(services, signedCaller(request), bodyOf(request, requests.approve)),
      );
    })
    .post("/api/settings/publications", ...guard, async (request, response) => {
      response.json(
        await publishDraft(services, signedCaller(request), bodyOf(request, requests.publish)),
      );
    })
    .post("/api/settings/rollbacks", ...guard, async (request, response) => {
      response.json(
        await rollBack(services, signedCaller(request), bodyOf(request, requests.rollBack)),
      );
    });
}

/** The parsed body; what has another shape is refused with the place where it differs. */
function bodyOf<T>(request: Request, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(parseJson(request.body as string));
  if (!parsed.success)
    throw new AppError("bad_request", `Not a request: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
