import { sql } from "kysely";
import type { Operator } from "./operator.ts";

/** Work of one portal that waits: how much, and since when its oldest is due. */
export type Queue = {
  readonly portalId: string;
  /** `sync`: to be read; `assess`: to be decided; `deliver`: to be written; `verify`: to be read back; `input`: what people did on a card. */
  readonly step: "sync" | "assess" | "deliver" | "verify" | "input";
  readonly lane: "live" | "bulk";
  readonly waiting: number;
  /** Put off after a failure. */
  readonly postponed: number;
  /** Milliseconds that the oldest has been due; 0 where nothing is due yet. */
  readonly oldestMs: number;
};

/** Everything that waits, by portal, step and lane. */
export async function readQueues(
  { db, now }: Operator,
  { portalId }: { readonly portalId?: string | undefined },
): Promise<readonly Queue[]> {
  const { rows } = await sql<Record<keyof Queue, string>>`
    with work as (
      select portal_id, step, lane, due_at, attempts from pending
      union all select portal_id, 'deliver', lane, due_at, attempts from outbox
      union all select portal_id, 'verify', lane, due_at, 0 from unverified
      union all select portal_id, 'input', 'live', due_at, attempts from inputs)
    select portal_id as "portalId", step, lane, count(*) as waiting,
      count(*) filter (where attempts > 0) as postponed,
      greatest(0, ${now()}::bigint - min(due_at)) as "oldestMs"
    from work
    where ${portalId ?? null}::text is null or portal_id = ${portalId ?? null}
    group by portal_id, step, lane order by portal_id, step, lane`.execute(db);
  return rows.map((row) => ({
    portalId: row.portalId,
    step: row.step as Queue["step"],
    lane: row.lane as Queue["lane"],
    waiting: Number(row.waiting),
    postponed: Number(row.postponed),
    oldestMs: Number(row.oldestMs),
  }));
}
