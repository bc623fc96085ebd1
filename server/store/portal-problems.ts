import type { Selectable } from "kysely";
import type { PortalRefusal } from "../hubspot/portal-refusal.ts";
import type { Db, Trx } from "./open.ts";
import type { Schema } from "./schema.ts";

export type RefusedKind = Selectable<Schema["portal_problems"]>;

/** One thing that somebody has to put right, however many kinds of call it stops. */
export type PortalProblem = {
  readonly code: string;
  readonly what: string;
  readonly cure: string;
  readonly since: number;
  /** Kinds of call that wait for it. */
  readonly kinds: readonly string[];
};

/** What is wrong with a portal as a whole, the oldest first. For operators, settings and home. */
export async function readPortalProblems(
  db: Db | Trx,
  portalId: string,
): Promise<readonly PortalProblem[]> {
  const problems = new Map<string, PortalProblem>();
  for (const { kind, code, what, cure, since } of await refusedKinds(db, portalId)) {
    const known = problems.get(`${code} ${what}`);
    const kinds = [...(known?.kinds ?? []), kind];
    problems.set(`${code} ${what}`, { code, what, cure, since: known?.since ?? since, kinds });
  }
  return [...problems.values()];
}

export async function refusedKinds(
  db: Db | Trx,
  portalId: string,
): Promise<readonly RefusedKind[]> {
  return db
    .selectFrom("portal_problems")
    .selectAll()
    .where("portal_id", "=", portalId)
    .orderBy("since")
    .orderBy("kind")
    .execute();
}

/** Calls of this kind are refused; `since` stays where the problem was known. */
export async function noteRefusal(
  db: Db,
  portalId: string,
  refused: { readonly kind: string; readonly refusal: PortalRefusal; readonly now: number },
): Promise<RefusedKind> {
  const { kind, refusal, now } = refused;
  const { code, what, cure } = refusal;
  const said = { code, what, cure, retry_at: now + refusal.retryMs };
  return db
    .insertInto("portal_problems")
    .values({ portal_id: portalId, kind, since: now, ...said })
    .onConflict((conflict) => conflict.columns(["portal_id", "kind"]).doUpdateSet(said))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A call of this kind succeeded. */
export async function forgetRefusal(db: Db, portalId: string, kind: string): Promise<void> {
  await db
    .deleteFrom("portal_problems")
    .where("portal_id", "=", portalId)
    .where("kind", "=", kind)
    .execute();
}

/** The portal was connected anew: nothing is known to be refused, and what waited may begin. */
export async function forgetRefusals(trx: Trx, portalId: string, now: number): Promise<void> {
  await trx.deleteFrom("portal_problems").where("portal_id", "=", portalId).execute();
  for (const table of ["pending", "outbox", "unverified", "inputs"] as const)
    await trx
      .updateTable(table)
      .set({ due_at: now })
      .where("portal_id", "=", portalId)
      .where("due_at", ">", now)
      .execute();
}
