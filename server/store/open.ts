import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { Kysely, Migrator, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { lockFolder } from "./folder-lock.ts";
import { migrations } from "./migrations/migrations.ts";
import type { Schema } from "./schema.ts";

export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;

export type Store = {
  readonly db: Db;
  readonly kind: "postgresql" | "embedded";
  readonly close: () => Promise<void>;
};

/**
 * PostgreSQL at `url`, else the embedded one in `folder`, else in memory. The same SQL through the
 * same kind of pool. Runs the migrations; concurrent starts wait for each other.
 */
export async function openStore(options: {
  readonly url?: string | undefined;
  readonly folder?: string | undefined;
}): Promise<Store> {
  if (options.url) {
    const pool = new pg.Pool({ connectionString: options.url, max: 10, types });
    // A connection that breaks is replaced by the pool, and its query fails; unheard it would end the
    // process: an idle one is heard by the pool, one in use by itself alone.
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    return finish(pool, "postgresql", async () => {});
  }
  const unlock = options.folder ? await lockFolder(options.folder) : async () => {};
  if (options.folder) mkdirSync(options.folder, { recursive: true });
  const embedded = await PGlite.create(options.folder ?? "memory://");
  const pool = new pg.Pool({ ...(createPgConfig(embedded) as pg.PoolConfig), max: 1, types });
  return finish(pool, "embedded", async () => {
    await embedded.close();
    await unlock();
  });
}

/** Counters and instants are `bigint` columns well below 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

async function finish(
  pool: pg.Pool,
  kind: Store["kind"],
  closeRest: () => Promise<void>,
): Promise<Store> {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const provider = { getMigrations: async () => migrations };
  // Migrations of different rooms touch different tables, and may come in any order.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error("The database could not be migrated", { cause: error });
  return {
    db,
    kind,
    close: async () => {
      await db.destroy();
      await closeRest();
    },
  };
}
