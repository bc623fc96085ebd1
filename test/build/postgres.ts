import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./ports.ts";

export type Postgres = {
  readonly url: string;
  /** Ends it without a farewell, as a crash would, and starts it again on the same files. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Identity = { readonly uid?: number; readonly gid?: number };

/** Folder of PostgreSQL's programs on this machine; `null` where it is not installed. */
export function postgresPrograms(): string | null {
  const asked = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [asked.stdout?.trim() ?? "", ...versions.map((v) => join(debian, v, "bin"))];
  return folders.find((folder) => folder !== "" && existsSync(join(folder, "initdb"))) ?? null;
}

/** A PostgreSQL of its own on a free port of this machine, with its files in `folder`. */
export async function startPostgres(programs: string, folder: string): Promise<Postgres> {
  const identity = unprivileged();
  mkdirSync(folder, { recursive: true });
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid ?? identity.uid);
  const data = join(folder, "data");
  const made = spawnSync(join(programs, "initdb"), ["-D", data, "-U", "medqual", "-A", "trust"], {
    ...identity,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://medqual@127.0.0.1:${port}/postgres`;
  const start = () => run(join(programs, "postgres"), { data, port, folder, identity });
  let server = start();
  await untilReady(url);
  return {
    url,
    crash: async () => {
      const gone = once(server, "exit");
      process.kill(
        Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]),
        "SIGQUIT",
      );
      await gone;
      server = start();
      await untilReady(url);
    },
    stop: async () => {
      const gone = once(server, "exit");
      server.stdin?.end();
      await gone;
    },
  };
}

/** The shell ends the server when our end of its standard input closes, also when we were killed. */
function run(
  program: string,
  at: {
    readonly data: string;
    readonly port: number;
    readonly folder: string;
    readonly identity: Identity;
  },
): ChildProcess {
  const settings = `-D ${at.data} -p ${at.port} -h 127.0.0.1 -k ${at.folder}`;
  const script = `exec 3<&0; ${program} ${settings} & server=$!
    { cat <&3 >/dev/null; kill -INT $server; } & wait $server`;
  return spawn("sh", ["-c", script], {
    ...at.identity,
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
}

/** PostgreSQL does not run as root. */
function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, name: string) =>
    Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout);
  const name = spawnSync("id", ["postgres"]).status === 0 ? "postgres" : "nobody";
  return { uid: idOf("-u", name), gid: idOf("-g", name) };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error(`PostgreSQL did not start at ${url}`);
}
