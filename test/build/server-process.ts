import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type LogLine = { readonly msg: string } & Readonly<Record<string, unknown>>;
export type ServerProcess = Awaited<ReturnType<typeof startServerProcess>>;

/** A test that is killed leaves no server behind. */
const exitWithParent = new URL("../../demo/exit-with-parent.mjs", import.meta.url).href;

/** The server as it is deployed (dist). Resolves when it is ready; its log can be waited for. */
export async function startServerProcess(
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
) {
  const child = spawn(
    process.execPath,
    ["--import", exitWithParent, ...nodeOptions, "dist/server/main.js"],
    { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit", "ipc"] },
  );
  if (!child.stdout) throw new Error("The server has no output.");
  const lines: LogLine[] = [];
  const waiting: { sees: (line: LogLine) => boolean; tell: (line: LogLine) => void }[] = [];
  createInterface({ input: child.stdout }).on("line", (text) => {
    const line = JSON.parse(text) as LogLine;
    lines.push(line);
    for (const each of waiting) if (each.sees(line)) each.tell(line);
  });
  const see = (sees: (line: LogLine) => boolean) => {
    const seen = lines.find(sees);
    return seen
      ? Promise.resolve(seen)
      : new Promise<LogLine>((tell) => waiting.push({ sees, tell }));
  };
  const exited = once(child, "exit");
  const ready = see((line) => line.msg === "server ready");
  const outcome = await Promise.race([ready, exited.then(() => null)]);
  if (outcome === null) throw new Error("The server ended before it was ready.");
  return {
    pid: child.pid ?? 0,
    lines: lines as readonly LogLine[],
    /** The first line that is so, among those that came and those that will. */
    see,
    ended: exited.then(() => {}),
    kill: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await exited;
    },
  };
}
