import { z } from "zod";
import { AppError } from "./errors.ts";

const optional = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));

const environment = z
  .object({
    NODE_ENV: z.string().default("development"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    MEDQUAL_HOST: z.string().min(1).default("0.0.0.0"),
    PUBLIC_BASE_URL: url.optional(),
    HUBSPOT_CLIENT_ID: z.string().min(1),
    HUBSPOT_CLIENT_SECRET: z.string().min(1),
    HUBSPOT_CLIENT_SECRET_PREVIOUS: optional,
    HUBSPOT_API_BASE: url.default("https://api.hubapi.com"),
    HUBSPOT_APP_BASE: url.default("https://app.hubspot.com"),
    MEDQUAL_KEY: optional,
    MEDQUAL_DATA_DIR: z.string().min(1).default(".data/server"),
    MEDQUAL_ROLE: z.enum(["all", "web", "worker"]).default("all"),
    MEDQUAL_AUTO_APPROVE_FROM: z.iso.datetime().optional(),
    MEDQUAL_PURGE_AFTER_DAYS: z.coerce.number().min(0).max(3650).default(30),
    MEDQUAL_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    DATABASE_URL: optional,
    REDIS_URL: optional,
  })
  .superRefine((env, context) => {
    if (env.DATABASE_URL && !env.MEDQUAL_KEY)
      context.addIssue({
        code: "custom",
        path: ["MEDQUAL_KEY"],
        message: "is required with DATABASE_URL: 32 bytes, base64 (openssl rand -base64 32)",
      });
    if (env.MEDQUAL_ROLE !== "all" && !(env.DATABASE_URL && env.REDIS_URL))
      context.addIssue({
        code: "custom",
        path: ["MEDQUAL_ROLE"],
        message:
          "other than `all` needs DATABASE_URL and REDIS_URL: the embedded ones serve one process",
      });
  });

export type Config = ReturnType<typeof readConfig>;

export type OperatorConfig = Pick<Config, "dataDir" | "databaseUrl" | "redisUrl">;

/** What an operator's command needs of the same environment: where the data is. */
export function readOperatorConfig(
  env: Readonly<Record<string, string | undefined>>,
): OperatorConfig {
  const present = (name: string) => (env[name]?.trim() === "" ? undefined : env[name]?.trim());
  return {
    dataDir: present("MEDQUAL_DATA_DIR") ?? ".data/server",
    databaseUrl: present("DATABASE_URL"),
    redisUrl: present("REDIS_URL"),
  };
}

/** Reads the server's environment. Says every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `  ${issue.path.join(".")}: ${issue.message}`,
    );
    throw new AppError("configuration", `The environment is not usable:\n${problems.join("\n")}`);
  }
  const given = parsed.data;
  return {
    isProduction: given.NODE_ENV === "production",
    port: given.PORT,
    host: given.MEDQUAL_HOST,
    publicBaseUrl: given.PUBLIC_BASE_URL ?? `http://localhost:${given.PORT}`,
    clientId: given.HUBSPOT_CLIENT_ID,
    /** The present one first; the previous one still verifies while it is rotated out. */
    clientSecrets: [given.HUBSPOT_CLIENT_SECRET, given.HUBSPOT_CLIENT_SECRET_PREVIOUS].filter(
      (secret) => secret !== undefined,
    ),
    apiBase: given.HUBSPOT_API_BASE,
    appBase: given.HUBSPOT_APP_BASE,
    key: given.MEDQUAL_KEY,
    dataDir: given.MEDQUAL_DATA_DIR,
    role: given.MEDQUAL_ROLE,
    /** Set: a portal's playbook counts as approved from this instant (demonstration portals). */
    autoApproveFrom: given.MEDQUAL_AUTO_APPROVE_FROM
      ? Date.parse(given.MEDQUAL_AUTO_APPROVE_FROM)
      : null,
    /** A portal that removed the app keeps its data so long, in milliseconds. */
    purgeAfterMs: given.MEDQUAL_PURGE_AFTER_DAYS * 86_400_000,
    logLevel: given.MEDQUAL_LOG_LEVEL,
    databaseUrl: given.DATABASE_URL,
    redisUrl: given.REDIS_URL,
  } as const;
}
