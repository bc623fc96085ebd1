import { createHash } from "node:crypto";
import { AppError } from "../errors.ts";
import type { Trx } from "./open.ts";

/** HubSpot repeats a request within seconds; a day leaves room for clients of another kind. */
const keptMs = 24 * 3_600_000;

/**
 * Does a thing once per key, and answers a repetition as the first request was answered. Key, effect
 * and answer are committed together by the caller's transaction.
 */
export async function once<T>(
  trx: Trx,
  portalId: string,
  asked: { readonly key: string; readonly request: string; readonly now: number },
  act: () => Promise<T>,
): Promise<T> {
  const { key, now } = asked;
  const request = createHash("sha256").update(asked.request).digest("base64url");
  const taken = await trx
    .insertInto("idempotency_keys")
    .values({ portal_id: portalId, key, request, answer: "null", at: now })
    .onConflict((conflict) => conflict.columns(["portal_id", "key"]).doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 0n) {
    const former = await trx
      .selectFrom("idempotency_keys")
      .select(["request", "answer"])
      .where("portal_id", "=", portalId)
      .where("key", "=", key)
      .executeTakeFirstOrThrow();
    if (former.request !== request)
      throw new AppError("conflict", "This idempotency key was used for another request.");
    return former.answer as T;
  }
  await trx
    .deleteFrom("idempotency_keys")
    .where("portal_id", "=", portalId)
    .where("at", "<", now - keptMs)
    .execute();
  const answer = await act();
  await trx
    .updateTable("idempotency_keys")
    .set({ answer: JSON.stringify(answer) })
    .where("portal_id", "=", portalId)
    .where("key", "=", key)
    .execute();
  return answer;
}
