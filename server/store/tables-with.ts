import { sql } from "kysely";
import type { Trx } from "./open.ts";

/** Tables of our schema that have all these columns: a table added later is found by itself. */
export async function tablesWith(trx: Trx, columns: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select t.table_name as name
    from information_schema.tables t join information_schema.columns c
      on c.table_schema = t.table_schema and c.table_name = t.table_name
    where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and c.column_name in (${sql.join([...columns])})
    group by t.table_name having count(*) = ${columns.length}::integer
    order by t.table_name`.execute(trx);
  return rows.map((row) => row.name);
}
