import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, ids, sdk, seeded, start, type Reply } from "./sandbox-under-test.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start();
});

afterAll(() => sandbox.close());

function batch(operation: string, body: unknown): Promise<Reply> {
  return call(sandbox, `/crm/objects/2026-09/contacts/batch/${operation}`, body);
}

function contacts(count: number, domain: string) {
  return Array.from({ length: count }, (_, index) => ({
    properties: { email: `p${index}@${domain}` },
  }));
}

test("a batch of 100 is created, and its results are not in the order of the inputs", async () => {
  const reply = await batch("create", { inputs: contacts(100, "hundred.example") });

  expect(reply.status).toBe(201);
  expect(ids(reply)).toHaveLength(100);
  expect(reply.field("results.0.properties.email")).not.toBe("p0@hundred.example");
});

test.each(["read", "create", "update", "archive"])(
  "a batch %s of 101 is refused",
  async (operation) => {
    const inputs = Array.from({ length: 101 }, (_, index) =>
      operation === "create"
        ? { properties: {} }
        : { id: String(index), ...(operation === "update" ? { properties: {} } : {}) },
    );

    const reply = await batch(operation, { inputs });

    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ status: "error", category: "VALIDATION_ERROR" });
  },
);

test("history is read for 50 records at most", async () => {
  const inputs = Array.from({ length: 51 }, (_, index) => ({ id: String(index) }));

  const reply = await batch("read", { inputs, propertiesWithHistory: ["email"] });

  expect(reply.status).toBe(400);
  expect(reply.field("message")).toBe(
    "The maximum number of inputs supported in a batch request for property histories is 50",
  );
});

test("a read that misses some records is a 207 whose one error names them all", async () => {
  const inputs = [{ id: "999" }, { id: seeded.cio }, { id: "998" }];

  const reply = await batch("read", { inputs, properties: ["email"] });

  expect(reply.status).toBe(207);
  expect(reply.body).toMatchObject({
    status: "COMPLETE",
    results: [{ id: seeded.cio, properties: { email: "cio@mercy.example" } }],
    numErrors: 1,
    errors: [
      {
        status: "error",
        category: "OBJECT_NOT_FOUND",
        message:
          "Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.",
        context: { ids: ["999", "998"] },
      },
    ],
  });
});

test("records are read by e-mail", async () => {
  const inputs = [{ id: "Nurse@mercy.example" }];

  const reply = await batch("read", { inputs, idProperty: "email", properties: [] });

  expect(ids(reply)).toEqual([seeded.nurse]);
});

test.each(["read", "update", "archive"])(
  "an id twice in a batch %s is refused",
  async (operation) => {
    const input = { id: seeded.cio, ...(operation === "update" ? { properties: {} } : {}) };

    const reply = await batch(operation, { inputs: [input, input] });

    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      message: `Duplicate IDs found in batch input: [${seeded.cio}]. IDs must be unique`,
      context: { ids: [seeded.cio] },
      category: "VALIDATION_ERROR",
    });
  },
);

test("without trace ids one bad input refuses all, and nothing is written", async () => {
  const inputs = [{ properties: { email: "good@all.example" } }, { properties: { email: "bad" } }];

  const reply = await batch("create", { inputs });
  const found = await call(
    sandbox,
    "/crm/objects/2026-09/contacts/good@all.example?idProperty=email",
  );

  expect(reply.status).toBe(400);
  expect(found.status).toBe(404);
});

test("with trace ids the good inputs are written and the bad ones told apart", async () => {
  const inputs = [
    { objectWriteTraceId: "a", properties: { email: "good@traced.example" } },
    { objectWriteTraceId: "b", properties: { email: "bad" } },
    { objectWriteTraceId: "c", properties: { email: "good@traced.example" } },
  ];

  const reply = await batch("create", { inputs });

  expect(reply.status).toBe(207);
  expect(reply.body).toMatchObject({
    results: [{ objectWriteTraceId: "a", properties: { email: "good@traced.example" } }],
    numErrors: 2,
    errors: [
      { category: "VALIDATION_ERROR", context: { objectWriteTraceId: ["b"] } },
      { category: "CONFLICT", context: { objectWriteTraceId: ["c"] } },
    ],
  });
});

test("an update writes the records that are there and names the others", async () => {
  const inputs = [
    { id: seeded.nurse, properties: { jobtitle: "CNO" } },
    { id: "997", properties: { jobtitle: "CNO" } },
  ];

  const reply = await batch("update", { inputs });

  expect(reply.status).toBe(207);
  expect(reply.field("results.0.properties.jobtitle")).toBe("CNO");
  expect(reply.field("errors.0.context.ids")).toEqual(["997"]);
});

test("an upsert by e-mail creates what it does not find and says which is new", async () => {
  const inputs = [
    { id: "fresh@upsert.example", idProperty: "email", properties: { city: "Ulm" } },
    { id: "cio@mercy.example", idProperty: "email", properties: { city: "Ulm" } },
  ];

  const reply = await batch("upsert", { inputs });

  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({
    results: [
      { id: seeded.cio, new: false },
      { new: true, properties: { email: "fresh@upsert.example", city: "Ulm" } },
    ],
  });
});

test("an upsert needs a property that tells records apart", async () => {
  const inputs = [{ id: "Ida", idProperty: "firstname", properties: {} }];

  const reply = await batch("upsert", { inputs });

  expect(reply.status).toBe(400);
  expect(reply.field("message")).toBe(
    "Unable to perform update/upsert by non-unique 0-1 property firstname",
  );
});

test("the SDK reads and archives companies in batches", async () => {
  const { batchApi } = sdk(sandbox).crm.companies;
  const made = await batchApi.create({
    inputs: [
      { properties: { name: "A" }, associations: [] },
      { properties: { name: "B" }, associations: [] },
    ],
  });
  const inputs = made.results.map(({ id }) => ({ id }));

  await batchApi.archive({ inputs });
  const read = await batchApi.read({ inputs, properties: ["name"], propertiesWithHistory: [] });

  expect(made.results).toHaveLength(2);
  expect(read.results).toEqual([]);
});
