import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installApp } from "../../demo/install-app.ts";
import { readProject } from "../../sandbox/project/read-project.ts";
import { demoPortal } from "../../sandbox/seed/demo-portal.ts";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";
import { openStore } from "../../server/store/open.ts";
import { freePort } from "../build/ports.ts";
import { type LogLine, type ServerProcess, startServerProcess } from "../build/server-process.ts";
import { countWrites, startWatchingProxy } from "./watching-proxy.ts";

// The server as it is deployed (dist), killed without warning while it fills itself.

const credentials = { clientId: "test-client", clientSecret: "test-secret", appId: 77 };
const dataDir = mkdtempSync(join(tmpdir(), "medqual-kill-"));
let sandbox: Sandbox;
let proxy: Awaited<ReturnType<typeof startWatchingProxy>>;
let url: string;
const servers: ServerProcess[] = [];

beforeAll(async () => {
  url = `http://127.0.0.1:${await freePort()}`;
  sandbox = await startSandbox({
    port: 0,
    app: readProject(".", { variables: { API_ORIGIN: url }, credentials }),
    seed: demoPortal,
    timeCompression: 600,
  });
  proxy = await startWatchingProxy(sandbox.url);
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.kill("SIGKILL");
  await proxy.close();
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A server that ends with the tests, if it was not killed before. */
async function startServer() {
  const server = await startServerProcess({
    PORT: new URL(url).port,
    MEDQUAL_HOST: "127.0.0.1",
    PUBLIC_BASE_URL: url,
    HUBSPOT_CLIENT_ID: credentials.clientId,
    HUBSPOT_CLIENT_SECRET: credentials.clientSecret,
    HUBSPOT_API_BASE: proxy.url,
    HUBSPOT_APP_BASE: sandbox.url,
    MEDQUAL_DATA_DIR: dataDir,
    MEDQUAL_AUTO_APPROVE_FROM: "2020-01-01T00:00:00Z",
  });
  servers.push(server);
  return server;
}

const isProgress = (line: LogLine) => line.msg === "back-fill progress";

test("killed four times during the back-fill, it finishes with each record decided once and nothing written twice", async () => {
  const first = await startServer();
  await installApp(`${url}/oauth/install`);
  await first.see((line) => isProgress(line) && Number(line["listed"]) >= 500);
  await first.kill("SIGKILL");
  const second = await startServer();
  await second.see((line) => isProgress(line) && line["step"] === "assess");
  await second.kill("SIGKILL");
  const third = await startServer();
  await third.see((line) => isProgress(line) && Number(line["toWrite"]) > 100);
  await third.kill("SIGKILL");
  const fourth = await startServer();
  await fourth.see((line) => isProgress(line) && line["toDecide"] === 0);
  await fourth.kill("SIGKILL");
  const last = await startServer();
  await last.see((line) => line.msg === "back-fill finished");
  await last.kill("SIGTERM");

  const store = await openStore({ folder: join(dataDir, "database") });
  const { db } = store;
  const decided = await db.selectFrom("decisions").select(["object_id", "sequence"]).execute();
  const records = await db.selectFrom("records").select("object_type").execute();
  const [pending, outbox, parked] = await Promise.all([
    db.selectFrom("pending").selectAll().execute(),
    db.selectFrom("outbox").selectAll().execute(),
    db.selectFrom("parked").selectAll().execute(),
  ]);
  await store.close();
  const writes = countWrites(proxy.calls, "medqual_status");

  expect({ pending, outbox, parked }).toEqual({ pending: [], outbox: [], parked: [] });
  const contacts = records.filter((record) => record.object_type === "contacts");
  const deals = records.filter((record) => record.object_type === "deals");
  const seed = demoPortal(Date.now());
  expect(contacts).toHaveLength(seed.contacts.length);
  expect(deals).toHaveLength(seed.deals.length);
  expect(decided).toHaveLength(contacts.length + deals.length);
  expect(new Set(decided.map((entry) => entry.sequence))).toEqual(new Set([1]));
  expect(writes.size).toBe(contacts.length);
  expect([...writes].filter(([, count]) => count > 1)).toEqual([]);
}, 240_000);
