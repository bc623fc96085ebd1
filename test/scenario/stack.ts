import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installApp } from "../../demo/install-app.ts";
import { readProject } from "../../sandbox/project/read-project.ts";
import type { SeedPortal } from "../../sandbox/seed/seed-portal.ts";
import { startSandbox } from "../../sandbox/start-sandbox.ts";
import type { Switches } from "../../sandbox/switches.ts";
import { readConfig } from "../../server/config.ts";
import { createLog } from "../../server/log.ts";
import { wire } from "../../server/wire.ts";
import { freePort } from "../build/ports.ts";
import { createPerson } from "./person.ts";
import { startWatchingProxy } from "./watching-proxy.ts";

export type Stack = Awaited<ReturnType<typeof startStack>>;

const credentials = { clientId: "test-client", clientSecret: "test-secret", appId: 77 };

/**
 * A sandbox portal and the real server in this process, connected over HTTP: real webhooks, a real
 * queue, a real database. Nothing of either is replaced.
 */
export async function startStack(options: {
  readonly seed: (now: number) => SeedPortal;
  readonly switches?: Partial<Switches>;
  readonly approvedFrom?: number | null;
}) {
  const port = await freePort();
  const publicBaseUrl = `http://127.0.0.1:${port}`;
  const sandbox = await startSandbox({
    port: 0,
    app: readProject(".", { variables: { API_ORIGIN: publicBaseUrl }, credentials }),
    seed: options.seed,
    ...(options.switches && { switches: options.switches }),
    timeCompression: 600,
  });
  const proxy = await startWatchingProxy(sandbox.url);
  const dataDir = mkdtempSync(join(tmpdir(), "medqual-"));
  const approvedFrom = options.approvedFrom === undefined ? 0 : options.approvedFrom;
  const config = readConfig({
    PORT: String(port),
    MEDQUAL_HOST: "127.0.0.1",
    PUBLIC_BASE_URL: publicBaseUrl,
    HUBSPOT_CLIENT_ID: credentials.clientId,
    HUBSPOT_CLIENT_SECRET: credentials.clientSecret,
    HUBSPOT_API_BASE: proxy.url,
    HUBSPOT_APP_BASE: sandbox.url,
    MEDQUAL_DATA_DIR: dataDir,
    ...(approvedFrom !== null && {
      MEDQUAL_AUTO_APPROVE_FROM: new Date(approvedFrom).toISOString(),
    }),
  });
  const server = await wire(config, createLog(process.env["LOG"] ?? "silent"), Date.now);
  return {
    sandbox,
    server,
    publicBaseUrl,
    credentials,
    dataDir,
    /** Every call the server made to HubSpot's API. */
    calls: proxy.calls,
    person: createPerson(sandbox.url),
    install: () => installApp(`${publicBaseUrl}/oauth/install`),
    close: async () => {
      await server.stop();
      await proxy.close();
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
