import type { Db } from "./open.ts";

const tables = ["pending", "outbox", "parked", "records", "decisions", "playbooks"] as const;

/** How many rows a portal has in the tables that people ask about. */
export async function countRows(
  db: Db,
  portalId: string,
): Promise<Readonly<Record<(typeof tables)[number], number>>> {
  const counts = { pending: 0, outbox: 0, parked: 0, records: 0, decisions: 0, playbooks: 0 };
  for (const table of tables) {
    const { count } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("portal_id", "=", portalId)
      .executeTakeFirstOrThrow();
    counts[table] = Number(count);
  }
  return counts;
}
