import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { readHome } from "../../server/home/read-home.ts";
import { type Db, openStore } from "../../server/store/open.ts";
import { postgresPrograms, startPostgres } from "../build/postgres.ts";
import { decideContact } from "../server/home/decide-contact.ts";
import { connectTestPortal, openServices, portalId } from "../server/portal-under-test.ts";
import { day, hour, nothingKnown, now, signal, stated } from "../src/verdict/build-facts.ts";
import { createReport, machine, quantile } from "./engine/figures.ts";

// How long the home page takes over a large portal: real decisions, repeated to the wanted size.

const contacts = Number(process.env["BENCH_CONTACTS"] ?? 100_000);
const rounds = 20;
const report = createReport();
report.say(machine());
const programs = postgresPrograms();
const folder = mkdtempSync(join(tmpdir(), "bench-home-"));
const postgres = programs === null ? null : await startPostgres(programs, folder);
const store = await openStore(postgres === null ? {} : { url: postgres.url });
report.say(`store: ${store.kind}, ${contacts} contacts`);
try {
  await fill(store.db);
  const { services } = openServices(store.db, { now: () => now });
  await readHome(services, portalId, { days: 30 });
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await readHome(services, portalId, { days: 30 });
    times.push(performance.now() - begun);
  }
  // HubSpot gives an extension 15 s; people should not notice.
  report.add({ name: "home page, p50", value: quantile(times, 0.5), unit: "ms" });
  report.add({ name: "home page, p95", value: quantile(times, 0.95), unit: "ms", atMost: 1_000 });
} finally {
  await store.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Twenty contacts decided for real, most of them in nurture or on hold, and copies of them. */
async function fill(db: Db): Promise<void> {
  await connectTestPortal(db);
  const offers = ["demo", "guide", "pricing"];
  for (let i = 0; i < 20; i += 1) {
    const at = now - (i + 1) * day;
    const kind = i % 2 === 0 ? "demo_request" : "guide_download";
    const signals = [0, 1, 2].map((nth) =>
      signal(kind, at - nth * hour, { offerId: offers[nth] ?? null }),
    );
    const source = stated(i % 5 === 0 ? ("partner" as const) : ("own" as const));
    const later = i < 5 ? { signals, source } : i < 10 ? { profile: nothingKnown, signals } : {};
    await decideContact(db, portalId, {
      id: String(i),
      looks: [
        [at - day, {}],
        [at, later],
      ],
    });
  }
  for (const table of ["standings", "decisions"] as const) await copy(db, table);
  await sql`analyze`.execute(db);
}

/** The copies of row `i` are called `i`, `i + 20`, `i + 40` … */
async function copy(db: Db, table: "standings" | "decisions"): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and is_generated = 'NEVER' and column_name <> 'object_id'`.execute(
    db,
  );
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (object_id, ${columns})
    select (object_id::integer + 20 * n)::text, ${columns}
    from ${sql.table(table)}, generate_series(1, ${contacts / 20 - 1}::integer) n`.execute(db);
}
