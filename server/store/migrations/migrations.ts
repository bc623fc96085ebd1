import { type Kysely, type Migration, sql } from "kysely";
import { first } from "./0001-first.ts";
import { engine } from "./0002-engine.ts";
import { cardActions } from "./0003-card-actions.ts";
import { healing } from "./0004-healing.ts";
import { sources } from "./0005-sources.ts";
import { settings } from "./0007-settings.ts";
import { fields } from "./0009-fields.ts";
import { looks } from "./0009-looks.ts";
import { provisioning } from "./0009-provisioning.ts";
import { home } from "./0010-home.ts";

/** Forward only. A migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  "0001-first": { up: running(first) },
  "0002-engine": { up: running(engine) },
  "0003-card-actions": { up: running(cardActions) },
  "0004-healing": { up: running(healing) },
  "0005-sources": { up: running(sources) },
  "0007-settings": { up: running(settings) },
  "0009-fields": { up: running(fields) },
  "0009-looks": { up: running(looks) },
  "0009-provisioning": { up: running(provisioning) },
  "0010-home": { up: running(home) },
};

function running(statements: readonly string[]) {
  return async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };
}
