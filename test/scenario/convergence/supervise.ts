import { type ServerProcess, startServerProcess } from "../../build/server-process.ts";

export type Supervised = {
  /** `kill -9`, and started again at once. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Asks it to end, and waits for that. */
  readonly stop: () => Promise<void>;
  /** How often it ended without being asked or killed: never, in a server without faults. */
  readonly deaths: () => number;
};

/** Keeps a server process alive, as a service manager does. */
export async function supervise(env: Readonly<Record<string, string>>): Promise<Supervised> {
  let server: ServerProcess | undefined;
  let deaths = 0;
  let wanted = false;
  let starting: Promise<void> = Promise.resolve();

  async function begin(): Promise<void> {
    const started = await startServerProcess(env);
    server = started;
    void started.ended.then(() => {
      if (server !== started || !wanted) return;
      deaths += 1;
      starting = begin();
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    await starting;
    wanted = false;
    await server?.kill(signal);
    server = undefined;
  }

  async function start(): Promise<void> {
    wanted = true;
    starting = begin();
    await starting;
  }

  await start();
  return {
    kill: async () => {
      await end("SIGKILL");
      await start();
    },
    start,
    stop: () => end("SIGTERM"),
    deaths: () => deaths,
  };
}
