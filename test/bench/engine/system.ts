import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proxyFetch } from "../../../demo/preview/fetch-proxy.ts";
import { freePort } from "../../build/ports.ts";
import { postgresPrograms, startPostgres } from "../../build/postgres.ts";
import { startRedisProcess } from "../../build/redis.ts";
import { type ServerProcess, startServerProcess } from "../../build/server-process.ts";
import { startWatchingProxy } from "../../scenario/watching-proxy.ts";
import { credentials, startSandboxProcess } from "./sandbox-process.ts";

export type Storage = "postgresql" | "embedded";
export type System = Awaited<ReturnType<typeof startSystem>>;

/** `null`: what is needed is not on this machine. */
export function available(storage: Storage): boolean {
  return storage === "embedded" || postgresPrograms() !== null;
}

/**
 * A portal, and the server as in production beside it: on PostgreSQL and Redis one process for
 * requests and one for work, on the embedded stores one for both. Every call goes through `door`.
 */
export async function startSystem(options: {
  readonly storage: Storage;
  readonly contacts: number;
}) {
  const { storage, contacts } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const folder = mkdtempSync(join(tmpdir(), "medqual-bench-"));
  chmodSync(folder, 0o755);
  closers.push(async () => rmSync(folder, { recursive: true, force: true }));
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const sandbox = await startSandboxProcess({ contacts, apiOrigin: url });
    closers.push(sandbox.stop);
    const door = await startWatchingProxy(sandbox.url);
    closers.push(door.close);
    const stores = storage === "embedded" ? null : await startStores(folder);
    if (stores) closers.push(stores.stop);
    const env = {
      PORT: String(port),
      MEDQUAL_HOST: "127.0.0.1",
      PUBLIC_BASE_URL: url,
      HUBSPOT_CLIENT_ID: credentials.clientId,
      HUBSPOT_CLIENT_SECRET: credentials.clientSecret,
      HUBSPOT_API_BASE: door.url,
      HUBSPOT_APP_BASE: sandbox.url,
      MEDQUAL_KEY: randomBytes(32).toString("base64"),
      MEDQUAL_DATA_DIR: join(folder, "data"),
      MEDQUAL_AUTO_APPROVE_FROM: "2020-01-01T00:00:00Z",
      ...(stores && { DATABASE_URL: stores.databaseUrl, REDIS_URL: stores.redisUrl }),
    };
    const roles = stores ? ["web", "worker"] : ["all"];
    const servers: ServerProcess[] = [];
    for (const role of roles) {
      const server = await startServerProcess({ ...env, MEDQUAL_ROLE: role }, profiling(role));
      servers.push(server);
      closers.push(() => server.kill("SIGTERM"));
    }
    return {
      url,
      storage,
      sandbox,
      door,
      stores,
      pids: servers.map(({ pid }) => pid),
      /** The one that works, and its log. */
      worker: servers.at(-1) ?? null,
      /** A request as HubSpot's fetch proxy makes it for somebody who looks at a card. */
      ask: (path: string) =>
        proxyFetch(
          { url: url + path, method: "GET" },
          {
            viewer: {
              userId: 9001,
              userEmail: "bench@cadence.example",
              portalId: sandbox.portalId,
              appId: credentials.appId,
            },
            clientSecret: credentials.clientSecret,
            permitted: [url],
          },
        ),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** BENCH_PROFILE=folder leaves a CPU profile of each server process there. */
function profiling(role: string): readonly string[] {
  const folder = process.env["BENCH_PROFILE"];
  return folder ? ["--cpu-prof", `--cpu-prof-dir=${join(folder, role)}`] : [];
}

async function startStores(folder: string) {
  const programs = postgresPrograms();
  if (programs === null) throw new Error("PostgreSQL is not installed on this machine");
  const postgres = await startPostgres(programs, join(folder, "postgres"));
  const redis = await startRedisProcess();
  return {
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    kind: `PostgreSQL and ${redis.kind}`,
    stop: async () => {
      await redis.stop();
      await postgres.stop();
    },
  };
}
