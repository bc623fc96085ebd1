import { writeFileSync } from "node:fs";
import { z } from "zod";
import { readProject } from "./project/read-project.ts";
import { demoPortal } from "./seed/demo-portal.ts";
import { generatedPortal } from "./seed/generated/generated-portal.ts";
import { plantedTruth } from "./seed/generated/planted-truth.ts";
import { randomFrom } from "./seed/random.ts";
import type { SeedPortal, SeedStream } from "./seed/seed-portal.ts";
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
    SANDBOX_CONTACTS: z.coerce.number().int().min(1).max(1_000_000).optional(),
    SANDBOX_SEED: z.coerce.number().int().optional(),
    SANDBOX_TRUTH_FILE: z.string().optional(),
    SANDBOX_START: z.iso.datetime({ offset: true }).optional(),
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
  seed,
  dataDir: settings.SANDBOX_DATA_DIR,
  startAt: settings.SANDBOX_START === undefined ? undefined : Date.parse(settings.SANDBOX_START),
  random: settings.SANDBOX_SEED === undefined ? undefined : randomFrom(settings.SANDBOX_SEED).next,
  timeCompression: settings.SANDBOX_TIME_COMPRESSION,
});

/** The demonstration's portal, or a made-up one of the size asked for. */
function seed(now: number): SeedPortal | SeedStream {
  const {
    SANDBOX_CONTACTS: contacts,
    SANDBOX_SEED: start = 1,
    SANDBOX_TRUTH_FILE: file,
  } = settings;
  if (contacts === undefined) return demoPortal(now);
  const size = { contacts, seed: start, now };
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(plantedTruth(size), null, 1)}\n`);
  return generatedPortal(size);
}

process.stdout.write(`sandbox portal: ${sandbox.url}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void sandbox.close());
}
