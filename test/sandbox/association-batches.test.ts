import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, sdk, seeded, start } from "./sandbox-under-test.ts";

const root = "/crm/associations/2026-09/contacts/companies";
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start();
});

afterEach(() => sandbox.close());

const good = { from: { id: seeded.nurse }, to: { id: seeded.hospital } };
const bad = { from: { id: seeded.cio }, to: { id: "12" } };
const types = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 279 }];

test.each([
  [
    "create",
    {
      inputs: [
        { ...bad, types },
        { ...good, types },
      ],
    },
    1,
  ],
  ["associate/default", { inputs: [bad, good] }, 2],
])("a batch %s makes what it can and names the rest", async (operation, body, made) => {
  const reply = await call(sandbox, `${root}/batch/${operation}`, body);

  expect(reply.status).toBe(207);
  expect(reply.field("results")).toHaveLength(made);
  expect(reply.field("errors")).toMatchObject([
    {
      status: "error",
      category: "VALIDATION_ERROR",
      context: { fromObjectId: [seeded.cio], toObjectId: ["12"] },
    },
  ]);
});

test.each([
  ["read", 1_001, { id: "1" }],
  ["create", 2_001, { ...good, types }],
  ["archive", 101, { from: good.from, to: [good.to] }],
])("a batch %s of %d is refused", async (operation, count, input) => {
  const inputs = Array.from({ length: count }, () => input);

  const reply = await call(sandbox, `${root}/batch/${operation}`, { inputs });

  expect(reply.status).toBe(400);
});

test("the SDK makes, renames and removes labels", async () => {
  const { definitionsApi } = sdk(sandbox).crm.associations.v4.schema;

  const made = await definitionsApi.create("contacts", "companies", {
    label: "Buyer",
    name: "buyer",
    inverseLabel: "Bought by",
  });
  const typeId = made.results[0]?.typeId ?? 0;
  await definitionsApi.update("contacts", "companies", {
    associationTypeId: typeId,
    label: "Purchaser",
  });
  const there = await definitionsApi.getAll("contacts", "companies");
  const back = await definitionsApi.getAll("companies", "contacts");
  await definitionsApi.remove("contacts", "companies", typeId);
  const left = await definitionsApi.getAll("contacts", "companies");

  expect(there.results.map(({ label }) => label)).toEqual([null, "Primary", "Purchaser"]);
  expect(back.results.map(({ label }) => label)).toEqual([null, "Primary", "Bought by"]);
  expect(left.results).toHaveLength(2);
});

test("a pair of object types has ten labels at most", async () => {
  const label = (index: number) =>
    call(sandbox, `${root}/labels`, { label: `L${index}`, name: `l${index}` });
  for (let index = 0; index < 10; index += 1) await label(index);

  const reply = await label(10);

  expect(reply.status).toBe(400);
});

test("the SDK's older associations know types by name", async () => {
  const { batchApi, schema } = sdk(sandbox).crm.associations;
  const inputs = [{ from: good.from, to: good.to, _from: good.from, type: "contact_to_company" }];

  const made = await batchApi.create("contacts", "companies", { inputs } as never);
  const read = await batchApi.read("contacts", "companies", {
    inputs: [{ id: seeded.nurse }, { id: "12" }],
  });
  await batchApi.archive("contacts", "companies", {
    inputs: [{ _from: good.from, to: good.to, type: "contact_to_company_unlabeled" }],
  });
  const after = await batchApi.read("contacts", "companies", { inputs: [{ id: seeded.nurse }] });
  const named = await schema.typesApi.getAll("contacts", "companies");

  expect(made.results).toHaveLength(1);
  expect(read).toMatchObject({
    results: [
      {
        to: [
          { id: seeded.hospital, type: "contact_to_company" },
          { id: seeded.hospital, type: "contact_to_company_unlabeled" },
        ],
      },
    ],
    numErrors: 1,
    errors: [{ subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND" }],
  });
  expect(after.results).toEqual([]);
  expect(named.results).toEqual([
    expect.objectContaining({ id: "279", name: "contact_to_company_unlabeled" }),
    expect.objectContaining({ id: "1", name: "contact_to_company" }),
  ]);
});

test("limits are set in one direction, changed, read and removed", async () => {
  const root = "/crm/v4/associations/definitions/configurations";
  const there = `${root}/contacts/companies`;
  const limit = { category: "HUBSPOT_DEFINED", typeId: 279 };
  const set = (operation: string, maxToObjectIds: number) =>
    call(sandbox, `${there}/batch/${operation}`, { inputs: [{ ...limit, maxToObjectIds }] });

  const made = await set("create", 1);
  const changed = await set("update", 5);
  const read = await call(sandbox, there);
  const back = await call(sandbox, `${root}/companies/contacts`);
  await call(sandbox, `${there}/batch/purge`, { inputs: [limit] });
  const left = await call(sandbox, `${root}/all`);

  expect([made.status, changed.status]).toEqual([201, 200]);
  expect(read.field("results")).toEqual([{ ...limit, userEnforcedMaxToObjectIds: 5 }]);
  expect([back.field("results"), left.field("results")]).toEqual([[], []]);
});

test.each([
  ["279", "contacts", "companies"],
  ["280", "companies", "contacts"],
])("one record more than the limit of type %s is refused", async (typeId, from, to) => {
  const limits = `/crm/associations/2026-09/definitions/configurations/${from}/${to}`;
  await call(sandbox, `${limits}/batch/create`, {
    inputs: [{ typeId: Number(typeId), maxToObjectIds: 1 }],
  });
  const [holder, other] =
    from === "contacts" ? [seeded.cio, seeded.hospital] : [seeded.hospital, seeded.cio];
  const made = await call(sandbox, `/crm/objects/2026-09/${to}`, { properties: {} });
  const associate = (id: string) =>
    call(
      sandbox,
      `/crm/objects/2026-09/${from}/${holder}/associations/default/${to}/${id}`,
      undefined,
      { method: "PUT" },
    );

  const again = await associate(other);
  const refused = await associate(String(made.field("id")));

  expect([again.status, refused.status]).toEqual([200, 400]);
});

test("a label's limit stays within that of all", async () => {
  const limits = "/crm/associations/2026-09/definitions/configurations/contacts/companies";
  const set = (typeId: number, maxToObjectIds: number) =>
    call(sandbox, `${limits}/batch/create`, { inputs: [{ typeId, maxToObjectIds }] });

  const replies = [await set(279, 2), await set(1, 3), await set(1, 2), await set(279, 1)];
  const elsewhere = await set(4, 1);

  expect(replies.map(({ status }) => status)).toEqual([201, 400, 201, 400]);
  expect(elsewhere.status).toBe(400);
});
