import { sql } from "kysely";
import { Router } from "express";
import type { Services } from "../../context.ts";

export function healthRoutes({ db, metrics }: Services): Router {
  return Router()
    .get("/healthz", (_request, response) => {
      response.json({ status: "up" });
    })
    .get("/readyz", async (_request, response) => {
      await sql`select 1`.execute(db);
      response.json({ status: "ready" });
    })
    .get("/metrics", async (_request, response) => {
      response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    });
}
