import express, { type Express, type RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import type { Config } from "../config.ts";
import type { Services } from "../context.ts";
import { AppError } from "../errors.ts";
import type { OauthParts } from "./routes/oauth.ts";
import { cardRoutes } from "./routes/card.ts";
import { fieldRoutes } from "./routes/fields.ts";
import { healthRoutes } from "./routes/health.ts";
import { homeRoutes } from "./routes/home.ts";
import { oauthRoutes } from "./routes/oauth.ts";
import { schemaRoutes } from "./routes/schema.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { workflowActionRoutes } from "./routes/workflow-actions.ts";
import { problems } from "./problem.ts";

export function createApp(services: Services, config: Config, oauth: OauthParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(helmet());
  app.use(timed(services));
  app.use(healthRoutes(services));
  app.use(schemaRoutes());
  app.use(webhookRoutes(services, config));
  app.use(cardRoutes(services, config));
  app.use(settingsRoutes(services, config));
  app.use(fieldRoutes(services, config));
  app.use(homeRoutes(services, config));
  app.use(workflowActionRoutes(services, config));
  app.use(
    "/oauth",
    rateLimit({ windowMs: 60_000, limit: 60, standardHeaders: true, legacyHeaders: false }),
  );
  app.use(oauthRoutes(services, config, oauth));
  app.use((request) => {
    throw new AppError("not_found", `There is nothing at ${request.method} ${request.path}.`);
  });
  app.use(problems(services.log));
  return app;
}

/** Routes are labels, paths are not: an unknown path must not become a new time series. */
function timed({ metrics }: Services): RequestHandler {
  return (request, response, next) => {
    const done = metrics.requests.startTimer();
    response.once("finish", () => {
      const route: unknown = request.route?.path;
      done({ route: typeof route === "string" ? route : "none", status: response.statusCode });
    });
    next();
  };
}
