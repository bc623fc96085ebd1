import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installApp } from "../../../demo/install-app.ts";
import { readProject } from "../../../sandbox/project/read-project.ts";
import { generatedPortal } from "../../../sandbox/seed/generated/generated-portal.ts";
import { randomFrom } from "../../../sandbox/seed/random.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/start-sandbox.ts";
import type { Switches } from "../../../sandbox/switches.ts";
import { openStore } from "../../../server/store/open.ts";
import { freePort } from "../../build/ports.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../../build/postgres.ts";
import { type RedisProcess, startRedisProcess } from "../../build/redis.ts";
import { createPerson, type HubSpotPerson } from "../person.ts";
import { startWatchingProxy } from "../watching-proxy.ts";
import { type Supervised, supervise } from "./supervise.ts";
import { createSwitchboard } from "./switchboard.ts";

const credentials = { clientId: "test-client", clientSecret: "test-secret", appId: 77 };
const firstPortalId = 4_242_100;

export type WorldPlan = {
  readonly seed: number;
  readonly portals: number;
  /** In each portal. */
  readonly contacts: number;
  /** Beside one process for requests, on PostgreSQL and Redis; 0: one process on the embedded stores. */
  readonly workers: number;
  readonly switches: Partial<Switches>;
};

export type PortalUnderTest = {
  readonly portalId: string;
  readonly sandbox: Sandbox;
  readonly person: HubSpotPerson;
};

export type World = {
  readonly portals: readonly PortalUnderTest[];
  readonly processes: readonly Supervised[];
  readonly postgres: Postgres | null;
  readonly redis: RedisProcess | null;
  readonly calls: Awaited<ReturnType<typeof startWatchingProxy>>["calls"];
  readonly install: (portal: PortalUnderTest) => Promise<void>;
  /** Opens the database; the embedded one only opens while the server is stopped. */
  readonly openStore: () => ReturnType<typeof openStore>;
  readonly close: () => Promise<void>;
};

/** Portals, and the servers that are deployed for them, each a process that can be killed. */
export async function startWorld(plan: WorldPlan): Promise<World> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each();
  };
  const opened = <T>(part: T, closing: (part: T) => Promise<unknown>): T => {
    closers.push(() => closing(part));
    return part;
  };
  try {
    const folder = mkdtempSync(join(tmpdir(), "medqual-convergence-"));
    chmodSync(folder, 0o755); // PostgreSQL runs as somebody else
    opened(folder, async () => rmSync(folder, { recursive: true, force: true }));
    const port = await freePort();
    const publicBaseUrl = `http://127.0.0.1:${port}`;
    const portals: PortalUnderTest[] = [];
    for (let index = 0; index < plan.portals; index += 1)
      portals.push(
        opened(await startPortal(plan, { index, publicBaseUrl }), ({ sandbox }) => sandbox.close()),
      );
    const switchboard = createSwitchboard(portals[0]?.sandbox.url ?? "");
    const proxy = opened(await startWatchingProxy(switchboard), (part) => part.close());
    const stores = plan.workers === 0 ? null : await startStores(folder);
    if (stores) opened(stores, (part) => part.stop());
    const env = {
      PORT: String(port),
      MEDQUAL_HOST: "127.0.0.1",
      PUBLIC_BASE_URL: publicBaseUrl,
      HUBSPOT_CLIENT_ID: credentials.clientId,
      HUBSPOT_CLIENT_SECRET: credentials.clientSecret,
      HUBSPOT_API_BASE: proxy.url,
      HUBSPOT_APP_BASE: proxy.url,
      MEDQUAL_KEY: randomBytes(32).toString("base64"),
      MEDQUAL_DATA_DIR: join(folder, "data"),
      MEDQUAL_AUTO_APPROVE_FROM: "2020-01-01T00:00:00Z",
      ...(stores && { DATABASE_URL: stores.postgres.url, REDIS_URL: stores.redis.url }),
    };
    const roles = stores ? ["web", ...Array<string>(plan.workers).fill("worker")] : ["all"];
    const processes: Supervised[] = [];
    for (const role of roles)
      processes.push(
        opened(await supervise({ ...env, MEDQUAL_ROLE: role }), (part) => part.stop()),
      );
    return {
      portals,
      processes,
      postgres: stores?.postgres ?? null,
      redis: stores?.redis ?? null,
      calls: proxy.calls,
      install: async ({ sandbox }) => {
        switchboard.turnTo(sandbox.url);
        await installApp(`${publicBaseUrl}/oauth/install`);
      },
      openStore: () =>
        openStore(
          stores ? { url: stores.postgres.url } : { folder: join(folder, "data", "database") },
        ),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startPortal(
  plan: WorldPlan,
  place: { readonly index: number; readonly publicBaseUrl: string },
): Promise<PortalUnderTest> {
  const portalId = firstPortalId + place.index;
  const seed = plan.seed + place.index;
  const sandbox = await startSandbox({
    port: 0,
    app: readProject(".", { variables: { API_ORIGIN: place.publicBaseUrl }, credentials }),
    seed: (now) => ({ ...generatedPortal({ contacts: plan.contacts, seed, now }), portalId }),
    switches: plan.switches,
    random: randomFrom(seed).next,
    timeCompression: 6_000, // what was not taken comes again within seconds
  });
  return { portalId: String(portalId), sandbox, person: createPerson(sandbox.url) };
}

async function startStores(folder: string) {
  const programs = postgresPrograms();
  if (programs === null) throw new Error("PostgreSQL is not installed on this machine.");
  const postgres = await startPostgres(programs, join(folder, "postgres"));
  const redis = await startRedisProcess();
  return {
    postgres,
    redis,
    stop: async () => {
      await redis.stop();
      await postgres.stop();
    },
  };
}
