import type { FieldId } from "../../src/fields/governed-fields.ts";
import type { Playbook } from "../../src/playbook/playbook.ts";
import type { Db, Trx } from "./open.ts";

export type TaughtSpelling = {
  readonly field: FieldId;
  readonly key: string;
  readonly spelling: string;
  /** `null`: it means none of our values, and is not asked again. */
  readonly value: string | null;
  readonly userId: string;
  readonly at: number;
};

/** Keeps what somebody said a spelling means; runs begun before end, so that none decides without it. */
export async function teachSpelling(
  trx: Trx,
  portalId: string,
  taught: TaughtSpelling,
): Promise<void> {
  const { field, key, spelling, value, userId: user_id, at } = taught;
  await trx
    .insertInto("field_spellings")
    .values({ portal_id: portalId, field, key, spelling, value, user_id, at })
    .onConflict((conflict) =>
      conflict.columns(["portal_id", "field", "key"]).doUpdateSet({ spelling, value, user_id, at }),
    )
    .execute();
  await trx
    .updateTable("portals")
    .set((e) => ({ words_version: e("words_version", "+", 1) }))
    .where("portal_id", "=", portalId)
    .execute();
}

export async function taughtSpellings(
  db: Db | Trx,
  portalId: string,
): Promise<readonly TaughtSpelling[]> {
  const rows = await db
    .selectFrom("field_spellings")
    .select(["field", "key", "spelling", "value", "user_id", "at"])
    .where("portal_id", "=", portalId)
    .orderBy("field")
    .orderBy("key")
    .execute();
  return rows.map(({ user_id: userId, ...row }) => ({ ...row, userId }));
}

/** A playbook with the spellings that this portal has taught beside those it agreed on. */
export async function withTaughtSpellings(
  db: Db | Trx,
  portalId: string,
  playbook: Playbook,
): Promise<Playbook> {
  const taught = await taughtSpellings(db, portalId);
  const synonyms: Record<string, Readonly<Record<string, string>>> = { ...playbook.synonyms };
  for (const { field, spelling, value } of taught)
    if (value !== null) synonyms[field] = { ...synonyms[field], [spelling]: value };
  return taught.length === 0 ? playbook : { ...playbook, synonyms };
}
