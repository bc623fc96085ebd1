import { sql } from "kysely";
import type { CrmRecord } from "../../../server/hubspot/crm.ts";
import { setDealContacts } from "../../../server/store/deal-contacts.ts";
import type { Store, Trx } from "../../../server/store/open.ts";
import { mirrorRecords } from "../../../server/store/records.ts";
import { forgetContact } from "../../../server/sync/forget-contact.ts";
import { companyOf } from "../../../server/sync/mirror.ts";
import { changedAccounts } from "../../../server/sync/spread.ts";
import { openTestStore } from "../../build/store.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());

const contact = (id: string, company: string): CrmRecord => ({
  id,
  properties: { associatedcompanyid: company, jobtitle: "Nurse" },
  updatedAt: 1,
  archived: false,
  associations: null,
});

/** A decision that knows these people. */
async function decided(trx: Trx, type: string, id: string, people: readonly string[]) {
  const account = { companyId: "10", people: people.map((person) => ({ id: person, name: "N" })) };
  await sql`insert into decisions (portal_id, object_type, object_id, sequence, decided_at,
      playbook_version, cause, sentence, input, decision)
    values ('1', ${type}, ${id}, 1, 1, 1, 'c', 'A sentence', ${JSON.stringify({ facts: { account } })},
      '{}')`.execute(trx);
}

test("a forgotten person is missed by colleagues and deals, and named nowhere in the trail", async () => {
  await store.db.transaction().execute(async (trx) => {
    await mirrorRecords(
      trx,
      "1",
      "contacts",
      [contact("1", "10"), contact("2", "10"), contact("3", "11")],
      companyOf,
    );
    await setDealContacts(
      trx,
      "1",
      new Map([
        ["90", ["1"]],
        ["91", ["3"]],
      ]),
    );
    await changedAccounts(trx, "1", ["10", "11"]);
    await decided(trx, "contacts", "1", ["1", "2"]);
    await decided(trx, "contacts", "2", ["1", "2"]);
    await decided(trx, "contacts", "3", ["3"]);
    await decided(trx, "deals", "90", ["1"]);
    await decided(trx, "deals", "91", ["3"]);
  });

  await forgetContact(store.db, "1", "1", 50);

  const pending = await store.db
    .selectFrom("pending")
    .select(["object_type", "object_id", "step", "cause"])
    .orderBy("object_id")
    .execute();
  const rest = { step: "assess", cause: "the account changed" };
  expect(pending).toEqual([
    { object_type: "contacts", object_id: "2", ...rest },
    { object_type: "deals", object_id: "90", ...rest },
  ]);
  const trail = await store.db
    .selectFrom("decisions")
    .select(["object_id", "redacted", "input"])
    .orderBy("object_id")
    .execute();
  expect(trail.map((row) => [row.object_id, row.redacted, row.input === null])).toEqual([
    ["1", true, true],
    ["2", true, true],
    ["3", false, false],
    ["90", true, true],
    ["91", false, false],
  ]);
});
