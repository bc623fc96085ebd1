import { request } from "node:http";
import { join } from "node:path";
import { Redis } from "ioredis";
import type { OperatorConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { createLog } from "../log.ts";
import { createMetrics } from "../metrics.ts";
import { type Answer, type Asked, operate, type OperationName } from "../operate/operations.ts";
import { type EndpointAnswer, operatorSocket } from "../operate/operator-endpoint.ts";
import type { Operator } from "../operate/operator.ts";
import { type Bell, createBell } from "../queue/bell.ts";
import { isFolderUsed } from "../store/folder-lock.ts";
import { openStore } from "../store/open.ts";

export type Connected = {
  readonly ask: <N extends OperationName>(name: N, asked: Asked<N>) => Promise<Answer<N>>;
  /** Whether a process works on what is begun; without one it waits for the next start. */
  readonly isWorked: boolean;
  readonly close: () => Promise<void>;
};

/**
 * Reaches a Medqual: PostgreSQL directly where it is configured; else, where a server runs on the data
 * folder, through that server; else the folder itself.
 */
export async function connect(config: OperatorConfig): Promise<Connected> {
  const { databaseUrl, dataDir } = config;
  const folder = join(dataDir, "database");
  if (!databaseUrl && (await isFolderUsed(folder))) return throughServer(dataDir);
  const store = await openStore({ url: databaseUrl, folder });
  const log = createLog("silent");
  const redis = config.redisUrl ? new Redis(config.redisUrl, { maxRetriesPerRequest: 2 }) : null;
  redis?.on("error", () => {}); // each call says it itself
  const bell = config.redisUrl ? await createBell({ url: config.redisUrl, log }) : silentBell;
  const operator: Operator = {
    db: store.db,
    now: Date.now,
    log,
    metrics: createMetrics(),
    bell,
    redis,
  };
  return {
    ask: async (name, asked) => (await operate(operator, name, asked)) as Answer<typeof name>,
    isWorked: Boolean(databaseUrl),
    close: async () => {
      await bell.close();
      redis?.disconnect();
      await store.close();
    },
  };
}

/** Nobody to wake: the timer of whoever works on this database finds what is due. */
const silentBell: Bell = { ring: async () => {}, close: async () => {} };

function throughServer(dataDir: string): Connected {
  const socketPath = operatorSocket(dataDir);
  return {
    ask: async (name, asked) => {
      const answer = await post(socketPath, `/${name}`, asked);
      if ("error" in answer) throw new AppError("bad_request", answer.error.message);
      return answer.result as Answer<typeof name>;
    },
    isWorked: true,
    close: async () => {},
  };
}

function post(socketPath: string, path: string, body: unknown): Promise<EndpointAnswer> {
  return new Promise((resolve, reject) => {
    const unreachable = (cause: unknown) =>
      reject(
        new AppError(
          "configuration",
          `A process holds the data folder but answers no operator (${socketPath}). Is it a Medqual server of this version?`,
          { cause },
        ),
      );
    const sent = request({ socketPath, path, method: "POST" }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("error", unreachable);
      response.on("end", () => resolve(JSON.parse(text) as EndpointAnswer));
    });
    sent.on("error", unreachable);
    sent.end(JSON.stringify(body));
  });
}
