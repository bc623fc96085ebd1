import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, superviseChild } from "./child.ts";
import { installApp } from "./install-app.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readSettings } from "./settings.ts";
import { statusTable } from "./status-table.ts";

// The whole product on one machine: a HubSpot portal to try it on, the server, the cards.
const settings = readSettings(process.env);
const { ports, logDir } = settings;
const progress = createProgress(process.stdout);
const children: Child[] = [];

const say = (text: string) => void process.stdout.write(`${text}\n`);
const run = (name: string, args: string[], env: Record<string, string>) =>
  superviseChild({
    name,
    args,
    env,
    logDir,
    say,
    onLine: name === "server" ? readLog : () => {},
    onGivenUp: (message) => giveUp(new Error(message)),
  });

type Ready = { readonly portals: readonly { readonly backfill: string | null }[] };
let heard: (ready: Ready) => void;
const serverReady = new Promise<Ready>((resolve) => (heard = resolve));
let giveUp: (error: Error) => void;
const givenUp = new Promise<never>((_, reject) => (giveUp = reject));
let finished: (byStatus: Record<string, number>) => void;
const decided = new Promise<Record<string, number>>((resolve) => (finished = resolve));

let stopping: Promise<void> | undefined;
// Ctrl-C may arrive twice, from the terminal and from npm: the second must not cut the first short.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void stop(0));
try {
  await Promise.race([begin(), givenUp]);
  // A process may also stop for good later.
  await givenUp;
} catch (error) {
  say(`\n${error instanceof Error ? error.message : String(error)}\nLogs: ${logDir}`);
  await stop(1);
}

async function begin(): Promise<void> {
  for (const [name, port] of Object.entries(ports)) await checkFree(name, port);
  say("Starting a HubSpot sandbox portal, the Medqual server and the card preview …");
  children.push(run("sandbox", ["--import", "tsx", "sandbox/main.ts"], settings.sandboxEnv));
  await listening(ports.sandbox);
  children.push(run("server", ["dist/server/main.js"], settings.serverEnv));
  children.push(run("preview", ["--import", "tsx", "demo/preview/main.ts"], settings.previewEnv));
  const { portals } = await serverReady;
  if (portals.length === 0) {
    say("Installing the app in the sandbox portal …");
    await installApp(`${settings.publicBaseUrl}/oauth/install`);
    say("Back-fill: every contact and deal of the portal is read, decided and written back.");
  }
  const byStatus = await decided;
  progress.end();
  say(`\nWhat was decided (contacts):\n${statusTable(byStatus)}\n`);
  await listening(ports.preview);
  say(`Preview   ${settings.previewUrl}   open this: records, cards, properties to change`);
  say(`Portal    ${settings.sandboxUrl}   the HubSpot sandbox (bearer token: sandbox-admin)`);
  say(`Server    ${settings.publicBaseUrl}/healthz   logs in ${logDir}`);
  say("\nCtrl-C stops everything. The data stays for the next start.");
}

/** The server's log lines are JSON; three of them tell how far it is. */
function readLog(line: string): void {
  const entry = parse(line);
  if (entry?.["msg"] === "server ready") {
    const ready = entry as unknown as Ready & { readonly byStatus: Record<string, number> };
    heard(ready);
    if (ready.portals.some((portal) => portal.backfill === "done")) finished(ready.byStatus);
  }
  if (entry?.["msg"] === "back-fill progress") progress.show(entry as unknown as Progress);
  if (entry?.["msg"] === "back-fill finished")
    finished(entry["byStatus"] as Record<string, number>);
}

function parse(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
}

async function checkFree(name: string, port: number): Promise<void> {
  if (!(await answers(port))) return;
  const variable = { server: "PORT", sandbox: "SANDBOX_PORT", preview: "PREVIEW_PORT" }[name];
  throw new Error(`Port ${port} (${name}) is taken. Stop what uses it, or set ${variable}.`);
}

async function listening(port: number): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await answers(port)) return;
    await sleep(100);
  }
  throw new Error(`Nothing listens on port ${port} after a minute.`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "localhost", () => done(true));
    socket.once("error", () => done(false));
    function done(answer: boolean) {
      socket.destroy();
      resolve(answer);
    }
  });
}

function stop(code: number): Promise<void> {
  return (stopping ??= stopAll(code));
}

async function stopAll(code: number): Promise<void> {
  progress.end();
  for (const child of children.toReversed()) await child.stop();
  process.exit(code);
}
