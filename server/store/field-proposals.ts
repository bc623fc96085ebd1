import { sql } from "kysely";
import type { FieldProposal } from "../../src/fields/plan-fields.ts";
import type { FieldId } from "../../src/fields/governed-fields.ts";
import { spellingKey } from "../../src/facts/normalize-one.ts";
import type { ObjectType } from "../hubspot/crm.ts";
import type { Db, Trx } from "./open.ts";

type OfRecord = {
  readonly objectType: ObjectType;
  readonly objectId: string;
  readonly proposals: readonly FieldProposal[];
};

/** One spelling that waits for somebody's word, and how many records have it. */
export type WaitingSpelling = {
  readonly field: FieldId;
  readonly key: string;
  /** As most records write it. */
  readonly text: string;
  readonly value: string;
  readonly words: string;
  readonly records: number;
};

/** Replaces what was proposed for these records. What the portal has answered is not asked again. */
export async function keepProposals(
  trx: Trx,
  portalId: string,
  records: readonly OfRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const keys = records.map(({ objectType, objectId }) => ({
    object_type: objectType,
    object_id: objectId,
  }));
  await sql`
    delete from field_proposals p using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as r(object_type text, object_id text)
    where p.portal_id = ${portalId} and p.object_type = r.object_type
      and p.object_id = r.object_id`.execute(trx);
  const rows = records.flatMap(({ objectType, objectId, proposals }) =>
    proposals.map((proposal) => ({
      object_type: objectType,
      object_id: objectId,
      ...proposal,
      key: spellingKey(proposal.text),
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into field_proposals (portal_id, object_type, object_id, property, field, text, key, value,
      words)
    select ${portalId}, p.object_type, p.object_id, p.property, p.field, p.text, p.key, p.value, p.words
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as p(object_type text, object_id text, property text, field text, text text, key text,
        value text, words text)
    where not exists (select from field_spellings s
      where s.portal_id = ${portalId} and s.field = p.field and s.key = p.key)
    on conflict do nothing`.execute(trx);
}

/** Everything that waits for somebody's word, the most frequent first. */
export async function waitingSpellings(
  db: Db,
  portalId: string,
  limit: number,
): Promise<readonly WaitingSpelling[]> {
  const { rows } = await sql<WaitingSpelling & { readonly records: number | string }>`
    select field, key, mode() within group (order by text) as text,
      mode() within group (order by value) as value, mode() within group (order by words) as words,
      count(distinct (object_type, object_id)) as records
    from field_proposals where portal_id = ${portalId}
    group by field, key order by records desc, field, key limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, records: Number(row.records) }));
}

/** The records for which a spelling is proposed. */
export async function recordsWithSpelling(
  trx: Trx,
  portalId: string,
  spelling: { readonly field: FieldId; readonly key: string },
): Promise<readonly { readonly object_type: ObjectType; readonly object_id: string }[]> {
  return trx
    .selectFrom("field_proposals")
    .select(["object_type", "object_id"])
    .distinct()
    .where("portal_id", "=", portalId)
    .where("field", "=", spelling.field)
    .where("key", "=", spelling.key)
    .execute();
}

export async function forgetProposals(
  trx: Trx,
  portalId: string,
  spelling: { readonly field: FieldId; readonly key: string },
): Promise<void> {
  await trx
    .deleteFrom("field_proposals")
    .where("portal_id", "=", portalId)
    .where("field", "=", spelling.field)
    .where("key", "=", spelling.key)
    .execute();
}
