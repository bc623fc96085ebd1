import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type Child = {
  readonly name: string;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logDir: string;
  readonly onLine?: (line: string) => void;
  readonly say: (text: string) => void;
  /** Called once when it is no use starting it again. */
  readonly onGivenUp: (message: string) => void;
};

const exitWithParent = new URL("exit-with-parent.mjs", import.meta.url).href;
const restartMs = 1000;
/** A process that dies this often, each time soon after its start, will not live. */
const mostQuickDeaths = 3;
const quickMs = 15_000;

/** Runs a process, keeps its output in a file, and starts it again when it dies unasked. */
export function superviseChild(options: Options): Child {
  const { name, args, env, logDir, onLine, say, onGivenUp } = options;
  mkdirSync(logDir, { recursive: true });
  const logFile = join(logDir, `${name}.log`);
  const log = createWriteStream(logFile, { flags: "a" });
  let quickDeaths = 0;
  let stopping = false;
  let child: ChildProcess;
  let exited: Promise<void>;
  let restart: NodeJS.Timeout | undefined;

  function start(): void {
    const startedAt = Date.now();
    // Detached: Ctrl-C reaches the supervisor alone, which then stops everybody in order.
    child = spawn(process.execPath, ["--import", exitWithParent, ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    if (child.stdout)
      createInterface({ input: child.stdout }).on("line", (line) => {
        log.write(`${line}\n`);
        onLine?.(line);
      });
    child.stderr?.on("data", (data: Buffer) => log.write(data));
    exited = new Promise((resolve) => child.once("exit", () => resolve()));
    child.once("exit", (code, signal) => {
      if (stopping) return;
      quickDeaths = Date.now() - startedAt < quickMs ? quickDeaths + 1 : 0;
      if (quickDeaths >= mostQuickDeaths)
        return onGivenUp(`The ${name} stops again and again. Its last words are in ${logFile}.`);
      say(`The ${name} stopped (${signal ?? `exit ${code}`}) and is started again.`);
      restart = setTimeout(start, restartMs);
    });
  }

  start();
  return {
    name,
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await exited;
      }
      clearTimeout(patience);
      log.end();
    },
  };
}
