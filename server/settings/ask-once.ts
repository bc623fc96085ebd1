import type { Services } from "../context.ts";
import { once } from "../store/idempotency.ts";
import type { Trx } from "../store/open.ts";
import type { Caller } from "./open-settings.ts";

/** Does in one transaction what a press asks for; a press that HubSpot repeats does it once. */
export async function askOnce<T>(
  { db, now }: Services,
  { portalId, userId }: Caller,
  asked: { readonly key: string },
  act: (trx: Trx, at: number) => Promise<T>,
): Promise<T> {
  const at = now();
  const request = JSON.stringify([userId, asked]);
  return db
    .transaction()
    .execute((trx) =>
      once(trx, portalId, { key: asked.key, request, now: at }, () => act(trx, at)),
    );
}
