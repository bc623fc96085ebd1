import { sql } from "kysely";
import type { ContactDecision, DealDecision, Standing } from "../../src/decision.ts";
import type { ContactFacts, DealFacts } from "../../src/facts/contact-facts.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";

export type StandingRow = {
  readonly object_id: string;
  readonly sequence: number;
  readonly status: string | null;
  readonly standing: Standing | null;
  readonly outcome: string;
};

/** One decision to keep: always as the record's standing, in the trail only if `isNew`. */
export type DecisionRow = {
  readonly object_type: ObjectType;
  readonly object_id: string;
  readonly sequence: number;
  readonly status: string | null;
  readonly standing: Standing | null;
  readonly decision: ContactDecision | DealDecision;
  readonly facts: ContactFacts | DealFacts;
  readonly former: Standing | null;
  /** From when handoffs were offered as it was decided; `null`: not at all. */
  readonly offersFrom: number | null;
  readonly outcome: string;
  readonly isNew: boolean;
  readonly decided_at: number;
  readonly playbook_version: number;
  readonly cause: string;
  readonly sentence: string;
  readonly next_at: number | null;
};

export async function readStandings(
  db: Db | Trx,
  portalId: string,
  type: ObjectType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("standings")
    .select(["object_id", "sequence", "status", "standing", "outcome"])
    .where("portal_id", "=", portalId)
    .where("object_type", "=", type)
    .where("object_id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.object_id, row]));
}

/** The last decision on each of these contacts; those that were never decided are left out. */
export async function readContactDecisions(
  db: Db | Trx,
  portalId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContactDecision>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("standings")
    .select(["object_id", "decision"])
    .where("portal_id", "=", portalId)
    .where("object_type", "=", "contacts")
    .where("object_id", "in", [...ids])
    .execute();
  return new Map(
    rows.flatMap(({ object_id, decision }) =>
      decision.kind === "contact" ? [[object_id, decision] as const] : [],
    ),
  );
}

export async function keepDecisions(
  trx: Trx,
  portalId: string,
  rows: readonly DecisionRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const standings = rows.map(
    ({ former: _former, offersFrom: _from, isNew: _isNew, cause: _cause, ...row }) => row,
  );
  await sql`
    insert into standings (portal_id, object_type, object_id, sequence, status, standing, decision,
      facts, outcome, decided_at, playbook_version, next_at)
    select ${portalId}, d.object_type, d.object_id, d.sequence, d.status,
      coalesce(d.standing, 'null'::jsonb), d.decision, d.facts, d.outcome, d.decided_at,
      d.playbook_version, d.next_at
    from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as d(object_type text, object_id text,
      sequence integer, status text, standing jsonb, decision jsonb, facts jsonb, outcome text,
      decided_at bigint, playbook_version integer, next_at bigint)
    on conflict (portal_id, object_type, object_id) do update set
      sequence = excluded.sequence, status = excluded.status, standing = excluded.standing,
      decision = excluded.decision, facts = excluded.facts, outcome = excluded.outcome,
      decided_at = excluded.decided_at, playbook_version = excluded.playbook_version,
      next_at = excluded.next_at`.execute(trx);

  const entries = rows
    .filter((row) => row.isNew)
    .map((row) => ({
      ...row,
      input: {
        facts: row.facts,
        standing: row.former,
        now: row.decided_at,
        offersFrom: row.offersFrom,
      },
    }));
  if (entries.length === 0) return;
  await sql`
    insert into decisions (portal_id, object_type, object_id, sequence, decided_at,
      playbook_version, cause, status, sentence, input, decision)
    select ${portalId}, d.object_type, d.object_id, d.sequence, d.decided_at, d.playbook_version,
      d.cause, d.status, d.sentence, d.input, d.decision
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as d(object_type text, object_id text,
      sequence integer, decided_at bigint, playbook_version integer, cause text, status text,
      sentence text, input jsonb, decision jsonb)`.execute(trx);
}

/** Records that time alone changes now; each is taken out of the schedule until decided again. */
export async function takeDue(
  trx: Trx,
  query: { readonly now: number; readonly limit: number },
): Promise<
  readonly {
    readonly portal_id: string;
    readonly object_type: ObjectType;
    readonly object_id: string;
  }[]
> {
  const { rows } = await sql<{ portal_id: string; object_type: ObjectType; object_id: string }>`
    update standings s set next_at = null
    from (
      select portal_id, object_type, object_id from standings
      where next_at <= ${query.now} order by next_at limit ${query.limit}
      for update skip locked
    ) due
    where s.portal_id = due.portal_id and s.object_type = due.object_type
      and s.object_id = due.object_id
    returning s.portal_id, s.object_type, s.object_id`.execute(trx);
  return rows;
}

export async function nextDueAt(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom("standings")
    .select((e) => e.fn.min("next_at").as("at"))
    .executeTakeFirst();
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

export async function countByStatus(
  db: Db,
  portalId: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom("standings")
    .select(["status", (e) => e.fn.countAll<number>().as("count")])
    .where("portal_id", "=", portalId)
    .where("object_type", "=", "contacts")
    .groupBy("status")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.status ?? "none", Number(row.count)]));
}
