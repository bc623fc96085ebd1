import { restore } from "../../sandbox/portal/objects.ts";
import type { Change } from "../../sandbox/portal/change.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, ids, sdk, seeded, start, testClock, type Reply } from "./sandbox-under-test.ts";

const contacts = "/crm/objects/2026-09/contacts";
const clock = testClock();
let sandbox: Sandbox;
let changes: Change[];

beforeEach(async () => {
  changes = [];
  sandbox = await start({ now: clock.now });
  sandbox.portal.onChange((change) => changes.push(change));
});

afterEach(() => sandbox.close());

/** The seed's nurse goes into the seed's CIO. */
async function merge(): Promise<Reply> {
  return call(sandbox, `${contacts}/merge`, {
    primaryObjectId: seeded.cio,
    objectIdToMerge: seeded.nurse,
  });
}

test("a merge makes a new record, to which both ids before it lead", async () => {
  const merged = await merge();

  const id = merged.field("id");
  const byOld = await call(sandbox, `${contacts}/${seeded.nurse}`);
  const byFirst = await call(
    sandbox,
    `${contacts}/${seeded.cio}`,
    { properties: { city: "Ulm" } },
    { method: "PATCH" },
  );
  const listed = await call(sandbox, contacts);
  const binned = await call(sandbox, `${contacts}?archived=true`);

  expect(merged.status).toBe(200);
  expect([seeded.cio, seeded.nurse]).not.toContain(id);
  expect([byOld.field("id"), byFirst.field("id")]).toEqual([id, id]);
  expect(ids(listed)).toEqual([id]);
  expect(ids(binned)).toEqual([]);
});

test("a record that went through 250 merges takes no further one", async () => {
  const shelf = sandbox.portal.shelves["0-1"];
  const cio = shelf.get(seeded.cio);
  const before = Array.from({ length: 500 }, (_, index) => String(index + 1)).join(";");
  if (cio) shelf.put({ ...cio, values: { ...cio.values, hs_merged_object_ids: before } });

  const refused = await merge();

  const nurse = await call(sandbox, `${contacts}/${seeded.nurse}`);
  expect([refused.status, nurse.field("id")]).toEqual([414, seeded.nurse]);
});

test("the primary record's values win, but not its stage and not alone its address", async () => {
  const merged = await merge();

  expect(merged.field("properties")).toMatchObject({
    firstname: "Ida",
    lastname: "Cole",
    email: "cio@mercy.example",
    hs_additional_emails: "nurse@mercy.example",
    lifecyclestage: "opportunity",
    hs_merged_object_ids: `${seeded.cio};${seeded.nurse}`,
    createdate: "2026-01-06T08:00:00.000Z",
  });
});

test("a merged contact is found by each address it has, and nobody else may take one", async () => {
  const merged = await merge();

  const found = await call(sandbox, `${contacts}/Nurse@mercy.example?idProperty=email`);
  const taken = await call(sandbox, contacts, { properties: { email: "nurse@mercy.example" } });

  expect(found.field("id")).toBe(merged.field("id"));
  expect(taken.status).toBe(409);
});

test("associations go over to the new record, and one company stays the primary one", async () => {
  const second = await sdk(sandbox).crm.companies.basicApi.create({
    properties: { name: "Second" },
    associations: [],
  });
  await call(
    sandbox,
    `${contacts}/${seeded.nurse}/associations/default/companies/${second.id}`,
    undefined,
    { method: "PUT" },
  );

  const merged = await merge();
  const id = String(merged.field("id"));
  const companies = await call(sandbox, `${contacts}/${id}/associations/companies`);
  const deals = await call(sandbox, `${contacts}/${seeded.cio}/associations/deals`);
  const back = await call(
    sandbox,
    `/crm/objects/2026-09/deals/${seeded.deal}/associations/contacts`,
  );

  const unlabeled = expect.objectContaining({ typeId: 279 });
  expect(companies.field("results")).toEqual([
    {
      toObjectId: Number(seeded.hospital),
      associationTypes: [expect.objectContaining({ label: "Primary" }), unlabeled],
    },
    { toObjectId: Number(second.id), associationTypes: [unlabeled] },
  ]);
  expect(deals.field("results.0.toObjectId")).toBe(Number(seeded.deal));
  expect(back.field("results.0.toObjectId")).toBe(Number(id));
});

test("merged records can be merged again", async () => {
  const first = await merge();
  const third = await sdk(sandbox).crm.contacts.basicApi.create({
    properties: { email: "third@mercy.example" },
    associations: [],
  });

  const second = await call(sandbox, `${contacts}/merge`, {
    primaryObjectId: third.id,
    objectIdToMerge: seeded.nurse,
  });
  const read = await call(sandbox, `${contacts}/${seeded.cio}`);

  expect(read.field("id")).toBe(second.field("id"));
  expect(String(second.field("properties.hs_merged_object_ids")).split(";").sort()).toEqual(
    [third.id, seeded.cio, seeded.nurse, String(first.field("id"))].sort(),
  );
});

test.each([
  ["omitted", 200, []],
  ["notFound", 207, [seeded.nurse]],
] as const)("an old id in a batch is %s when the switch says so", async (how, status, missing) => {
  const other = await start({ switches: { mergedIdsInBatches: how } });
  await call(other, `${contacts}/merge`, {
    primaryObjectId: seeded.cio,
    objectIdToMerge: seeded.nurse,
  });

  const read = await call(other, `${contacts}/batch/read`, { inputs: [{ id: seeded.nurse }] });
  const updated = await call(other, `${contacts}/batch/update`, {
    inputs: [{ id: seeded.nurse, properties: { city: "Ulm" } }],
  });
  await other.close();

  type Errors = { readonly errors?: readonly { context: { ids: readonly string[] } }[] };
  for (const reply of [read, updated]) {
    const named = (reply.body as Errors).errors?.flatMap(({ context }) => context.ids) ?? [];
    expect(reply.status).toBe(status);
    expect(reply.field("results")).toEqual([]);
    expect(named).toEqual(missing);
  }
});

test("search finds the two until its index hears of the merge", async () => {
  const found = async () => ids(await call(sandbox, `${contacts}/search`, {}));

  const merged = await merge();
  const atOnce = await found();
  clock.pass(5_000);
  const later = await found();

  expect(atOnce).toEqual([seeded.cio, seeded.nurse]);
  expect(later).toEqual([merged.field("id")]);
});

test("whoever listens hears of the merge, and of the records that came and went", async () => {
  const merged = await merge();

  expect(changes).toMatchObject([
    { kind: "created", record: { id: merged.field("id") } },
    { kind: "deleted", record: { id: seeded.cio } },
    { kind: "deleted", record: { id: seeded.nurse } },
    {
      kind: "merged",
      record: { type: "0-1", id: merged.field("id") },
      primaryId: seeded.cio,
      mergedIds: [seeded.nurse],
    },
  ]);
});

test.each([
  [{ primaryObjectId: seeded.cio, objectIdToMerge: seeded.cio }, 400],
  [{ primaryObjectId: seeded.cio, objectIdToMerge: "12" }, 404],
  [{ primaryObjectId: seeded.cio }, 400],
])("the merge %j is refused with %d", async (body, status) => {
  const reply = await call(sandbox, `${contacts}/merge`, body);

  expect(reply.status).toBe(status);
});

test("the SDK merges companies", async () => {
  const { basicApi } = sdk(sandbox).crm.companies;
  const twin = await basicApi.create({ properties: { name: "Mercy" }, associations: [] });

  const merged = await basicApi.merge({
    primaryObjectId: seeded.hospital,
    objectIdToMerge: twin.id,
  });

  expect(merged.properties["name"]).toBe("Mercy Hospital");
});

test.each([
  ["an id", { objectId: seeded.cio }],
  ["an address", { objectId: "cio@mercy.example", idProperty: "email" }],
])("a privacy deletion by %s leaves nothing", async (_, body) => {
  const deleted = await call(sandbox, `${contacts}/gdpr-delete`, body);

  const read = await call(sandbox, `${contacts}/${seeded.cio}`);
  const binned = await call(sandbox, `${contacts}/${seeded.cio}?archived=true`);
  const company = await call(
    sandbox,
    `/crm/objects/2026-09/companies/${seeded.hospital}/associations/contacts`,
  );

  expect([deleted.status, read.status, binned.status]).toEqual([204, 404, 404]);
  expect(company.field("results")).toEqual([]);
  expect(changes.map(({ kind }) => kind)).toEqual(["privacyDeleted", "deleted"]);
});

test("the SDK deletes for privacy, and an unknown id is told", async () => {
  const { basicApi } = sdk(sandbox).crm.contacts;

  await basicApi.purge({ objectId: seeded.nurse });

  await expect(basicApi.purge({ objectId: seeded.nurse })).rejects.toMatchObject({ code: 404 });
});

test("a record that people bring back from the recycle bin is as it was", async () => {
  await call(sandbox, `${contacts}/${seeded.cio}`, undefined, { method: "DELETE" });
  const batch = { inputs: [{ id: seeded.cio }], properties: ["firstname"] };
  const archived = await call(sandbox, `${contacts}/batch/read?archived=true`, batch);

  const source = { type: "CRM_UI", id: "userId:9051" };
  restore(
    sandbox.portal,
    { type: "0-1", id: seeded.cio },
    { source, at: clock.now(), authority: "portal" },
  );
  const live = await call(sandbox, `${contacts}/batch/read`, batch);

  expect(archived.field("results.0.archived")).toBe(true);
  expect(live.field("results.0")).toMatchObject({
    archived: false,
    properties: { firstname: "Ida" },
  });
  expect(changes.map(({ kind }) => kind)).toEqual(["deleted", "restored"]);
});
