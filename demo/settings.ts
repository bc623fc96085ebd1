import { join } from "node:path";

export type DemoSettings = ReturnType<typeof readSettings>;

/** Everything the demonstration's processes must agree on. */
export function readSettings(env: NodeJS.ProcessEnv) {
  const ports = {
    server: Number(env["PORT"] ?? 3000),
    sandbox: Number(env["SANDBOX_PORT"] ?? 3100),
    preview: Number(env["PREVIEW_PORT"] ?? 3200),
  };
  const dataDir = env["MEDQUAL_DEMO_DIR"] ?? ".data";
  const publicBaseUrl = `http://localhost:${ports.server}`;
  const sandboxUrl = `http://localhost:${ports.sandbox}`;
  const app = {
    clientId: "sandbox-client-id",
    clientSecret: "sandbox-client-secret", // worth nothing elsewhere: all three listen on loopback
    appId: "1000001",
  };
  return {
    ports,
    dataDir,
    logDir: join(dataDir, "logs"),
    publicBaseUrl,
    sandboxUrl,
    previewUrl: `http://localhost:${ports.preview}/`,
    sandboxEnv: {
      SANDBOX_PORT: String(ports.sandbox),
      SANDBOX_DATA_DIR: join(dataDir, "sandbox"),
      SANDBOX_VARIABLES: JSON.stringify({ API_ORIGIN: publicBaseUrl }),
      SANDBOX_CLIENT_ID: app.clientId,
      SANDBOX_CLIENT_SECRET: app.clientSecret,
      SANDBOX_APP_ID: app.appId,
    },
    serverEnv: {
      PORT: String(ports.server),
      MEDQUAL_HOST: "127.0.0.1",
      PUBLIC_BASE_URL: publicBaseUrl,
      HUBSPOT_CLIENT_ID: app.clientId,
      HUBSPOT_CLIENT_SECRET: app.clientSecret,
      HUBSPOT_API_BASE: sandboxUrl,
      HUBSPOT_APP_BASE: sandboxUrl,
      MEDQUAL_DATA_DIR: join(dataDir, "server"),
      // The demonstration's two sides agreed on their playbook a month ago.
      MEDQUAL_AUTO_APPROVE_FROM: new Date(Date.now() - 30 * 86_400_000).toISOString(),
    },
    previewEnv: {
      PREVIEW_PORT: String(ports.preview),
      PUBLIC_BASE_URL: publicBaseUrl,
      HUBSPOT_API_BASE: sandboxUrl,
      HUBSPOT_CLIENT_SECRET: app.clientSecret,
      HUBSPOT_APP_ID: app.appId,
    },
  } as const;
}
