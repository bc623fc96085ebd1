import { Router } from "express";
import { playbookSchema } from "../../playbook/playbook-schema.ts";
import { schemaPath } from "../../playbook/playbook-yaml.ts";

/** What a playbook may say, for editors. It tells nothing of any portal, so anybody may read it. */
export function schemaRoutes(): Router {
  const schema = JSON.stringify(playbookSchema(), null, 2);
  return Router().get(schemaPath, (_request, response) => {
    response.type("application/schema+json").set("cache-control", "public, max-age=3600");
    response.send(schema);
  });
}
