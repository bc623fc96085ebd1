import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, sdk, seeded, start } from "./sandbox-under-test.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start();
});

afterEach(() => sandbox.close());

const primary = { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary" };
const unlabeled = { category: "HUBSPOT_DEFINED", typeId: 279, label: null };

async function newCompany(name: string): Promise<string> {
  const made = await sdk(sandbox).crm.companies.basicApi.create({
    properties: { name },
    associations: [],
  });
  return made.id;
}

async function primaryCompany(contactId: string): Promise<unknown> {
  const path = `/crm/objects/2026-09/contacts/${contactId}?properties=associatedcompanyid`;
  const reply = await call(sandbox, path);
  return reply.field("properties.associatedcompanyid");
}

test("a record's associations carry numbers, and the primary type beside the unlabelled one", async () => {
  const reply = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}/associations/companies`,
  );

  expect(reply.body).toEqual({
    results: [{ toObjectId: Number(seeded.hospital), associationTypes: [primary, unlabeled] }],
  });
});

test("ids of associated records are text when the switch says so", async () => {
  const other = await start({ switches: { toObjectIdType: "string" } });

  const reply = await call(
    other,
    `/crm/objects/2026-09/contacts/${seeded.cio}/associations/companies`,
  );
  await other.close();

  expect(reply.field("results.0.toObjectId")).toBe(seeded.hospital);
});

test("the SDK associates, reads and takes apart", async () => {
  const { basicApi, batchApi } = sdk(sandbox).crm.associations.v4;

  const made = await basicApi.createDefault("contacts", seeded.nurse, "companies", seeded.hospital);
  const read = await basicApi.getPage("contacts", seeded.nurse, "companies");
  const company = await primaryCompany(seeded.nurse);
  await basicApi.archive("contacts", seeded.nurse, "companies", seeded.hospital);
  const after = await batchApi.getPage("contacts", "companies", { inputs: [{ id: seeded.nurse }] });

  expect(made.results).toHaveLength(2);
  expect(read.results).toHaveLength(1);
  expect(company).toBe(seeded.hospital);
  expect(after.results).toEqual([]);
  expect(await primaryCompany(seeded.nurse)).toBeNull();
});

test("a batch read answers 207 for every record that has no association", async () => {
  const inputs = [{ id: seeded.cio }, { id: seeded.nurse }];

  const reply = await call(sandbox, "/crm/associations/2026-09/contacts/companies/batch/read", {
    inputs,
  });

  expect(reply.status).toBe(207);
  expect(reply.body).toMatchObject({
    status: "COMPLETE",
    results: [{ from: { id: seeded.cio }, to: [{ toObjectId: Number(seeded.hospital) }] }],
    numErrors: 1,
    errors: [
      {
        status: "error",
        category: "OBJECT_NOT_FOUND",
        subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND",
        message: `No company is associated with contact ${seeded.nurse}.`,
        context: {
          fromObjectId: [seeded.nurse],
          fromObjectType: ["contact"],
          toObjectType: ["company"],
        },
      },
    ],
  });
});

test("another company made primary takes the place of the first", async () => {
  const second = await newCompany("Second");
  const path = `/crm/objects/2026-09/contacts/${seeded.cio}/associations/companies`;

  const made = await call(
    sandbox,
    `${path}/${second}`,
    [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 1 }],
    { method: "PUT" },
  );
  const reply = await call(sandbox, path);

  expect(made.status).toBe(201);
  expect(made.body).toEqual({
    fromObjectTypeId: "0-1",
    fromObjectId: Number(seeded.cio),
    toObjectTypeId: "0-2",
    toObjectId: Number(second),
    labels: ["Primary"],
  });
  expect(reply.body).toEqual({
    results: [
      { toObjectId: Number(seeded.hospital), associationTypes: [unlabeled] },
      { toObjectId: Number(second), associationTypes: [primary, unlabeled] },
    ],
  });
  expect(await primaryCompany(seeded.cio)).toBe(second);
});

test("no company becomes primary by itself when the switch says so", async () => {
  const other = await start({ switches: { firstCompanyBecomesPrimary: false } });

  const reply = await call(
    other,
    `/crm/objects/2026-09/contacts/${seeded.cio}/associations/companies`,
  );
  await other.close();

  expect(reply.field("results.0.associationTypes")).toEqual([unlabeled]);
});

test("a label has a type for each direction, and can't be deleted while it is used", async () => {
  const labels = "/crm/associations/2026-09/contacts/companies/labels";
  const label = { label: "Buyer", name: "buyer", inverseLabel: "Bought by" };

  const made = await call(sandbox, labels, label);
  const typeId = Number(made.field("results.0.typeId"));
  const path = `/crm/objects/2026-09/contacts/${seeded.cio}/associations/companies/${seeded.hospital}`;
  const types = [{ associationCategory: "USER_DEFINED", associationTypeId: typeId }];
  await call(sandbox, path, types, { method: "PUT" });
  const back = await call(
    sandbox,
    `/crm/objects/2026-09/companies/${seeded.hospital}/associations/contacts`,
  );
  const refused = await call(sandbox, `${labels}/${typeId}`, undefined, { method: "DELETE" });
  await call(sandbox, path, undefined, { method: "DELETE" });
  const removed = await call(sandbox, `${labels}/${typeId}`, undefined, { method: "DELETE" });

  expect(made.body).toMatchObject({
    results: [
      { category: "USER_DEFINED", label: "Buyer" },
      { category: "USER_DEFINED", label: "Bought by" },
    ],
  });
  expect(back.field("results.0.associationTypes")).toContainEqual({
    category: "USER_DEFINED",
    typeId: typeId + 1,
    label: "Bought by",
  });
  expect([refused.status, removed.status]).toEqual([400, 204]);
});

test("batches associate, label and take apart", async () => {
  const second = await newCompany("Second");
  const root = "/crm/associations/2026-09/contacts/companies/batch";
  const pair = { from: { id: seeded.nurse }, to: { id: second } };
  const types = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 1 }];

  const made = await call(sandbox, `${root}/associate/default`, { inputs: [pair] });
  const labelled = await call(sandbox, `${root}/create`, { inputs: [{ ...pair, types }] });
  const company = await primaryCompany(seeded.nurse);
  const unlabelled = await call(sandbox, `${root}/labels/archive`, {
    inputs: [{ ...pair, types }],
  });
  const none = await primaryCompany(seeded.nurse);
  const apart = await call(sandbox, `${root}/archive`, {
    inputs: [{ from: pair.from, to: [pair.to] }],
  });

  expect([made.status, labelled.status, unlabelled.status, apart.status]).toEqual([
    200, 201, 204, 204,
  ]);
  expect([company, none]).toEqual([second, null]);
});

test("an association to a record that does not exist is refused", async () => {
  const path = `/crm/objects/2026-09/contacts/${seeded.cio}/associations/default/companies/12`;

  const reply = await call(sandbox, path, undefined, { method: "PUT" });

  expect(reply.status).toBe(400);
  expect(reply.field("errors.0.context")).toEqual({ INVALID_OBJECT_IDS: ["COMPANY=12"] });
});

test("associations of an archived record are out of sight", async () => {
  await call(sandbox, `/crm/objects/2026-09/companies/${seeded.hospital}`, undefined, {
    method: "DELETE",
  });

  const reply = await call(
    sandbox,
    `/crm/objects/2026-09/contacts/${seeded.cio}/associations/companies`,
  );

  expect(reply.body).toEqual({ results: [] });
});
