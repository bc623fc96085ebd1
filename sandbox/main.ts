import { z } from "zod";
import { readProject } from "./project/read-project.ts";
import { demoPortal } from "./seed/demo-portal.ts";
import { startSandbox } from "./start-sandbox.ts";

const jsonObject = z.string().transform((text) => JSON.parse(text) as unknown);

const settings = z
  .object({
    SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(3100),
    SANDBOX_PROJECT: z.string().default("."),
    SANDBOX_VARIABLES: jsonObject.pipe(z.record(z.string(), z.unknown())).default({}),
    SANDBOX_CLIENT_ID: z.string().default("sandbox-client-id"),
    SANDBOX_CLIENT_SECRET: z.string().default("sandbox-client-secret"),
    SANDBOX_APP_ID: z.coerce.number().int().default(1_000_001),
    SANDBOX_DATA_DIR: z.string().optional(),
    SANDBOX_TIME_COMPRESSION: z.coerce.number().positive().default(60),
  })
  .parse(process.env);

const sandbox = await startSandbox({
  port: settings.SANDBOX_PORT,
  app: readProject(settings.SANDBOX_PROJECT, {
    variables: settings.SANDBOX_VARIABLES,
    credentials: {
      clientId: settings.SANDBOX_CLIENT_ID,
      clientSecret: settings.SANDBOX_CLIENT_SECRET,
      appId: settings.SANDBOX_APP_ID,
    },
  }),
  seed: demoPortal,
  dataDir: settings.SANDBOX_DATA_DIR,
  timeCompression: settings.SANDBOX_TIME_COMPRESSION,
});

process.stdout.write(`sandbox portal: ${sandbox.url}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void sandbox.close());
}
