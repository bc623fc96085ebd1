import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, sdk, seeded, start } from "./sandbox-under-test.ts";

const path = "/crm/properties/2026-09/contacts";
const tier = {
  name: "clinic_tier",
  label: "Clinic tier",
  type: "enumeration",
  fieldType: "select",
  groupName: "contactinformation",
  options: [
    { label: "A", value: "a" },
    { label: "B", value: "b" },
  ],
};
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await start();
});

afterEach(() => sandbox.close());

test("the SDK creates a property that records can then have", async () => {
  const { coreApi } = sdk(sandbox).crm.properties;

  const made = await coreApi.create("contacts", tier as never);
  const listed = await coreApi.getAll("contacts");
  const contact = await sdk(sandbox).crm.contacts.basicApi.update(seeded.cio, {
    properties: { clinic_tier: "b" },
  });

  expect(made).toMatchObject({ name: "clinic_tier", hubspotDefined: false, archived: false });
  expect(made.modificationMetadata).toMatchObject({ archivable: true, readOnlyValue: false });
  expect(listed.results.map(({ name }) => name)).toContain("clinic_tier");
  expect(contact.properties["clinic_tier"]).toBe("b");
});

test("a name that is in use is a conflict", async () => {
  await call(sandbox, path, tier);

  const reply = await call(sandbox, path, tier);

  expect(reply.status).toBe(409);
  expect(reply.body).toMatchObject({
    message: "A property named 'clinic_tier' already exists.",
    category: "OBJECT_ALREADY_EXISTS",
    subCategory: "Properties.PROPERTY_WITH_NAME_EXISTS",
  });
});

test.each([
  [{ groupName: "nowhere" }, "Property group nowhere does not exist"],
  [{ fieldType: "date" }, "Field type date is not allowed for type enumeration"],
  [{ name: "Tier" }, "Tier is not a valid property name"],
  [{ options: [tier.options[0], tier.options[0]] }, 'two options with the value "a"'],
  [{ label: undefined }, "Invalid input JSON"],
])("a property with %j is refused", async (change, words) => {
  const reply = await call(sandbox, path, { ...tier, ...change });

  expect(reply.status).toBe(400);
  expect(reply.field("message")).toContain(words);
});

test("a patch without options keeps them, one with options replaces them all", async () => {
  await call(sandbox, path, tier);
  const patch = (body: unknown) => call(sandbox, `${path}/clinic_tier`, body, { method: "PATCH" });

  const renamed = await patch({ label: "Tier" });
  const replaced = await patch({ options: [{ label: "C", value: "c" }] });

  expect(renamed.field("options")).toHaveLength(2);
  expect(replaced.body).toMatchObject({ label: "Tier", options: [{ value: "c" }] });
});

test("an archived property is gone, can be read apart, and comes back when created again", async () => {
  await call(sandbox, path, tier);

  const removed = await call(sandbox, `${path}/clinic_tier`, undefined, { method: "DELETE" });
  const read = await call(sandbox, `${path}/clinic_tier`);
  const archived = await call(sandbox, `${path}/clinic_tier?archived=true`);
  const restored = await call(sandbox, path, tier);

  expect(removed.status).toBe(204);
  expect(read.status).toBe(404);
  expect(archived.field("archived")).toBe(true);
  expect(restored.status).toBe(201);
  expect(restored.field("archived")).toBe(false);
});

test.each([
  ["lifecyclestage", { options: [] }, 400],
  ["lifecyclestage", { label: "Stage" }, 400],
  ["hs_lead_status", { label: "Status" }, 400],
  ["hs_lead_status", { options: [{ label: "New", value: "NEW" }] }, 200],
  ["hs_buying_role", { options: [{ label: "Champion", value: "CHAMPION" }] }, 200],
])("HubSpot's own %s patched with %j answers %d", async (name, patch, status) => {
  const reply = await call(sandbox, `${path}/${name}`, patch, { method: "PATCH" });

  expect(reply.status).toBe(status);
});

test("HubSpot's own properties can't be deleted", async () => {
  const reply = await call(sandbox, `${path}/email`, undefined, { method: "DELETE" });

  expect(reply.status).toBe(400);
});

test.each([
  [
    "contacts",
    "lifecyclestage",
    { readOnlyDefinition: true, readOnlyOptions: true, readOnlyValue: false },
  ],
  [
    "contacts",
    "hs_lead_status",
    { readOnlyDefinition: true, readOnlyOptions: false, readOnlyValue: false },
  ],
  ["contacts", "hs_analytics_source", { readOnlyDefinition: true, readOnlyValue: true }],
  [
    "companies",
    "industry",
    { readOnlyDefinition: true, readOnlyOptions: false, readOnlyValue: false },
  ],
  ["deals", "hs_is_closed_won", { readOnlyDefinition: true, readOnlyValue: true }],
])("%s.%s says what may be changed", async (type, name, metadata) => {
  const reply = await call(sandbox, `/crm/properties/2026-09/${type}/${name}`);

  expect(reply.field("modificationMetadata")).toMatchObject(metadata);
});

test("a batch of properties is made whole or not at all", async () => {
  const inputs = [tier, { ...tier, name: "email" }];

  const refused = await call(sandbox, `${path}/batch/create`, { inputs });
  const first = await call(sandbox, `${path}/clinic_tier`);
  const made = await call(sandbox, `${path}/batch/create`, { inputs: [tier] });
  const read = await call(sandbox, `${path}/batch/read`, {
    archived: false,
    inputs: [{ name: "clinic_tier" }, { name: "no_such" }],
  });
  const archived = await call(sandbox, `${path}/batch/archive`, {
    inputs: [{ name: "clinic_tier" }],
  });

  expect([refused.status, first.status, made.status, archived.status]).toEqual([
    409, 404, 201, 204,
  ]);
  expect(read.status).toBe(207);
  expect(read.body).toMatchObject({ results: [{ name: "clinic_tier" }], numErrors: 1 });
});

test("groups are created, listed and removed, but not while properties are in them", async () => {
  const { groupsApi, coreApi } = sdk(sandbox).crm.properties;
  await groupsApi.create("contacts", { name: "clinic", label: "Clinic" });
  await coreApi.create("contacts", { ...tier, groupName: "clinic" } as never);

  const renamed = await groupsApi.update("contacts", "clinic", { label: "The clinic" });
  const refused = await call(sandbox, `${path}/groups/clinic`, undefined, { method: "DELETE" });
  await coreApi.archive("contacts", "clinic_tier");
  await groupsApi.archive("contacts", "clinic");
  const listed = await groupsApi.getAll("contacts");

  expect(renamed.label).toBe("The clinic");
  expect(refused.field("subCategory")).toBe("PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES");
  expect(listed.results.map(({ name }) => name)).not.toContain("clinic");
});

test("a property with unique values tells records apart", async () => {
  const key = {
    ...tier,
    name: "crm_key",
    type: "string",
    fieldType: "text",
    options: [],
    hasUniqueValue: true,
  };
  await call(sandbox, path, key);
  const write = (id: string) =>
    call(
      sandbox,
      `/crm/objects/2026-09/contacts/${id}`,
      { properties: { crm_key: "k1" } },
      { method: "PATCH" },
    );

  await write(seeded.cio);
  const clash = await write(seeded.nurse);
  const found = await call(sandbox, "/crm/objects/2026-09/contacts/k1?idProperty=crm_key");

  expect(clash.status).toBe(400);
  expect(found.field("id")).toBe(seeded.cio);
});

test("a property whose choices are the portal's owners takes their ids", async () => {
  const owned = {
    ...tier,
    name: "mentor",
    options: [],
    externalOptions: true,
    referencedObjectType: "OWNER",
  };
  await call(sandbox, path, owned);
  const write = (mentor: string) =>
    call(
      sandbox,
      `/crm/objects/2026-09/contacts/${seeded.cio}`,
      { properties: { mentor } },
      { method: "PATCH" },
    );

  const known = await write("51");
  const unknown = await write("99");

  expect([known.status, unknown.status]).toEqual([200, 400]);
});

test("ten properties may have unique values, not one more", async () => {
  const key = { ...tier, type: "string", fieldType: "text", options: [], hasUniqueValue: true };
  for (let index = 0; index < 10; index += 1)
    await call(sandbox, path, { ...key, name: `k${index}` });

  const reply = await call(sandbox, path, { ...key, name: "k10" });

  expect(reply.status).toBe(400);
});

test("archiving a batch of properties is no error for those that are gone or never were", async () => {
  await call(sandbox, path, tier);
  const inputs = [{ name: "clinic_tier" }, { name: "no_such" }];

  const first = await call(sandbox, `${path}/batch/archive`, { inputs });
  const second = await call(sandbox, `${path}/batch/archive`, { inputs });

  expect([first.status, second.status]).toEqual([204, 204]);
});

test.each([
  ["?dataSensitivity=sensitive", 200, 0],
  ["?locale=de", 501, undefined],
])("the list%s answers %d", async (query, status, count) => {
  const reply = await call(sandbox, `${path}${query}`);

  expect(reply.status).toBe(status);
  expect((reply.body as { results?: readonly unknown[] }).results?.length).toBe(count);
});

test("formulas and sensitive data are no part of the sandbox, and it says so", async () => {
  const formula = { ...tier, type: "number", fieldType: "calculation_equation", options: [] };

  const computed = await call(sandbox, path, formula);
  const sensitive = await call(sandbox, path, { ...tier, dataSensitivity: "sensitive" });

  expect(computed.status).toBe(501);
  expect(sensitive.status).toBe(501);
});
