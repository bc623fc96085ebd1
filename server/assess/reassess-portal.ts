import { sql } from "kysely";
import type { Trx } from "../store/open.ts";

/** Marks every record ever decided for another decision: the mirror suffices, nothing is read. */
export async function reassessPortal(
  trx: Trx,
  portalId: string,
  work: { readonly cause: string; readonly now: number },
): Promise<void> {
  await sql`
    insert into pending (portal_id, object_type, object_id, lane, step, version, due_at, cause, since)
    select portal_id, object_type, object_id, 'bulk', 'assess', 1, ${work.now}::bigint,
      ${work.cause}, ${work.now}::bigint
    from standings where portal_id = ${portalId} order by object_type, object_id
    on conflict (portal_id, object_type, object_id) do update set version = pending.version + 1`.execute(
    trx,
  );
}
