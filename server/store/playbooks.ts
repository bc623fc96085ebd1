import type { People, Playbook } from "../../src/playbook/playbook.ts";
import { upgradePlaybook } from "../../src/playbook/upgrade.ts";
import type { SideApproval } from "./drafts.ts";
import type { Db, Trx } from "./open.ts";
import type { Author } from "./schema.ts";

/** What is told of a version besides what it says. */
export type Imprint = {
  readonly now: number;
  /** `null`: the app itself. */
  readonly author?: Author | null;
  readonly note?: string;
  readonly restores?: number | null;
  /** Whether marketing and sales have both approved it. */
  readonly isAgreed?: boolean;
};

/** Keeps a version for good; one that is there already stays as it is. */
export async function publishPlaybook(
  trx: Trx,
  portalId: string,
  playbook: Playbook,
  imprint: Imprint,
): Promise<void> {
  const { now, author = null, note = "", restores = null, isAgreed = false } = imprint;
  const inserted = await trx
    .insertInto("playbooks")
    .values({
      portal_id: portalId,
      version: playbook.version,
      document: JSON.stringify(playbook),
      published_at: now,
      author: author === null ? null : JSON.stringify(author),
      note,
      restores,
      agreed_at: isAgreed ? now : null,
    })
    .onConflict((conflict) => conflict.columns(["portal_id", "version"]).doNothing())
    .returning("version")
    .execute();
  if (inserted.length > 0) await setMembers(trx, portalId, playbook.people);
}

/** Who may accept and return, as the playbook names them. */
async function setMembers(trx: Trx, portalId: string, { members }: People): Promise<void> {
  await trx.deleteFrom("queue_members").where("portal_id", "=", portalId).execute();
  const rows = (["sales", "nurture", "syndication"] as const).flatMap((route) =>
    [...new Set(members[route])].map((user_id) => ({ portal_id: portalId, route, user_id })),
  );
  if (rows.length > 0) await trx.insertInto("queue_members").values(rows).execute();
}

/** A version in the present shape, whichever it was stored in. */
export async function readPlaybook(
  db: Db | Trx,
  portalId: string,
  version: number,
): Promise<Playbook> {
  const { playbook } = await readVersion(db, portalId, version);
  return playbook;
}

export type Version = {
  readonly playbook: Playbook;
  readonly publishedAt: number;
  readonly author: Author | null;
  readonly note: string;
  readonly restores: number | null;
  readonly isAgreed: boolean;
};

/** A version with its imprint. */
export async function readVersion(
  db: Db | Trx,
  portalId: string,
  version: number,
): Promise<Version> {
  const row = await versions(db, portalId).where("version", "=", version).executeTakeFirstOrThrow();
  return versionOf(row);
}

/** The latest versions, the newest first. */
export async function readVersions(
  db: Db | Trx,
  portalId: string,
  most: number,
): Promise<readonly Version[]> {
  const rows = await versions(db, portalId).orderBy("version", "desc").limit(most).execute();
  return rows.map(versionOf);
}

/** The approvals of a version. */
export async function readApprovals(
  db: Db | Trx,
  portalId: string,
  version: number,
): Promise<readonly SideApproval[]> {
  const rows = await db
    .selectFrom("approvals")
    .select(["side", "user_id", "email", "at"])
    .where("portal_id", "=", portalId)
    .where("version", "=", version)
    .orderBy("side")
    .execute();
  return rows.map(({ side, user_id, email, at }) => {
    return { side, author: { userId: user_id, email }, at };
  });
}

/** Adds the word of a side to a version; its later word replaces the earlier one. */
export async function approveVersion(
  trx: Trx,
  portalId: string,
  version: number,
  { side, author, at }: SideApproval,
): Promise<void> {
  const row = { user_id: author.userId, email: author.email, at };
  await trx
    .insertInto("approvals")
    .values({ portal_id: portalId, version, side, ...row })
    .onConflict((conflict) => conflict.columns(["portal_id", "version", "side"]).doUpdateSet(row))
    .execute();
}

/** Both sides have approved this version. */
export async function markAgreed(
  trx: Trx,
  portalId: string,
  version: number,
  at: number,
): Promise<void> {
  await trx
    .updateTable("playbooks")
    .set({ agreed_at: at })
    .where("portal_id", "=", portalId)
    .where("version", "=", version)
    .execute();
}

export async function latestVersion(db: Db | Trx, portalId: string): Promise<number> {
  const row = await db
    .selectFrom("playbooks")
    .select((e) => e.fn.max("version").as("version"))
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

function versions(db: Db | Trx, portalId: string) {
  return db
    .selectFrom("playbooks")
    .select(["document", "published_at", "author", "note", "restores", "agreed_at"])
    .where("portal_id", "=", portalId);
}

function versionOf(row: Awaited<ReturnType<ReturnType<typeof versions>["execute"]>>[number]) {
  return {
    playbook: upgradePlaybook(row.document),
    publishedAt: row.published_at,
    author: row.author,
    note: row.note,
    restores: row.restores,
    isAgreed: row.agreed_at !== null,
  };
}
