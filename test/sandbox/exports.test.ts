import { inflateRawSync } from "node:zlib";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import {
  allScopes,
  anApp,
  aSeed,
  call,
  connect,
  sdk,
  seeded,
  start,
  testClock,
} from "./sandbox-under-test.ts";

const root = "/crm/exports/2026-09/export";
const wanted = {
  exportType: "VIEW",
  exportName: "All",
  format: "CSV",
  language: "EN",
  objectType: "CONTACT",
  objectProperties: ["email", "lifecyclestage", "createdate"],
  associatedObjectType: ["COMPANY"],
  exportInternalValuesOptions: ["NAMES", "VALUES"],
};
let clock: ReturnType<typeof testClock>;
let sandbox: Sandbox;

beforeEach(async () => {
  clock = testClock();
  sandbox = await start({ now: clock.now, switches: { exportMs: 60_000 } });
});

afterEach(() => sandbox.close());

const status = (id: unknown) => call(sandbox, `${root}/async/tasks/${String(id)}/status`);

/** Lets the sandbox's time pass, and what was due by then happen. */
function pass(ms: number): void {
  sandbox.clock.change({ now: sandbox.clock.now() + ms });
}

async function download(id: unknown): Promise<string> {
  const reply = await status(id);
  return (await fetch(String(reply.field("result")))).text();
}

async function exported(request: object): Promise<string> {
  const started = await call(sandbox, `${root}/async`, request);
  pass(60_000);
  return download(started.field("id"));
}

test("an export is asked after until its file can be fetched without a token", async () => {
  const started = await call(sandbox, `${root}/async`, wanted);
  const id = started.field("id");
  const before = await status(id);
  const shownBefore = await call(sandbox, `${root}/${String(id)}`);
  pass(60_000);

  const csv = await download(id);

  const shown = await call(sandbox, `${root}/${String(id)}`);
  expect(started.status).toBe(202);
  expect(started.body).toEqual({
    id: expect.stringMatching(/^\d+$/),
    links: { status: `${root}/async/tasks/${String(id)}/status` },
  });
  expect(before.body).toMatchObject({ status: "PROCESSING" });
  expect(before.body).not.toHaveProperty("result");
  expect(shownBefore.field("exportState")).toBe("PROCESSING");
  expect(csv).toBe(
    "hs_object_id,email,lifecyclestage,createdate,Associated Company IDs,Associated Company\n" +
      `${seeded.cio},cio@mercy.example,lead,2026-01-06T08:00:00.000Z,${seeded.hospital},Mercy Hospital\n` +
      `${seeded.nurse},nurse@mercy.example,opportunity,2026-01-07T08:00:00.000Z,,\n`,
  );
  expect(shown.body).toMatchObject({ exportState: "DONE", recordCount: 2, objectType: "0-1" });
});

test("without internal names and values people's words stand in the file", async () => {
  await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}`,
    { properties: { hubspot_owner_id: "51" } },
    { method: "PATCH" },
  );
  pass(10_000);

  const csv = await exported({
    ...wanted,
    exportInternalValuesOptions: [],
    associatedObjectType: [],
    objectProperties: ["lifecyclestage", "createdate", "hubspot_owner_id"],
  });

  expect(csv.split("\n").slice(0, 2)).toEqual([
    "Record ID,Lifecycle Stage,Create Date,Owner",
    `${seeded.cio},Lead,2026-01-06 03:00,Rae Owen`,
  ]);
});

test("a view is filtered and sorted, in the words of the guide or of the specification", async () => {
  const filters = [{ property: "lifecyclestage", operator: "IN", values: ["lead", "opportunity"] }];
  const sorts = [{ propertyName: "email", order: "DESC" }];
  const view = { ...wanted, objectProperties: ["email"], associatedObjectType: [] };

  const guide = await exported({
    ...view,
    publicCrmSearchRequest: { filterGroups: [{ filters }], sorts },
  });
  const one = [{ propertyName: "email", operator: "EQ", value: "cio@mercy.example" }];
  const specification = await exported({ ...view, publicCrmSearchRequest: { filters: one } });

  const head = "hs_object_id,email\n";
  const cio = `${seeded.cio},cio@mercy.example\n`;
  expect(guide).toBe(`${head}${seeded.nurse},nurse@mercy.example\n${cio}`);
  expect(specification).toBe(`${head}${cio}`);
});

test("one export runs at a time, and thirty in a day", async () => {
  const started = [];
  for (let turn = 0; turn < 31; turn += 1) {
    started.push(await call(sandbox, `${root}/async`, wanted));
  }
  const second = await status(started[1]?.field("id"));
  pass(60_000);
  const then = await status(started[1]?.field("id"));

  expect(started.map((reply) => reply.status)).toEqual([
    ...Array.from({ length: 30 }, () => 202),
    429,
  ]);
  expect([second.field("status"), then.field("status")]).toEqual(["PENDING", "PROCESSING"]);
});

test("the address of a file lasts five minutes", async () => {
  const started = await call(sandbox, `${root}/async`, wanted);
  pass(60_000);
  const url = String((await status(started.field("id"))).field("result"));
  pass(5 * 60_000);

  const late = await fetch(url);
  const again = await download(started.field("id"));

  expect(late.status).toBe(403);
  expect(again).toContain("cio@mercy.example");
});

test("a file of more than two megabytes is packed", async () => {
  const note = "x".repeat(60_000);
  const contacts = Array.from({ length: 40 }, (_, index) => ({
    key: `c${index}`,
    createdAt: "2026-01-06T08:00:00.000Z",
    properties: { email: `c${index}@x.example`, message: note },
  }));
  await sandbox.close();
  sandbox = await start({
    now: clock.now,
    seed: () => aSeed({ contacts, deals: [] }),
    switches: { exportMs: 60_000 },
  });
  const started = await call(sandbox, `${root}/async`, {
    ...wanted,
    objectProperties: ["message"],
  });
  pass(60_000);

  const url = String((await status(started.field("id"))).field("result"));
  const packed = Buffer.from(await (await fetch(url)).arrayBuffer());

  const nameLength = packed.readUInt16LE(26);
  const dataLength = packed.readUInt32LE(18);
  const data = packed.subarray(30 + nameLength, 30 + nameLength + dataLength);
  expect(url).toContain(".zip?");
  expect(inflateRawSync(data).toString().split("\n")).toHaveLength(42);
});

test.each([
  ["lists", { exportType: "LIST", listId: "1" }, 501],
  ["spreadsheets", { format: "xlsx" }, 501],
  ["labels", { includeLabeledAssociations: true }, 501],
  ["a field it does not know", { colour: "red" }, 501],
  ["a property that is none", { objectProperties: ["no_such"] }, 400],
])("an export of %s is refused", async (_, changes, expected) => {
  const reply = await call(sandbox, `${root}/async`, { ...wanted, ...changes });

  expect(reply.status).toBe(expected);
});

test("an app needs the scope, and the SDK's paths lead to the same", async () => {
  const app = anApp({ requiredScopes: [...allScopes, "crm.export"] });
  const lacking = (await connect(sandbox)).accessToken;
  const refused = await call(sandbox, `${root}/async`, wanted, { token: lacking });
  await sandbox.close();
  sandbox = await start({ app, now: clock.now, switches: { exportMs: 60_000 } });
  const { accessToken: token } = await connect(sandbox, app);

  // The SDK's own method to start an export can't write its request down.
  const started = await call(sandbox, "/crm/v3/exports/export/async", wanted, { token });
  pass(60_000);
  const { publicExportsApi } = sdk(sandbox, token).crm.exports;
  const done = await publicExportsApi.getStatus(Number(started.field("id")));

  expect(refused.status).toBe(403);
  expect(done.status).toBe("COMPLETE");
  expect(done.result).toContain(sandbox.url);
});
