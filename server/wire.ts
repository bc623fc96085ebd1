import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Redis } from "ioredis";
import type { Config } from "./config.ts";
import { createGate } from "./connect/portal-gate.ts";
import { readKey } from "./connect/read-key.ts";
import { createTokens, type Tokens } from "./connect/tokens.ts";
import type { Services } from "./context.ts";
import { createApp } from "./http/app.ts";
import type { Gate } from "./hubspot/ask.ts";
import { createAppToken } from "./hubspot/app-token.ts";
import { createHttp } from "./hubspot/client.ts";
import type { Gateway } from "./hubspot/crm.ts";
import { createGateway } from "./hubspot/gateway.ts";
import { createLimiter } from "./hubspot/limits.ts";
import { exchangeCode, refreshToken } from "./hubspot/oauth.ts";
import { createSeal } from "./hubspot/seal.ts";
import type { Log } from "./log.ts";
import { runPortal } from "./loop/run-portal.ts";
import { startTimer } from "./loop/timer.ts";
import { createMetrics } from "./metrics.ts";
import { startOperatorEndpoint } from "./operate/operator-endpoint.ts";
import { type Bell, createBell } from "./queue/bell.ts";
import { startRedis } from "./queue/redis.ts";
import { startSources } from "./sources/start-sources.ts";
import { openStore } from "./store/open.ts";

export type Running = {
  readonly services: Services;
  readonly port: number | null;
  readonly backends: { readonly store: string; readonly queue: string };
  readonly stop: () => Promise<void>;
};

/** The only place where the parts meet. Opens everything, and closes it in the opposite order. */
export async function wire(config: Config, log: Log, now: () => number): Promise<Running> {
  const closers: (() => Promise<unknown>)[] = [];
  const opened = <T>(part: T, close: (part: T) => Promise<unknown>): T => {
    closers.push(() => close(part));
    return part;
  };
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const store = opened(
      await openStore({ url: config.databaseUrl, folder: join(config.dataDir, "database") }),
      (part) => part.close(),
    );
    const { db } = store;
    // Nobody else can hold a lease on a database that only this process opens.
    if (store.kind === "embedded") await db.deleteFrom("leases").execute();
    const server = opened(await startRedis({ url: config.redisUrl }), (part) => part.stop());
    const redis = opened(new Redis(server.url, { maxRetriesPerRequest: 3 }), async (part) =>
      part.disconnect(),
    );
    redis.on("error", (error) => log.warn({ reason: error.message }, "redis connection"));

    const seal = createSeal(readKey(config));
    const { clientId, clientSecrets } = config;
    const client = { clientId, clientSecret: clientSecrets[0] ?? "" };
    const request = createHttp({ apiBase: config.apiBase });
    const appToken = createAppToken({ request, now, client });
    const tokens = createTokens({
      db,
      now,
      holder: randomUUID(),
      seal: seal.seal,
      open: seal.open,
      refresh: (token) => refreshToken(request, client, token),
    });
    const gateways = new Map<string, Gateway>();
    const gatewayFor = (portalId: string) => {
      const gateway =
        gateways.get(portalId) ??
        gatewayOf(portalId, {
          request,
          redis,
          tokens,
          appToken,
          gate: createGate({ db, log, now }, portalId),
        });
      gateways.set(portalId, gateway);
      return gateway;
    };

    const services: Services = {
      db,
      log,
      metrics: createMetrics(),
      now,
      isStopping: () => stopping,
      gatewayFor,
      bell: { ring: (portalId, lane) => bell.ring(portalId, lane), close: () => bell.close() },
    };
    const works = config.role !== "web";
    const bell: Bell = opened(
      await createBell({
        url: server.url,
        log,
        run: works ? (wake) => runPortal(services, wake.portalId, wake.lane) : undefined,
      }),
      (part) => part.close(),
    );
    if (works) opened(startTimer(services, config), (part) => part.stop());
    if (works) opened(startSources(services), (part) => part.stop());
    // Nobody else can open an embedded database: its operator comes in through this process.
    if (store.kind === "embedded")
      opened(await startOperatorEndpoint({ ...services, redis }, config.dataDir), (end) => end());
    const app = createApp(services, config, {
      seal: seal.seal,
      exchangeCode: (code, redirectUri) => exchangeCode(request, client, { code, redirectUri }),
    });
    const web =
      config.role === "worker"
        ? null
        : opened(app.listen(config.port, config.host), (part) => closeServer(part));
    if (web) await once(web, "listening");
    const port = web ? (web.address() as AddressInfo).port : null;
    return { services, port, backends: { store: store.kind, queue: server.kind }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function gatewayOf(
  portalId: string,
  parts: {
    readonly request: ReturnType<typeof createHttp>;
    readonly redis: Redis;
    readonly tokens: Tokens;
    readonly appToken: () => Promise<string>;
    readonly gate: Gate;
  },
): Gateway {
  const { request, redis, tokens, gate, appToken } = parts;
  return createGateway({
    request,
    portalId,
    gate,
    limiter: createLimiter(redis, { portalId }),
    token: () => tokens.accessToken(portalId),
    appToken,
    renew: (refused: string) => tokens.renew(portalId, refused),
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  await closed;
}
