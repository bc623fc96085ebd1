import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Playbook } from "../../src/playbook/playbook.ts";
import { upgradePlaybook } from "../../src/playbook/upgrade.ts";
import type { Db, Trx } from "./open.ts";
import type { Author, Side } from "./schema.ts";

export type Draft = {
  /** `null`: there is none at present. */
  readonly document: Playbook | null;
  readonly revision: number;
  readonly basedOn: number;
  readonly author: Author;
  readonly changedAt: number;
};

export type SideApproval = { readonly side: Side; readonly author: Author; readonly at: number };

/** The portal's draft; `null` where there never was one. */
export async function readDraft(db: Db | Trx, portalId: string): Promise<Draft | null> {
  const row = await db
    .selectFrom("drafts")
    .selectAll()
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    document: row.document === null ? null : upgradePlaybook(row.document),
    revision: row.revision,
    basedOn: row.based_on,
    author: row.author,
    changedAt: row.changed_at,
  };
}

/** As `readDraft`, and nobody else changes it before this transaction ends. */
export async function lockDraft(trx: Trx, portalId: string): Promise<Draft | null> {
  await sql`select 1 from drafts where portal_id = ${portalId} for update`.execute(trx);
  return readDraft(trx, portalId);
}

export type DraftChange = {
  readonly document: Playbook | null;
  /** The version in force when it was begun. */
  readonly basedOn: number;
  /** The revision that the author saw; 0: none. */
  readonly expected: number;
  readonly author: Author;
  readonly now: number;
};

export type Kept =
  | { readonly kind: "kept"; readonly revision: number }
  | { readonly kind: "conflict"; readonly draft: Draft };

/**
 * Replaces the draft if nobody else has changed it since; whatever was approved is approved no more.
 * The same change by the same author twice is one.
 */
export async function keepDraft(trx: Trx, portalId: string, change: DraftChange): Promise<Kept> {
  const { basedOn, expected, now } = change;
  const document = change.document === null ? null : JSON.stringify(change.document);
  const author = JSON.stringify(change.author);
  const { rows } = await sql<{ revision: number }>`
    insert into drafts (portal_id, document, revision, based_on, author, changed_at)
    values (${portalId}, ${document}, ${expected + 1}, ${basedOn}, ${author}, ${now})
    on conflict (portal_id) do update set document = excluded.document,
      revision = excluded.revision, based_on = excluded.based_on, author = excluded.author,
      changed_at = excluded.changed_at
      where drafts.revision = ${expected}
    returning revision`.execute(trx);
  const [kept] = rows;
  if (kept) {
    await voidApprovals(trx, portalId);
    return { kind: "kept", revision: kept.revision };
  }
  const draft = await readDraft(trx, portalId);
  if (!draft) throw new Error(`The draft of portal ${portalId} vanished while it was changed`);
  const isRepeated =
    draft.revision === expected + 1 &&
    draft.author.userId === change.author.userId &&
    isDeepStrictEqual(draft.document, change.document);
  return isRepeated ? { kind: "kept", revision: draft.revision } : { kind: "conflict", draft };
}

/** What was approved is not any more: the draft says something else, or differs from something else. */
export async function voidApprovals(trx: Trx, portalId: string): Promise<void> {
  await trx.deleteFrom("draft_approvals").where("portal_id", "=", portalId).execute();
}

export async function readDraftApprovals(
  db: Db | Trx,
  portalId: string,
): Promise<readonly SideApproval[]> {
  return db
    .selectFrom("draft_approvals")
    .select(["side", "author", "at"])
    .where("portal_id", "=", portalId)
    .orderBy("side")
    .execute();
}

/** The later word of a side replaces its earlier one. */
export async function approveDraft(
  trx: Trx,
  portalId: string,
  { side, author, at }: SideApproval,
): Promise<void> {
  const row = { author: JSON.stringify(author), at };
  await trx
    .insertInto("draft_approvals")
    .values({ portal_id: portalId, side, ...row })
    .onConflict((conflict) => conflict.columns(["portal_id", "side"]).doUpdateSet(row))
    .execute();
}
