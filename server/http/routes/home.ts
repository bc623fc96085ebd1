import { Router } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import type { Services } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { readHome } from "../../home/read-home.ts";
import { signed, signedCaller } from "../signed.ts";

const query = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

/** The home page: a portal in figures. */
export function homeRoutes(services: Services, config: Config): Router {
  return Router().get("/api/home", ...signed(config, services.now), async (request, response) => {
    const { portalId } = signedCaller(request);
    const parsed = query.safeParse(request.query);
    if (!parsed.success)
      throw new AppError("bad_request", "days must be a whole number from 1 to 366.");
    response.json(await readHome(services, portalId, parsed.data));
  });
}
