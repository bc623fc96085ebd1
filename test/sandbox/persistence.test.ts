import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../sandbox/store/table-store.ts";
import { email, importRequest, importRoot, sendImport } from "./import-form.ts";
import { aSeed, anApp, call, connect, form, seeded, start, until } from "./sandbox-under-test.ts";
import { receiver, subscribedTo } from "./webhook-receiver.ts";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "sandbox-"));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

test("a restart keeps records, definitions, associations, tokens and the series of ids", async () => {
  const first = await start({ dataDir });
  const { accessToken, refreshToken } = await connect(first);
  const made = await call(first, "/crm/objects/2026-09/contacts", {
    properties: { email: "kept@x.example" },
  });
  await call(
    first,
    "/crm/properties/2026-09/contacts/hs_lead_status",
    { options: [{ label: "N", value: "N" }] },
    { method: "PATCH" },
  );
  await call(first, `/crm/objects/2026-09/contacts/${seeded.nurse}`, undefined, {
    method: "DELETE",
  });
  await first.close();

  const second = await start({ dataDir, seed: () => aSeed({ contacts: [] }) });
  const read = await call(
    second,
    "/crm/objects/2026-09/contacts?associations=companies",
    undefined,
    { token: accessToken },
  );
  const next = await call(second, "/crm/objects/2026-09/contacts", {
    properties: { email: "next@x.example" },
  });
  const property = await call(second, "/crm/properties/2026-09/contacts/hs_lead_status");
  const refreshed = await form(second, "/oauth/2026-09/token", {
    grant_type: "refresh_token",
    client_id: anApp().clientId,
    client_secret: anApp().clientSecret,
    refresh_token: refreshToken,
  });
  await second.close();

  expect(read.body).toMatchObject({
    results: [
      { id: seeded.cio, associations: { companies: { results: [{ id: seeded.hospital }, {}] } } },
      { id: made.field("id"), properties: { email: "kept@x.example" } },
    ],
  });
  expect(Number(next.field("id"))).toBe(Number(made.field("id")) + 1);
  expect(property.field("options")).toHaveLength(1);
  expect(refreshed.status).toBe(200);
});

test("a webhook that nobody took is sent after a restart", async () => {
  const target = await receiver();
  target.answers.push(500);
  const event = {
    subscriptionType: "object.propertyChange",
    objectType: "contact",
    propertyName: "city",
    active: true,
  };
  const app = anApp({ webhooks: subscribedTo(target.url, { crmObjects: [event] }) });
  const first = await start({ dataDir, app, timeCompression: 600 });
  const { accessToken: token } = await connect(first, app);
  await call(
    first,
    `/crm/objects/2026-09/contacts/${seeded.cio}`,
    { properties: { city: "Ulm" } },
    { method: "PATCH", token },
  );
  await until(async () => {
    const reply = await call(first, "/sandbox/deliveries");
    return reply.field("results.0.status") === "waiting";
  });
  await first.close();

  const second = await start({ dataDir, app, timeCompression: 600 });
  await until(() => target.requests.length === 2);
  await second.close();
  await target.close();

  expect(target.events()).toMatchObject([
    { propertyValue: "Ulm", attemptNumber: 0 },
    { propertyValue: "Ulm", attemptNumber: 1 },
  ]);
});

test("half a line left by a kill is dropped, and what follows is readable", async () => {
  const before = openStore(dataDir);
  before.table<string>("words").set("a", "whole");
  before.close();
  appendFileSync(join(dataDir, "portal.jsonl"), '[["words","b","ha');

  const after = openStore(dataDir);
  after.table<string>("words").set("c", "new");
  after.close();
  const last = openStore(dataDir);

  expect([...last.table<string>("words").rows()]).toEqual(["whole", "new"]);
  last.close();
});

test("a change reaches the file without anybody closing it", async () => {
  const store = openStore(dataDir);

  store.table<string>("words").set("a", "written");
  await until(() => readFileSync(join(dataDir, "portal.jsonl"), "utf8").includes("written"));
  store.close();

  expect(readFileSync(join(dataDir, "portal.jsonl"), "utf8")).toBe('[["words","a","written"]]\n');
});

test("a file that is mostly superseded rows is rewritten when it is opened", async () => {
  const lines = Array.from({ length: 20_000 }, (_, turn) => `[["words","a","${turn}"]]\n`);
  const path = join(dataDir, "portal.jsonl");
  writeFileSync(path, lines.join(""));

  const store = openStore(dataDir);

  expect(store.table<string>("words").get("a")).toBe("19999");
  expect(statSync(path).size).toBe(24);
  store.close();
});

test("a file that is something else is an error that names it", () => {
  writeFileSync(join(dataDir, "portal.jsonl"), "hello\n");

  expect(() => openStore(dataDir)).toThrow(/portal\.jsonl:1 is not a line of a sandbox journal/);
});

test("a portal whose filling was cut short is filled anew", async () => {
  const store = openStore(dataDir);
  store.table("profile").set("loading", {});
  store.table("records/0-1").set("7", { id: "7", type: "0-1", values: {}, history: {} });
  store.close();

  const sandbox = await start({ dataDir });
  const reply = await call(sandbox, "/sandbox/state");
  await sandbox.close();

  expect(reply.field("records")).toMatchObject({ contacts: 2, companies: 1, deals: 1 });
});

test("a restart keeps changed switches, and ends what exports and imports had begun", async () => {
  const first = await start({ dataDir, switches: { importMs: 60_000, exportMs: 60_000 } });
  await call(first, "/sandbox/switches", { lifecycleBackward: "refused" }, { method: "PATCH" });
  const imported = await sendImport(first, importRequest([email]), {
    lines: ["Email", "kept@x.example"],
  });
  const exported = await call(first, "/crm/exports/2026-09/export/async", {
    format: "CSV",
    objectType: "CONTACT",
    objectProperties: ["email"],
    exportInternalValuesOptions: ["NAMES"],
  });
  await first.close();

  const second = await start({ dataDir });
  second.clock.change({ now: second.clock.now() + 70_000 });
  const importAfter = await call(second, `${importRoot}/${String(imported.field("id"))}`);
  const path = `/crm/exports/2026-09/export/async/tasks/${String(exported.field("id"))}/status`;
  const exportAfter = await call(second, path);
  const { lifecycleBackward } = second.portal.switches;
  const csv = await (await fetch(String(exportAfter.field("result")))).text();
  const found = await call(second, "/crm/objects/2026-09/contacts/kept@x.example?idProperty=email");
  await second.close();

  expect(lifecycleBackward).toBe("refused");
  expect([importAfter.field("state"), found.status]).toEqual(["DONE", 200]);
  expect(csv).toContain("hs_object_id,email\n");
});
