import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { call, sdk, seeded, start, testClock, ids } from "./sandbox-under-test.ts";

const clock = testClock();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await start({ now: clock.now });
});

afterAll(() => sandbox.close());

test("listing walks all records in pages, in the order of their ids, with their associations", async () => {
  const other = await start();

  const first = await call(
    other,
    "/crm/objects/2026-09/contacts?limit=1&associations=companies,deals",
  );
  const after = String(first.field("paging.next.after"));
  const second = await call(other, `/crm/objects/2026-09/contacts?limit=1&after=${after}`);
  await other.close();

  expect(first.field("results.0.id")).toBe(seeded.cio);
  expect(first.field("results.0.associations")).toEqual({
    companies: {
      results: [
        { id: seeded.hospital, type: "contact_to_company" },
        { id: seeded.hospital, type: "contact_to_company_unlabeled" },
      ],
    },
    deals: { results: [{ id: seeded.deal, type: "contact_to_deal" }] },
  });
  expect(second.field("results.0.id")).toBe(seeded.nurse);
  expect(second.field("paging")).toBeUndefined();
});

test("the SDK walks all contacts by itself", async () => {
  const other = await start();
  const inputs = Array.from({ length: 99 }, (_, index) => ({
    properties: { email: `p${index}@walk.example` },
  }));
  await call(other, "/crm/objects/2026-09/contacts/batch/create", { inputs });

  const all = await sdk(other).crm.contacts.getAll(50);
  await other.close();

  expect(all.map(({ id }) => Number(id))).toEqual(
    all.map(({ id }) => Number(id)).sort((a, b) => a - b),
  );
  expect(all).toHaveLength(101);
});

test("archived records leave the list and are listed apart", async () => {
  const other = await start();
  await call(other, `/crm/objects/2026-09/contacts/${seeded.cio}`, undefined, { method: "DELETE" });

  const live = await call(other, "/crm/objects/2026-09/contacts");
  const archived = await call(other, "/crm/objects/2026-09/contacts?archived=true");
  const again = await call(other, `/crm/objects/2026-09/contacts/${seeded.cio}`, undefined, {
    method: "DELETE",
  });
  await other.close();

  expect(ids(live)).toEqual([seeded.nurse]);
  expect(archived.field("results.0")).toMatchObject({ id: seeded.cio, archived: true });
  expect(again.status).toBe(204);
});

test("owners are listed, and found by their id and by their user id", async () => {
  const { ownersApi } = sdk(sandbox).crm.owners;

  const all = await ownersApi.getPage();
  const byUser = await ownersApi.getById(9052, "userId");
  const dated = await call(sandbox, "/crm/owners/2026-09?email=Rae@northwind.example");

  expect(all.results.map(({ id }) => id)).toEqual(["51", "52"]);
  expect(byUser).toMatchObject({ id: "52", userId: 9052, email: "jo@northwind.example" });
  expect(dated.field("results")).toHaveLength(1);
});
