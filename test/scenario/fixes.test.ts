import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installApp } from "../../demo/install-app.ts";
import { readProject } from "../../sandbox/project/read-project.ts";
import { salesOwners } from "../../sandbox/seed/portal-setup.ts";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";
import type { FixProgress } from "../../server/fields/manage-fixes.ts";
import type { FixPreview } from "../../server/fields/plan-fix.ts";
import { eventually } from "../build/eventually.ts";
import { freePort } from "../build/ports.ts";
import { type ServerProcess, startServerProcess } from "../build/server-process.ts";
import { messyPortal } from "./messy-portal.ts";
import { startWatchingProxy } from "./watching-proxy.ts";

// Fixes on the server as it is deployed, killed without warning in the middle of one and of its undo.

const credentials = { clientId: "test-client", clientSecret: "test-secret", appId: 77 };
const spellings = ["Cardio", "cardiology dept.", "ORTHO", "  Peds ", "asdf", "Cardiology"];
const people = Object.fromEntries(
  Array.from({ length: 420 }, (_, i) => [
    `P${i}`,
    { specialty: spellings[i % spellings.length] ?? "" },
  ]),
);
const fixed: Readonly<Record<string, string>> = {
  Cardio: "Cardiology",
  "cardiology dept.": "Cardiology",
  ORTHO: "Orthopedics",
  "  Peds ": "Pediatrics",
  "Family medicine": "Primary care / family medicine",
};
const plan = {
  kind: "rewrite",
  objectType: "contacts",
  field: "specialty",
  property: "specialty",
} as const;

const dataDir = mkdtempSync(join(tmpdir(), "medqual-fixes-"));
let sandbox: Sandbox;
let proxy: Awaited<ReturnType<typeof startWatchingProxy>>;
let server: ServerProcess;
let url: string;
let portalId: string;

async function start(): Promise<void> {
  server = await startServerProcess({
    PORT: new URL(url).port,
    MEDQUAL_HOST: "127.0.0.1",
    PUBLIC_BASE_URL: url,
    HUBSPOT_CLIENT_ID: credentials.clientId,
    HUBSPOT_CLIENT_SECRET: credentials.clientSecret,
    HUBSPOT_API_BASE: proxy.url,
    HUBSPOT_APP_BASE: sandbox.url,
    MEDQUAL_DATA_DIR: dataDir,
  });
}

beforeAll(async () => {
  url = `http://127.0.0.1:${await freePort()}`;
  sandbox = await startSandbox({
    port: 0,
    app: readProject(".", { variables: { API_ORIGIN: url }, credentials }),
    seed: (now) => messyPortal(people, now),
    timeCompression: 600,
  });
  proxy = await startWatchingProxy(sandbox.url);
  await start();
  await installApp(`${url}/oauth/install`);
  await server.see((line) => line.msg === "back-fill finished");
  const connected = await server.see((line) => line.msg === "portal connected");
  portalId = String(connected["portalId"]);
}, 120_000);
afterAll(async () => {
  await server.kill("SIGKILL");
  await proxy.close();
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The installer is the admin as long as nobody is named. */
async function ask<T>(method: "GET" | "POST", path: string, json?: object): Promise<T> {
  const target = `${url}${path}?portalId=${portalId}&userId=${salesOwners[0]?.userId}`;
  const body = json === undefined ? "" : JSON.stringify(json);
  const timestamp = String(Date.now());
  const signature = createHmac("sha256", credentials.clientSecret)
    .update(`${method}${target}${body}${timestamp}`)
    .digest("base64");
  const headers = {
    "x-hubspot-signature-v3": signature,
    "x-hubspot-request-timestamp": timestamp,
  };
  const response = await fetch(target, { method, headers, ...(body !== "" && { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

type Found = { readonly id: string; readonly properties: Readonly<Record<string, string | null>> };
type Page = {
  readonly results: readonly Found[];
  readonly paging?: { readonly next: { readonly after: string } };
};

/** The specialty of every contact as it stands in HubSpot, by id. */
async function specialties(): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>();
  let after = "";
  for (;;) {
    const path = `crm/objects/2026-09/contacts?limit=100&properties=specialty${after}`;
    const headers = { authorization: "Bearer sandbox-admin" };
    const page = (await (await fetch(`${sandbox.url}/${path}`, { headers })).json()) as Page;
    for (const { id, properties } of page.results) found.set(id, properties["specialty"] ?? null);
    if (!page.paging) return found;
    after = `&after=${page.paging.next.after}`;
  }
}

/** Ends the server without warning as soon as a batch of the fix has gone out, and starts another. */
async function killAtNextWrite(): Promise<void> {
  const before = writes().length;
  await eventually(
    async () => writes().length,
    (count) => count > before,
  );
  await server.kill("SIGKILL");
  await start();
}

const writes = () =>
  proxy.calls.filter(
    ({ path, body }) => path.includes("/batch/update") && body.includes("specialty"),
  );

const settledIn = (id: string, state: FixProgress["state"]) =>
  eventually(
    () => ask<FixProgress & { left: readonly object[] }>("GET", `/api/fields/fixes/${id}`),
    (fix) => fix.state === state,
    60_000,
  );

async function change(id: string, specialty: string): Promise<void> {
  await fetch(`${sandbox.url}/crm/objects/2026-09/contacts/${id}`, {
    method: "PATCH",
    headers: { authorization: "Bearer sandbox-admin", "content-type": "application/json" },
    body: JSON.stringify({ properties: { specialty } }),
  });
}

test("a fix that is killed goes on, skips what was changed, and its undo restores every byte", async () => {
  const before = await specialties();
  const preview = await ask<FixPreview>("POST", "/api/fields/previews", { plan });
  const touched = [...before].filter(([, text]) => fixed[text ?? ""] !== undefined);
  expect(preview.records).toBe(touched.length);
  expect(Object.fromEntries(preview.changes.map(({ from, to }) => [from, to]))).toEqual(fixed);
  // Somebody is faster than the fix, which knows the mirror only.
  const [early] = touched.at(-1) ?? [];
  await change(early ?? "", "Oncology");

  const key = randomUUID();
  const { id } = await ask<{ id: string }>("POST", "/api/fields/fixes", { key, plan });
  const again = await ask<{ id: string }>("POST", "/api/fields/fixes", { key, plan });
  expect(again.id).toBe(id);
  await killAtNextWrite();
  const done = await settledIn(id, "done");

  expect(done).toMatchObject({
    records: touched.length,
    written: touched.length - 1,
    skipped: 1,
    waiting: 0,
    refused: 0,
    left: [{ object_id: early, property: "specialty", state: "skipped", found: "Oncology" }],
  });
  const after = await specialties();
  const wanted = [...before].map(([each, text]) => [each, fixed[text ?? ""] ?? text] as const);
  expect(after).toEqual(new Map([...wanted, [early, "Oncology"]]));

  const sent = writes().length;
  const second = await ask<{ id: string; records: number }>("POST", "/api/fields/fixes", {
    key: randomUUID(),
    plan,
  });
  await settledIn(second.id, "done");
  expect([second.records, writes().length]).toEqual([0, sent]);

  // Somebody changes one that the fix has written: that is the later word.
  const [late] = touched[0] ?? [];
  await change(late ?? "", "Neurology");
  await ask("POST", "/api/fields/fixes/moves", { id, move: "undo" });
  await killAtNextWrite();
  const undone = await settledIn(id, "undone");

  expect(undone).toMatchObject({ restored: touched.length - 2, kept: 1, skipped: 1, stuck: 0 });
  expect(await specialties()).toEqual(
    new Map([...before, [early, "Oncology"], [late, "Neurology"]] as [string, string | null][]),
  );
}, 180_000);

test("a paused fix writes nothing until it is resumed, and undoing it leaves what it never touched", async () => {
  const before = await specialties();
  const asked = { key: randomUUID(), plan };
  const { id } = await ask<{ id: string }>("POST", "/api/fields/fixes", asked);
  const paused = await ask<FixProgress>("POST", "/api/fields/fixes/moves", { id, move: "pause" });
  expect(paused.state).toBe("paused");
  const undoing = await ask<FixProgress>("POST", "/api/fields/fixes/moves", { id, move: "undo" });
  expect(undoing.state).toBe("undoing");
  await settledIn(id, "undone");

  expect(await specialties()).toEqual(before);
  await expect(ask("POST", "/api/fields/fixes/moves", { id, move: "resume" })).rejects.toThrow(
    "A fix that is undone cannot do that.",
  );
}, 60_000);
