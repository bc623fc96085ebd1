import { openTestStore } from "../../build/store.ts";
import type { CrmRecord, ObjectType } from "../../../server/hubspot/crm.ts";
import type { Store, Trx } from "../../../server/store/open.ts";
import { markGone, mirrorRecords } from "../../../server/store/records.ts";
import { companyOf } from "../../../server/sync/mirror.ts";
import { type Change, spread } from "../../../server/sync/spread.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of ["pending", "records", "accounts"] as const)
    await store.db.deleteFrom(table).execute();
});

let clock = 0;
const record = (id: string, properties: CrmRecord["properties"]): CrmRecord => ({
  id,
  properties,
  updatedAt: ++clock,
  archived: false,
  associations: null,
});
const contact = (id: string, company: string, jobtitle = "Nurse") =>
  record(id, { associatedcompanyid: company, jobtitle });
const nobody = { contactIds: [], companyIds: [] };

const inTransaction = <T>(act: (trx: Trx) => Promise<T>) => store.db.transaction().execute(act);

/** Stores what was read, spreads, and says who is to be decided again. */
async function touchedBy(
  read: { readonly contacts?: readonly CrmRecord[]; readonly companies?: readonly CrmRecord[] },
  former: Change["former"] = nobody,
): Promise<readonly string[]> {
  const fetched = { contacts: read.contacts ?? [], companies: read.companies ?? [] };
  await store.db.deleteFrom("pending").execute();
  await inTransaction(async (trx) => {
    const mirror = (type: ObjectType, records: readonly CrmRecord[]) =>
      mirrorRecords(trx, "1", type, records, companyOf);
    await mirror("companies", fetched.companies);
    await mirror("contacts", fetched.contacts);
    await spread(trx, { portalId: "1", now: 1, fetched, former });
  });
  const rows = await store.db
    .selectFrom("pending")
    .select("object_id")
    .orderBy("object_id")
    .execute();
  return rows.map((row) => row.object_id);
}

const clinic = () => record("10", { industry: "HOSPITAL" });
const known = () =>
  touchedBy({ companies: [clinic()], contacts: [contact("1", "10"), contact("2", "10")] });

test("a colleague's new title is felt by the whole account", async () => {
  await known();

  expect(await touchedBy({ contacts: [contact("1", "10", "Chief Medical Officer")] })).toEqual([
    "1",
    "2",
  ]);
});

test("reading the same again is felt by nobody", async () => {
  await known();

  expect(await touchedBy({ companies: [clinic()], contacts: [contact("1", "10")] })).toEqual([]);
});

test("a changed company is felt by its people", async () => {
  await known();

  expect(await touchedBy({ companies: [record("10", { industry: "BANKING" })] })).toEqual([
    "1",
    "2",
  ]);
});

test("somebody who moves to another company is missed by the former colleagues", async () => {
  await known();
  const former = { contactIds: ["1"], companyIds: ["10"] };

  const touched = await touchedBy({ contacts: [contact("1", "11")] }, former);

  expect(touched).toEqual(["1", "2"]);
});

test("somebody who was deleted is missed by the colleagues", async () => {
  await known();
  await inTransaction((trx) => markGone(trx, "1", "contacts", ["1"]));

  const touched = await touchedBy({}, { contactIds: ["1"], companyIds: ["10"] });

  expect(touched).toEqual(["2"]);
});
