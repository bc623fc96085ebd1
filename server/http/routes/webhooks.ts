import { Router } from "express";
import type { Config } from "../../config.ts";
import type { Services } from "../../context.ts";
import { createIntake } from "../../intake/take-delivery.ts";
import { signed } from "../signed.ts";

/** 2xx is said only after the commit; everything else makes HubSpot deliver again. */
export function webhookRoutes(services: Services, config: Config): Router {
  const take = createIntake(services);
  return Router().post(
    "/webhooks/hubspot",
    ...signed(config, services.now),
    async (request, response) => {
      const taken = await take(request.body as string);
      services.log.debug(taken, "webhook delivery taken");
      response.json(taken);
    },
  );
}
