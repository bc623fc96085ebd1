import { sql } from "kysely";
import { purgeRemoved } from "../../../server/loop/purge-removed.ts";
import type { Store } from "../../../server/store/open.ts";
import {
  connectPortal,
  disconnectPortal,
  findPortal,
  setPortal,
} from "../../../server/store/portals.ts";
import { purgePortal } from "../../../server/store/purge.ts";
import { openTestStore } from "../../build/store.ts";
import { connectTestPortal, openServices } from "../portal-under-test.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 30_000);
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of (await tablesOfPortals()).keys())
    if (table !== "decisions") await sql`delete from ${sql.table(table)}`.execute(store.db);
});

type Column = { readonly table: string; readonly column: string; readonly type: string };

/** Every table of the schema that knows a portal, whoever made it, with the columns that are written. */
async function tablesOfPortals(): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql<Column>`
    select table_name as table, column_name as column, data_type as type
    from information_schema.columns c where table_schema = current_schema()
      and is_generated = 'NEVER' and exists (
      select 1 from information_schema.columns p where p.table_schema = c.table_schema
        and p.table_name = c.table_name and p.column_name = 'portal_id')
    order by table_name, ordinal_position`.execute(store.db);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return tables;
}

const valueOf = (portalId: string, { column, type }: Column): unknown => {
  if (column === "portal_id") return portalId;
  if (type === "jsonb") return "{}";
  if (type === "boolean") return false;
  return type === "text" ? "x" : 1;
};

async function fill(portalId: string, tables: ReadonlyMap<string, readonly Column[]>) {
  for (const [table, columns] of tables) {
    const names = sql.join(columns.map(({ column }) => sql.ref(column)));
    const values = sql.join(columns.map((column) => sql`${valueOf(portalId, column)}`));
    await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(store.db);
  }
}

async function tablesWithRowsOf(portalId: string, tables: Iterable<string>) {
  const found: string[] = [];
  for (const table of tables) {
    const { rows } =
      await sql`select 1 from ${sql.table(table)} where portal_id = ${portalId}`.execute(store.db);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

test("a purged portal keeps no row in any table but the proof, and no other portal loses one", async () => {
  const tables = await tablesOfPortals();
  expect(tables.size).toBeGreaterThanOrEqual(20);
  await fill("gone", tables);
  await fill("stays", tables);
  const names = [...tables.keys()];
  expect(await tablesWithRowsOf("gone", names)).toEqual(names);

  const removed = await purgePortal(store.db, "gone", { reason: "app removed", now: 99 });

  expect(removed).toEqual(Object.fromEntries(names.map((name) => [name, 1])));
  expect(await tablesWithRowsOf("gone", names)).toEqual(["deletions"]);
  expect(await tablesWithRowsOf("stays", names)).toEqual(names);
  const proof = { object_type: "portal", object_id: "gone", reason: "app removed", at: 99 };
  expect(
    await store.db.selectFrom("deletions").selectAll().where("portal_id", "=", "gone").execute(),
  ).toEqual([{ portal_id: "gone", ...proof, removed }]);
});

test("a portal that removed the app is purged after the grace period, and only then", async () => {
  let time = 1000;
  const { services } = openServices(store.db, { now: () => time });
  await connectTestPortal(store.db);
  await connectTestPortal(store.db, "43");
  await disconnectPortal(store.db, "42", time);
  time = 2000;
  await disconnectPortal(store.db, "42", time); // told again: the clock does not start anew

  time = 5999;
  await purgeRemoved(services, 5000);
  const before = await findPortal(store.db, "42");
  time = 6000;
  await purgeRemoved(services, 5000);

  expect(before).toMatchObject({ state: "disconnected", disconnected_at: 1000 });
  expect(await findPortal(store.db, "42")).toBeNull();
  expect(await findPortal(store.db, "43")).toMatchObject({ state: "connected" });
});

test("installed again within the grace period, a portal goes on with all it had", async () => {
  const { services } = openServices(store.db, { now: () => 9000 });
  await connectTestPortal(store.db);
  await store.db
    .updateTable("portals")
    .set({ mode: "active", playbook_version: 3, offers_from: 7 })
    .execute();
  await disconnectPortal(store.db, "42", 1000);

  const former = await findPortal(store.db, "42");
  if (!former) throw new Error("the portal is gone");
  await store.db
    .transaction()
    .execute((trx) => connectPortal(trx, former, { now: 5000, offersFrom: null }));
  await setPortal(store.db, "42", { state: "connected" });
  await purgeRemoved(services, 0);

  expect(await findPortal(store.db, "42")).toMatchObject({
    mode: "active",
    playbook_version: 3,
    offers_from: 7,
    connected_at: 5000,
    disconnected_at: null,
  });
});
