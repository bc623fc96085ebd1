import { z } from "zod";
import { startPreview } from "./start-preview.ts";

const env = z
  .object({
    PREVIEW_PORT: z.coerce.number().int().min(0).max(65_535).default(3200),
    PUBLIC_BASE_URL: z.url().default("http://localhost:3000"),
    HUBSPOT_API_BASE: z.url().default("http://localhost:3100"),
    HUBSPOT_CLIENT_SECRET: z.string().min(1).default("sandbox-client-secret"),
    HUBSPOT_APP_ID: z.coerce.number().int().default(1_000_001),
    /** A private app's token; the sandbox's own by default. */
    HUBSPOT_TOKEN: z.string().min(1).default("sandbox-admin"),
  })
  .parse(process.env);

const preview = await startPreview({
  port: env.PREVIEW_PORT,
  publicBaseUrl: env.PUBLIC_BASE_URL,
  apiBase: env.HUBSPOT_API_BASE,
  token: env.HUBSPOT_TOKEN,
  clientSecret: env.HUBSPOT_CLIENT_SECRET,
  appId: env.HUBSPOT_APP_ID,
});
process.stdout.write(`Preview at ${preview.url}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void preview.close().then(() => process.exit(0)));
