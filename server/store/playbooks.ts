import type { Playbook } from "../../src/playbook/playbook.ts";
import { upgradePlaybook } from "../../src/playbook/upgrade.ts";
import type { Db, Trx } from "./open.ts";

export async function publishPlaybook(
  trx: Trx,
  portalId: string,
  playbook: Playbook,
  now: number,
): Promise<void> {
  await trx
    .insertInto("playbooks")
    .values({
      portal_id: portalId,
      version: playbook.version,
      document: JSON.stringify(playbook),
      published_at: now,
    })
    .onConflict((conflict) => conflict.columns(["portal_id", "version"]).doNothing())
    .execute();
}

/** A version in the present shape, whichever it was stored in. */
export async function readPlaybook(
  db: Db | Trx,
  portalId: string,
  version: number,
): Promise<Playbook> {
  const row = await db
    .selectFrom("playbooks")
    .select("document")
    .where("portal_id", "=", portalId)
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  return upgradePlaybook(row.document);
}

/** Publishing needs one approval of each side, by different people. */
export async function approve(
  trx: Trx,
  approval: {
    readonly portalId: string;
    readonly version: number;
    readonly side: "marketing" | "sales";
    readonly userId: string;
    readonly at: number;
  },
): Promise<
  { readonly kind: "waiting" } | { readonly kind: "agreed" } | { readonly kind: "same_person" }
> {
  const { portalId, version, side, userId, at } = approval;
  const given = await trx
    .selectFrom("approvals")
    .select(["side", "user_id"])
    .where("portal_id", "=", portalId)
    .where("version", "=", version)
    .execute();
  const other = given.find((row) => row.side !== side);
  if (other?.user_id === userId) return { kind: "same_person" };
  await trx
    .insertInto("approvals")
    .values({ portal_id: portalId, version, side, user_id: userId, at })
    .onConflict((conflict) =>
      conflict.columns(["portal_id", "version", "side"]).doUpdateSet({ user_id: userId, at }),
    )
    .execute();
  if (!other) return { kind: "waiting" };
  await trx
    .updateTable("portals")
    .set({ mode: "active", offers_from: at })
    .where("portal_id", "=", portalId)
    .where("mode", "=", "observe")
    .execute();
  return { kind: "agreed" };
}

export async function latestVersion(db: Db | Trx, portalId: string): Promise<number> {
  const row = await db
    .selectFrom("playbooks")
    .select((e) => e.fn.max("version").as("version"))
    .where("portal_id", "=", portalId)
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}
