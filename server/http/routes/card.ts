import { Router } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import type { Services } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { ObjectType } from "../../hubspot/crm.ts";
import { cardRequest } from "../../act/card-action.ts";
import { takeAction } from "../../act/take-action.ts";
import { readCard } from "../../card/read-card.ts";
import { parseJson } from "../parse-json.ts";
import { signed, signedCaller } from "../signed.ts";

const query = z.object({
  objectTypeId: z.enum(["0-1", "0-3"]),
  objectId: z.string().regex(/^\d{1,20}$/),
});
const objectTypes: Readonly<Record<"0-1" | "0-3", ObjectType>> = {
  "0-1": "contacts",
  "0-3": "deals",
};

/** The card reads our database, never HubSpot, so no call budget can slow it. */
export function cardRoutes(services: Services, config: Config): Router {
  const guard = signed(config, services.now);
  return Router()
    .get("/api/card", ...guard, async (request, response) => {
      const caller = signedCaller(request);
      const parsed = query.safeParse(request.query);
      if (!parsed.success)
        throw new AppError(
          "bad_request",
          "objectTypeId must be 0-1 (contact) or 0-3 (deal), and objectId a number.",
        );
      const { objectTypeId, objectId } = parsed.data;
      const record = { objectType: objectTypes[objectTypeId], objectId };
      response.json(await readCard(services, caller, record));
    })
    .post("/api/card/actions", ...guard, async (request, response) => {
      const caller = signedCaller(request);
      const parsed = cardRequest.safeParse(parseJson(request.body as string));
      if (!parsed.success)
        throw new AppError("bad_request", `Not an action: ${z.prettifyError(parsed.error)}`);
      response.json(await takeAction(services, caller, parsed.data));
    });
}
